import type { Account } from '../../store/ports/accounts'
import type { Desk } from '../desk'
import { nextLetter } from './next'
import { invitationThread } from './threads'

/** Mails a colleague who was just invited a link to set their password, which is made when it goes. */
export const mailInvitation = async (
  { store, clock }: Pick<Desk, 'store' | 'clock'>,
  { id, email }: Account,
  language: string,
): Promise<void> => {
  const thread = invitationThread(id)
  const last = await store.letters.lastOf(thread)
  const about = { kind: 'invitation', thread, address: email, language } as const
  // Of two at once one is written: that is enough.
  await store.letters.write(nextLetter(clock, last, about))
}
