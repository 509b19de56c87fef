import {
  combined,
  type StartForm,
  startFormIn,
  startFormName,
  WHOLE_DESK,
} from '../../../actors/start/form'
import type { Desk } from '../desk'

type Stored = { store: Pick<Desk['store'], 'accounts'> }

/** What a department, or the whole desk, asks before a chat; empty where nobody said. */
export const startFormOf = async ({ store }: Stored, of: string): Promise<StartForm> =>
  startFormIn(await store.accounts.setting(startFormName(of)))

/** What visitors of a department are asked: the desk's own and the department's. */
export const askedIn = async (desk: Stored, department: string): Promise<StartForm> => {
  const [whole, own] = await Promise.all([
    startFormOf(desk, WHOLE_DESK),
    startFormOf(desk, department),
  ])
  return combined(whole, own)
}
