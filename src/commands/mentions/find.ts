import type { Mention } from '../../../actors/entry'
import type { Person } from '../../../actors/people'
import type { AgentRow, ConversationRow } from '../../../actors/summary'
import { calledIn } from '../../../actors/text/mentions'
import { may } from '../../policies/may'
import type { Desk } from '../desk'

/**
 * Which colleagues words for colleagues call by name, and which of them may not read that conversation:
 * they are told nothing. Whoever left the desk is nobody's colleague any more.
 */
export const findMentions = async (
  desk: Pick<Desk, 'store'>,
  row: ConversationRow,
  text: string,
): Promise<readonly Mention[]> => {
  if (!/[@＠]/u.test(text)) return []
  const colleagues = (await desk.store.agents.all()).filter(hasPlace)
  const called = calledIn(text, colleagues)
  const ids = new Set(called.map(({ id }) => id))
  const named = colleagues.filter(({ id }) => ids.has(id))
  const readers = new Set((await readersAmong(desk, row, named)).map(({ id }) => id))
  return called.map(({ id, from, to }) => ({
    ...{ agent: id, from, to },
    ...(readers.has(id) ? {} : { barred: true as const }),
  }))
}

/** Who answers for no department was taken off the desk. */
export const hasPlace = ({ departments }: AgentRow): boolean => departments.length > 0

/** Those of them who may read a conversation, in the same order. */
export const readersAmong = async (
  { store }: Pick<Desk, 'store'>,
  row: ConversationRow,
  colleagues: readonly AgentRow[],
): Promise<AgentRow[]> => {
  const accounts = await Promise.all(colleagues.map(({ id }) => store.accounts.byId(id)))
  return colleagues.filter(({ id, name, departments }, nth) => {
    const account = accounts[nth]
    if (!account || account.disabledAt !== null) return false
    const person: Person = { kind: 'staff', id, name, role: account.role, departments }
    return may.watch(person, row)
  })
}
