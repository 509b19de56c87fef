import type { Priority } from '../../../actors/conversation/aspects/priorities'
import type { SentFile } from '../../../actors/entry'
import type { ConversationRow, ConversationState } from '../../../actors/summary'
import type { PageContext } from '../../page-context'
import type { Whereabouts } from '../visitor-page'

/** In the order they stand. */
export const views = [
  ...(['mine', 'line', 'due', 'mentions', 'team', 'snoozed', 'closed', 'all'] as const),
] as const
export type View = (typeof views)[number]

/** A day as its reader names it, `2026-11-20`, and when it begins there, ms UTC. */
export type FilterDay = { day: string; at: number }

/** What narrows a list: all of it applies. */
export type Filter = {
  department?: string
  agent?: string
  tag?: string
  state?: ConversationState
  priority?: Priority
  /** A promised time is over, or will be soon. */
  sla?: 'late' | 'risk'
  /** 1 to 5; 0 for those that were not rated. */
  stars?: number
  /** Those that ended without an answer. */
  answered?: 'never'
  /** Begun on a day or after it; on a day or before it. */
  since?: FilterDay
  before?: FilterDay
}

/**
 * The list somebody chose. Of one that is read page by page, if they went on, those after a time, ms
 * UTC, and of those right then the ones after an id.
 */
export type List = {
  view: View
  until?: { at: number; id: string } | undefined
  /** Of the line: that of one department alone. */
  department?: string | undefined
  /** Of the line of one department: the place its page begins with, where that is not the first. */
  from?: number | undefined
  /** Left out where nothing narrows it. */
  filter?: Filter | undefined
}

/** A conversation as the lists show it. */
export type Row = ConversationRow & {
  /** The newest thing said, cut short. */
  preview: string
  /** Its author took it back. */
  withdrawn?: true
  previewBy: 'visitor' | 'agent'
  /** What came without a word. */
  previewFile?: Pick<SentFile, 'name' | 'type'>
  /** Who of the desk said it; left out where its visitor did. */
  previewFrom?: { id: string; name: string }
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
  /** In a list of calls: the line that called its reader last, and its client id. */
  mentionedIn?: { seq: number; entry: string }
}

/** One that rings at the reader: until when they may answer, ms UTC. */
export type Offer = { row: Row; until: number | null }

/** How many wait in a department. */
export type LineLength = { department: string; count: number }

/** The way to rows that a list does not show, and how many they are where that is known. */
export type More =
  | { where: 'older'; to: List }
  | { where: 'line' | 'department' | 'behind'; to: List; count: number }
  | { where: 'ahead'; to: List }

/** Conversations in which their reader is called by name, with when they last were, ms UTC: newest call first. */
export type Calls = ReadonlyMap<string, number>

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
  /** Whether they may do something to many rows at once. */
  selects?: boolean
  /** Where they are called by name and have not seen it. */
  mentions?: Calls
}
