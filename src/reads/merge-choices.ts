import type { Staff } from '../../actors/people'
import { isProblem, type Problem } from '../../actors/problem'
import { type ConversationRow, isOver } from '../../actors/summary'
import type { MergeChoice, MergeChoices } from '../../views/workbench/merge'
import { may } from '../policies/may'
import type { ConversationsAsk } from '../store/ports/conversations'
import type { Store } from '../store/store'
import { sightOf } from './search/ask'
import { findConversations, questionOf } from './search/conversations'

/** Conversations that are offered of one visitor, and of those that were searched for. */
const OFFERED = 20

type Asked = { q: string; zone: string }

/**
 * The conversations with which one can be made one: its visitor's own, and those that are searched for,
 * newest first. Of two that have ended none goes on, so they are not offered.
 * Problems: those of a search that cannot be read.
 */
export const readMergeChoices = async (
  store: Store,
  person: Staff,
  row: ConversationRow,
  { q, zone }: Asked,
): Promise<MergeChoices | Problem> => {
  const question = await questionOf(store, person, q, zone)
  if (isProblem(question)) return question
  const ids = question && (await findConversations(store, question))
  const [own, found] = await Promise.all([
    offered(store, person, row, { visitor: row.visitor }),
    ids === null || ids.length === 0 ? [] : offered(store, person, row, { ids }),
  ])
  const known = new Set(own.map(({ id }) => id))
  return { own, found: found.filter(({ id }) => !known.has(id)), isSearched: ids !== null }
}

const offered = async (
  store: Store,
  person: Staff,
  row: ConversationRow,
  narrowed: ConversationsAsk['filter'],
): Promise<MergeChoice[]> => {
  // What has ended can only be brought into one that goes on.
  const filter = isOver(row) ? { ...narrowed, open: true } : narrowed
  const ask = { filter, sight: sightOf(person), order: 'opened', descending: true } as const
  const rows = await store.conversations.page({ ...ask, after: null }, OFFERED + 1)
  const others = rows.filter((one) => one.id !== row.id && may.merge(person, one)).slice(0, OFFERED)
  const shown = await store.conversations.rows(others.map(({ id }) => id))
  return shown.map((one) => ({ ...one, comes: isOver(one) }))
}
