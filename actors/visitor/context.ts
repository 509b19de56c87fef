import type { RuleOf } from '../rule'

/** What the desk remembers of a visitor. */
export type VisitorContext = {
  id: string
  name: string
  email: string
  language: string
  /** Where they last asked from, as limits count it; empty when that is not known. */
  address: string
  /** The open conversation, or the last one; null before the first. */
  conversation: string | null
  /** The newest that each of these conversations told, by the version of its turn. */
  news: Readonly<Record<string, number>>
  /** The request that opened it: the same request again opens nothing new. */
  clientId: string
  /** Earlier conversations, newest first; a few, for the agent. */
  earlier: readonly string[]
}

/** What it does about an event. */
export type Rule<E> = RuleOf<VisitorContext, E>

export const initialVisitor = (id: string): VisitorContext => ({
  id,
  name: '',
  email: '',
  language: 'en',
  address: '',
  conversation: null,
  news: {},
  clientId: '',
  earlier: [],
})
