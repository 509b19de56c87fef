import { addressOf } from '../../actors/address'
import { contextIn } from '../../actors/current'
import type { Invitation } from '../../actors/visitor/invitation'
import type { Store } from '../store/store'

/** What somebody is asked who has not answered yet; null for who is not. */
export const readInvitation = async (
  { turns }: Pick<Store, 'turns'>,
  visitor: string,
): Promise<Invitation | null> => {
  const stored = await turns.load(addressOf('visitor', visitor))
  const invitation = contextIn('visitor', stored?.snapshot)?.invitation ?? null
  return invitation?.answer === 'none' ? invitation : null
}
