import type { Desk } from '../desk'
import { isSigned, signatureFor } from '../proof'
import { hashToken, newToken } from '../tokens'

/** Bits at the beginning of a hash that must be nought: a browser finds such a one in about two seconds. */
export const WORK_BITS = 16
/** For how long a task may be solved, ms. */
const TASK_MS = 15 * 60_000

const what = (nonce: string) => `work ${nonce}`

/** A task that the desk set: `<until>.<nonce>.<proof>`. Nothing is kept of it until it is solved. */
export const newTask = ({ secret, clock }: Pick<Desk, 'secret' | 'clock'>): string => {
  const nonce = newToken().slice(0, 22)
  const { until, proof } = signatureFor(secret, what(nonce), clock.now() + TASK_MS)
  return `${until}.${nonce}.${proof}`
}

/** How many bits a hash begins with that are nought; of hexadecimal digits, four each. */
const noughts = (hash: string): number => {
  const digits = /^0*/.exec(hash)?.[0].length ?? 0
  return digits * 4 + Math.clz32(Number.parseInt(hash[digits] ?? '0', 16)) - 28
}

/** Whether `<task>:<number>` solves a task of ours: once, on whichever node it comes. */
export const isSolved = async (desk: Desk, answer: string): Promise<boolean> => {
  const [, task = '', ending = '', nonce = '', proof = ''] =
    /^((\d{1,15})\.([\w-]{22})\.([\w-]{43})):\d{1,12}$/.exec(answer) ?? []
  const until = Number(ending)
  const now = desk.clock.now()
  if (task === '' || until < now || until > now + TASK_MS) return false
  if (!isSigned(desk.secret, what(nonce), { until, proof })) return false
  if (noughts(hashToken(answer)) < WORK_BITS) return false
  const { count } = await desk.store.accounts.countAttempt(`work ${hashToken(nonce)}`, now, TASK_MS)
  return count === 1
}
