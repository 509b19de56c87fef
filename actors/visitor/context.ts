import type { RuleOf } from '../rule'

/** What the desk remembers of a visitor. */
export type VisitorContext = {
  id: string
  name: string
  email: string
  language: string
  /** Who they are on the site that has proven it; empty for who is not known. */
  subject: string
  /** What a site says of them beside that. */
  fromSite: Readonly<Record<string, string>>
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

/** What was not remembered in the beginning, as it is of who is not known. */
export const unknownVisitor = { subject: '', fromSite: {} } satisfies Partial<VisitorContext>

export const initialVisitor = (id: string): VisitorContext => ({
  ...unknownVisitor,
  id,
  name: '',
  email: '',
  language: 'en',
  conversation: null,
  news: {},
  clientId: '',
  earlier: [],
})
