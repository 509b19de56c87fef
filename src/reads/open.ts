import { type Address, addressOf } from '../../actors/address'
import { MACROS } from '../../actors/canned/macro'
import type { Mask } from '../../actors/masking/mask'
import type { Bus } from '../bus/bus'
import type { Clock } from '../clock'
import { throttleWarnings } from '../live/throttle-warnings'
import type { Log } from '../log'
import type { BlockList } from '../policies/blocks'
import type { Store } from '../store/store'
import { AgentLists } from './agent-lists'
import { AgentPresence } from './agent-presence'
import { Boards } from './boards'
import { ClosedLists } from './closed-lists'
import { Colleagues } from './colleagues'
import { ConversationViews } from './conversation-views'
import { Departments } from './departments'
import { DeskSettings } from './desk-settings'
import { Entries } from './entries'
import { FoundLists } from './found-lists'
import { MentionLists } from './mention-lists'
import { OnDuty } from './on-duty'
import { Outlooks } from './outlook'
import { Lines } from './queue'
import { QueueHeads } from './queue-heads'
import type { Reads } from './reads'
import { SiteVisitors } from './site-visitors'
import { sitesMemo } from './sites'
import { StartPages } from './start-pages'
import { Texts } from './texts'
import { TranscriptPages } from './transcript-pages'
import { ttlMemo } from './ttl-memo'
import { VisitorPresence } from './visitor-presence'

type Masks = { mask: Mask; listen(hear: () => void): () => void }

/** What reads need of their node. */
export type ReadsParts = {
  store: Store
  bus: Bus
  clock: Clock
  log: Log
  system: { isParked(address: Address): boolean }
  blocks: BlockList
  masks: Masks
}

/** All that pages and feeds of one node read, with what is kept of it here. */
export const openReads = (parts: ReadsParts) => {
  const reads = readsOver(parts)
  const agentLists = new AgentLists(reads)
  const queueHeads = new QueueHeads(reads)
  const closedLists = new ClosedLists(reads)
  const startPages = new StartPages(reads)
  const foundLists = new FoundLists(reads)
  const mentionLists = new MentionLists(reads)
  const boards = new Boards(reads)
  const siteVisitors = new SiteVisitors(reads)
  const texts = new Texts(parts)
  const { colleagues, conversations, departments, onDuty, visitorPresence, settings } = reads
  const drop = () => {
    reads.entries.drop()
    reads.transcriptPages.drop()
  }
  const stops = [
    parts.masks.listen(drop),
    parts.bus.subscribeAll(({ what }) => {
      if (what === 'erased') drop()
    }),
  ]
  return {
    ...reads,
    sites: sitesMemo(parts.store, parts.clock),
    ...{ agentLists, queueHeads, closedLists, foundLists, startPages, siteVisitors },
    ...{ boards, mentionLists, texts },
    close() {
      for (const stop of stops) stop()
      const shared = [colleagues, conversations, departments, onDuty, visitorPresence, settings]
      const own = [agentLists, queueHeads, closedLists, foundLists, startPages, siteVisitors]
      const all = [...own, boards, mentionLists, texts, ...shared]
      for (const each of all) each.close()
    },
  }
}
export type OpenReads = ReturnType<typeof openReads>

const readsOver = (parts: ReadsParts): Reads => {
  const { store, bus, clock, log, system, blocks } = parts
  const entries = new Entries(parts.masks.mask)
  const onDuty = new OnDuty(parts)
  const settings = new DeskSettings(parts)
  const macros = ttlMemo(clock, () => store.macros.all())
  // Before any page looks again: what was read for them last is no longer so.
  bus.subscribe(MACROS, () => macros.drop())
  return {
    ...{ store, bus, clock, log: throttleWarnings(log, clock) },
    conversations: new ConversationViews(parts, bus),
    colleagues: new Colleagues(parts),
    onDuty,
    lines: new Lines({ ...parts, onDuty }),
    agentPresence: new AgentPresence(store, bus),
    visitorPresence: new VisitorPresence(parts),
    entries,
    transcriptPages: new TranscriptPages(store, entries),
    settings,
    departments: new Departments({ ...parts, onDuty, settings }),
    outlooks: new Outlooks(parts),
    ...{ macros, blocks },
    isParked: (conversation) => system.isParked(addressOf('conversation', conversation)),
  }
}
