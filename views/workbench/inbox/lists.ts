import type { ConversationRow } from '../../../actors/summary'
import type { PageContext } from '../../page-context'
import type { Whereabouts } from '../visitor-page'

export type View = 'mine' | 'line' | 'closed'

/**
 * The list somebody chose; of the closed ones, if they went back, those closed before a time, ms
 * UTC, and of those closed right then the ones before an id.
 */
export type List = { view: View; until?: { at: number; id: string } | undefined }

/** A conversation as the lists show it. */
export type Row = ConversationRow & {
  /** The newest thing said, cut short. */
  preview: string
  previewBy: 'visitor' | 'agent'
  lastAt: number
  /** Visitor's messages that nobody has answered and the holder has not seen. */
  unread: number
  /** Since when the first of the visitor's messages waits that nobody answered, ms UTC. */
  unansweredSince: number | null
  /** Whether anybody of the desk has ever answered in it. */
  answered: boolean
  /** While it stands in the line: 1 is next. */
  place?: number
  /** Where its visitor's page is; left out when nobody knows. */
  page?: Whereabouts | null
}

/** One that rings at the reader: until when they may answer, ms UTC. */
export type Offer = { row: Row; until: number | null }

/** Names of departments by their ids; a desk with one department shows none. */
export type DepartmentNames = Readonly<Record<string, string>>

/** What every row of the lists needs to know of its reader. */
export type ViewerContext = Pick<PageContext, 'language' | 'now' | 'zone'> & {
  /** Id of the agent who reads. */
  me: string
  departments: DepartmentNames
  /** The open conversation; null when none is. */
  selected: string | null
  /** The list they chose: it stays when they open a conversation. */
  list: List
}
