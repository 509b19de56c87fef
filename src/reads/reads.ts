import type { Macro } from '../../actors/canned/macro'
import type { Bus } from '../bus/bus'
import type { Clock } from '../clock'
import type { Log } from '../log'
import type { BlockList } from '../policies/blocks'
import type { Store } from '../store/store'
import type { AgentPresence } from './agent-presence'
import type { Colleagues } from './colleagues'
import type { ConversationViews } from './conversation-views'
import type { Departments } from './departments'
import type { DeskSettings } from './desk-settings'
import type { Entries } from './entries'
import type { OnDuty } from './on-duty'
import type { Outlooks } from './outlook'
import type { Lines } from './queue'
import type { TranscriptPages } from './transcript-pages'
import type { TtlMemo } from './ttl-memo'
import type { VisitorPresence } from './visitor-presence'

/** What pages and feeds of one node read from: the store, and what is kept of it here. */
export type Reads = {
  store: Store
  bus: Bus
  clock: Clock
  log: Log
  conversations: ConversationViews
  /** Who has which conversation open. */
  colleagues: Colleagues
  lines: Lines
  agentPresence: AgentPresence
  visitorPresence: VisitorPresence
  entries: Entries
  transcriptPages: TranscriptPages
  onDuty: OnDuty
  departments: Departments
  /** What holds for the whole desk. */
  settings: DeskSettings
  outlooks: Outlooks
  /** Every macro, as it was a few seconds ago. */
  macros: TtlMemo<Macro[]>
  /** Who is kept out, as this node knows. */
  blocks: BlockList
  /** Whether this node has set a conversation aside: it cannot go on. */
  isParked(conversation: string): boolean
}
