import { isProblem, type Problem } from '../../../actors/problem'
import { auditRow, type Doer } from '../audit'
import type { Desk } from '../desk'
import { foresee } from './erase'
import { type Someone, talksOfSomeone } from './person'

/**
 * Whose data somebody takes along, and which conversations: the audit is told before they get it.
 * Problems: invalid `someoneUnknown` (`visitor`).
 */
export const takeAlong = async (
  desk: Desk,
  by: Doer,
  ref: string,
): Promise<(Someone & { conversations: string[] }) | Problem> => {
  const someone = await foresee(desk, ref)
  if (isProblem(someone)) return someone
  const { visitors, customers, emails } = someone
  const talks = await talksOfSomeone(desk, someone)
  const conversations = talks.map(({ id }) => id)
  const [first] = visitors
  const object = first ? `visitor:${first}` : `customer:${customers[0] ?? ''}`
  const told = auditRow(desk, by, 'exported', object, {
    ...{ value: 'zip', conversations: conversations.length },
  })
  await desk.store.audit.add(told)
  return { visitors, customers, emails, conversations }
}
