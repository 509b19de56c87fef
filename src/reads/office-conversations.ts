import { priorities } from '../../actors/conversation/aspects/priorities'
import { tagKey } from '../../actors/conversation/aspects/tags'
import type { Staff } from '../../actors/people'
import { isProblem, Problem } from '../../actors/problem'
import {
  type ConversationRow,
  type ConversationState,
  conversationStates,
} from '../../actors/summary'
import type { ConversationLine } from '../../views/office/conversations/list'
import type { ListAsk, ListRows } from '../../views/office/list/ask'
import type { ListChoices } from '../../views/office/list/list'
import { languages, ownName } from '../../views/words/language'
import { allows } from '../policies/permissions'
import {
  type ConversationOrder,
  type ConversationsAsk,
  placeOf,
} from '../store/ports/conversations'
import type { Store } from '../store/store'
import { sightOf } from './search/ask'
import { findConversations, questionOf } from './search/conversations'

const orders: Readonly<Record<string, ConversationOrder>> = {
  ...{ opened: 'opened', closed: 'closed', rating: 'stars' },
}
/** The words of the filter of ratings: 0 stands for none. */
const starsIn = (typed: string): number => (typed === 'none' ? 0 : Number(typed))

const filterOf = ({ filters, times }: ListAsk): ConversationsAsk['filter'] => {
  const { department, agent, state, tag, rating, priority, language } = filters
  return {
    ...(department ? { departments: [department] } : {}),
    ...(agent ? { agent } : {}),
    ...(state ? { states: [state as ConversationState] } : {}),
    ...(tag ? { keys: [tagKey(tag)] } : {}),
    ...(rating ? { stars: starsIn(rating) } : {}),
    ...(priority ? { priority: priority as ConversationRow['priority'] } : {}),
    ...(language ? { language } : {}),
    ...(times.from === undefined ? {} : { since: times.from }),
    ...(times.to === undefined ? {} : { before: times.to }),
  }
}

/** Why a question cannot be answered: what is searched for cannot be read. */
export const refusesConversations = async (
  store: Store,
  person: Staff,
  { q, filters, zone = 'UTC' }: ListAsk,
): Promise<Problem | null> => {
  const field = unreadIn(filters)
  if (field) return new Problem('invalid', 'fieldNotValid', { field, values: { field } })
  const question = await questionOf(store, person, q, zone)
  return isProblem(question) ? question : null
}

/** The filter whose value is none of those there are. */
const unreadIn = ({ state, rating, priority }: ListAsk['filters']): string | undefined => {
  if (state && !conversationStates.some((one) => one === state)) return 'state'
  if (rating && !/^([1-5]|none)$/.test(rating)) return 'rating'
  return priority && !priorities.some((one) => one === priority) ? 'priority' : undefined
}

/** All conversations that somebody may read, narrowed and in order. */
export const readConversations = async (
  store: Store,
  person: Staff,
  ask: ListAsk,
  limit: number,
): Promise<ListRows<ConversationLine>> => {
  const question = await questionOf(store, person, ask.q, ask.zone ?? 'UTC')
  const ids = question && !isProblem(question) ? await findConversations(store, question) : null
  if (ids?.length === 0) return { rows: [], next: null }
  const order = orders[ask.sort] ?? 'opened'
  const found = await store.conversations.page(
    {
      filter: { ...filterOf(ask), ...(ids ? { ids } : {}) },
      ...{ sight: sightOf(person), order, descending: ask.descending, after: ask.until },
    },
    limit + 1,
  )
  const page = found.slice(0, limit)
  const last = found.length > limit ? page.at(-1) : undefined
  return {
    rows: await linesOf(store, page),
    next: last ? placeOf(order, last) : null,
  }
}

/** With the names of their departments, and what was said in them in figures. */
export const linesOf = async (
  store: Store,
  rows: readonly ConversationRow[],
): Promise<ConversationLine[]> => {
  const [talks, departments] = await Promise.all([
    store.conversations.talks(rows.map(({ id }) => id)),
    store.departments.all(),
  ])
  const names = new Map(departments.map(({ id, name }) => [id, name]))
  return rows.map((row) => ({
    ...row,
    departmentName: names.get(row.department) ?? row.department,
    ...(talks.get(row.id) ?? { messages: 0, answeredAt: null }),
  }))
}

const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name)
const option = ({ id, name }: { id: string; name: string }) => ({ value: id, label: name })

/** The departments whose conversations somebody may read, and everybody who answers. */
export const conversationChoices = async (store: Store, person: Staff): Promise<ListChoices> => {
  const [departments, agents] = await Promise.all([store.departments.all(), store.agents.all()])
  const seen = allows(person, 'conversations.watch.all')
    ? departments
    : departments.filter(({ id }) => person.departments.includes(id))
  return {
    department: [...seen].sort(byName).map(option),
    agent: [...agents].sort(byName).map(option),
    language: languages.map((language) => ({ value: language, label: ownName[language] })),
  }
}
