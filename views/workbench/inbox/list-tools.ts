import type { Language } from '../../words/language'
import type { List } from './lists'

export type Named = { id: string; name: string }

/** A list that is kept under a name; `query` is what stands behind the `?` of its address. */
export type SavedView = Named & { query: string; shared: boolean; removable: boolean }

/** What a list can be narrowed by, what is kept, and what its reader may do. */
export type ListTools = {
  agents: readonly Named[]
  /** None on a desk with only one. */
  departments: readonly Named[]
  saved: readonly SavedView[]
  canShare: boolean
  /** How many the list holds in all, for who may do something to many at once; null for others. */
  bulk: { matching: number } | null
}

/** `now` is when the page is drawn: what is done to all is done to them as they were then. */
export type ToolsProps = { language: Language; now: number; list: List; tools: ListTools }
