import { type Entry, isForDesk, type SentFile } from '../../../actors/entry'
import type { Person } from '../../../actors/people'
import { Problem } from '../../../actors/problem'
import { filesOf, keptOf } from '../../../actors/sent-files'
import { may } from '../../policies/may'
import { rowOf } from '../conversations/access'
import type { Desk } from '../desk'
import { uuid } from '../input'
import { isTalkHeld } from '../privacy/held'
import type { Signature } from '../proof'
import { dropFiles } from './keep'
import { isFileSigned } from './link'

/**
 * A file that one of these people may read, as its entry tells of it now: whoever may read the
 * conversation, but no visitor what is between colleagues. A signed link opens it to whoever has it.
 * Problems: missing, forbidden `fileLinkExpired`.
 */
export const findFile = async (
  desk: Desk,
  readers: readonly Person[],
  id: string,
  signature?: Signature,
): Promise<SentFile | Problem> => {
  const missing = new Problem('missing', 'missing')
  if (!uuid.safeParse(id).success) return missing
  const kept = await desk.store.files.find(id)
  if (!kept || kept.clientId === null) return missing
  const entry = await desk.store.transcripts.shown(kept.conversation, kept.clientId)
  const file = entry && keptOf(filesOf(entry.body)).find((each) => each.id === id)
  if (!file) return missing
  if (signature && isFileSigned(desk.secret, id, signature))
    return signature.until > desk.clock.now() ? file : new Problem('forbidden', 'fileLinkExpired')
  const row = await rowOf(desk, kept.conversation)
  const mayRead = (reader: Person) => row && may.watch(reader, row) && isFor(reader, entry)
  return readers.some(mayRead) ? file : missing
}

const isFor = ({ kind }: Person, { body }: Entry) => kind === 'staff' || !isForDesk(body)

/** Removes all files that came with an entry, as when it is taken back; what is held legally is only shown no more. */
export const dropFilesOf = async (
  desk: Desk,
  conversation: string,
  clientId: string,
): Promise<void> => {
  if (await isTalkHeld(desk, conversation)) return
  const kept = await desk.store.files.of(conversation, clientId)
  await dropFiles(
    desk,
    kept.map(({ id }) => id),
  )
}
