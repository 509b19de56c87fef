import type { Kind } from './address'
import { agent } from './agent/logic'
import { conversation } from './conversation/logic'
import { department } from './department/logic'
import type { Logic } from './logic'
import { visitor } from './visitor/logic'

const registry = { visitor, conversation, agent, department }

type Registry = typeof registry

/** What an actor of a kind remembers, and its row in the lists. */
export type ContextOf<K extends Kind> = Registry[K]['initial']
export type RowOf<K extends Kind> = ReturnType<Registry[K]['summarize']>

/** The rows that lists and pages are made of: each a projection of one actor's snapshot. */
export type Summary = { [K in Kind]: { of: K } & RowOf<K> }[Kind]

export const logicOf = (kind: Kind): Logic => registry[kind] as unknown as Logic
