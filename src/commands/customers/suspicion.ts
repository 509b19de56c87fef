import { Problem } from '../../../actors/problem'
import type { Desk } from '../desk'
import { hashToken } from '../tokens'
import { isSolved } from './work'

/** Tries in vain that are nobody's mistake any more: for one mail address, and from one network. */
const VAIN = { email: 3, address: 12 }
/** So many for one mail address from one network are refused until the window is over; nobody else is. */
const MOST_VAIN = 30
/** For how long they are counted from the first on, ms. */
const WINDOW_MS = 15 * 60_000
/** How long somebody waits who does no work, ms: where no script runs, and for programs. */
export const SLOW_MS = 3_000

/** For whom, where they try to be somebody, and from where. */
export type Try = { key?: string; address: string }
type TryAs = Try & { key: string }

const emailKeyOf = ({ key }: Pick<TryAs, 'key'>) => `vain ${hashToken(`email ${key}`)}`
const pairKeyOf = ({ key, address }: TryAs) => `vain ${hashToken(`both ${address} ${key}`)}`
const addressKeyOf = ({ address }: Pick<Try, 'address'>) => `vain ${hashToken(`from ${address}`)}`

const countOf = async ({ store, clock }: Desk, key: string) =>
  store.accounts.attempts(key, clock.now(), WINDOW_MS)

/** Whether whoever asks from there, for that mail address where one is known, has work to do first. */
export const isSuspect = async (desk: Desk, { key, address }: Try): Promise<boolean> => {
  const [from, of] = await Promise.all([
    countOf(desk, addressKeyOf({ address })),
    key === undefined ? { count: 0 } : countOf(desk, emailKeyOf({ key })),
  ])
  return from.count >= VAIN.address || of.count >= VAIN.email
}

/**
 * Lets a try in: at once, or where there were many in vain after some work, or else after a while. Whoever
 * knocks too often waits by themself: tries of others cost who the address belongs to some work, and
 * never keep them out.
 * Problems: limited `tooManySignIns` | `tooFast`.
 */
export const letIn = async (desk: Desk, tried: Try, work: string): Promise<Problem | null> => {
  const { key, address } = tried
  const { count, until } = await (key === undefined
    ? { count: 0, until: 0 }
    : countOf(desk, pairKeyOf({ key, address })))
  if (count >= MOST_VAIN) {
    const retryAfter = Math.max(1, Math.ceil((until - desk.clock.now()) / 1000))
    return new Problem('limited', 'tooManySignIns', { values: { seconds: retryAfter }, retryAfter })
  }
  if (!(await isSuspect(desk, tried))) return null
  if (work !== '' && (await isSolved(desk, work))) return null
  const limited = await desk.rate.spend('slow', tried.address)
  if (limited) return limited
  await desk.clock.sleep(SLOW_MS)
  return null
}

export const countVain = async ({ store, clock }: Desk, tried: TryAs): Promise<void> => {
  for (const key of [emailKeyOf(tried), pairKeyOf(tried), addressKeyOf(tried)])
    await store.accounts.countAttempt(key, clock.now(), WINDOW_MS, WINDOW_MS)
}

/** Whoever has the right password has shown that it was they. */
export const clearVain = async ({ store }: Desk, tried: TryAs): Promise<void> => {
  for (const key of [emailKeyOf(tried), pairKeyOf(tried)]) await store.accounts.clearAttempts(key)
}
