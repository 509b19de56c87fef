import type { Staff } from '../../actors/people'
import { type AgentRow, isOver } from '../../actors/summary'
import type { BannerKind } from '../../views/workbench/banner'
import type { Calls, LineLength, List, More, Offer, Row } from '../../views/workbench/inbox/lists'
import type { Counts } from '../../views/workbench/inbox/tabs'
import type { Whereabouts } from '../../views/workbench/visitor-page'
import { allows } from '../policies/permissions'
import type { InboxRow } from '../store/ports/conversations'
import { departmentsOf, namesFor } from './department-names'
import { promiseAny } from './departments'
import { type Found, filterFor, isFound, readFound } from './found-lists'
import { mentionedReader, readMentions } from './mention-lists'
import { mergedHeads } from './merged-heads'
import { furtherThan, moreOf } from './more'
import { isOffer, offersOf } from './offers'
import { figuresOf, headWithStatus, type Queued, type QueueHead } from './queue-head'
import { chosenLine, depthOf, PAGE_ROWS, stretchesOf } from './queue-stretch'
import type { Reads } from './reads'

type Needed = Pick<Reads, 'store' | 'departments'>
type ListsNeeded = Needed & Pick<Reads, 'onDuty' | 'clock' | 'visitorPresence'>

/** An agent's own: all that they hold or that rings at them, and until when it rings. */
export type AgentInbox = { all: readonly InboxRow[]; offers: readonly Offer[] }

/** One of a list, its place while it stands in a line, and where its visitor's page is. */
export type Listed = { row: Row; place?: number; page?: Whereabouts | null }

/** What an agent's lists hold now. */
export type Lists = {
  counts: Counts
  /** How many were found, where the list is looked for. */
  found: number | null
  offers: readonly Offer[]
  rows: readonly Listed[]
  line: readonly Listed[]
  /** The line of each department, where one is chosen of several. */
  lines: readonly LineLength[]
  /** The ways to what these do not show. */
  more: readonly More[]
  /** Where they are called by name and have not seen it. */
  mentions: Calls
}

/** Reads one of the three lists, with the offers and the figures on the tabs. */
export const readLists = async (desk: ListsNeeded, staff: Staff, list: List) => {
  const departments = await departmentsOf(desk, staff)
  const closes = list.view === 'closed' && !isFound(list) ? departments : []
  const [all, heads, closed, names, found, mentions, promises] = await Promise.all([
    desk.store.conversations.held(staff.id),
    readHeads(desk, departments, list),
    Promise.all(closes.map((department) => readClosed(desk, department, list))),
    namesFor(desk, departments),
    isFound(list) ? findRows(desk, staff, list) : null,
    mentionedReader(desk, staff).then((reader) => readMentions(desk, reader)),
    promiseAny(desk.departments, departments),
  ])
  const own = { all, offers: await offersOf(desk, all, staff.id) }
  const lists = listsOf(staff.id, list, {
    ...{ own, heads, closed, found, mentions, promises },
  })
  desk.visitorPresence.ask(visitorsOf(lists))
  const seen = withPages(lists, (visitor) => desk.visitorPresence.of(visitor))
  const selects = allows(staff, 'conversations.bulk')
  return { ...shown(seen), list, departments: names, selects }
}

const findRows = async (desk: ListsNeeded, staff: Staff, list: List): Promise<Found> =>
  readFound(desk, { filter: await filterFor(desk, staff, list), until: list.until })

/** All stretches of lines that a list is made of. */
const readHeads = async (
  desk: ListsNeeded,
  departments: readonly string[],
  list: List,
): Promise<QueueHead[]> => {
  const { conversations } = desk.store
  const stretches = stretchesOf(list, departments)
  const further = stretches.filter(({ from }) => from > 1)
  const depth = Math.max(0, ...stretches.map((stretch) => stretch.depth))
  const [near, far] = await Promise.all([
    conversations.lineHeads(departments, depth, desk.clock.now()),
    Promise.all(further.map((stretch) => conversations.lineStretch(stretch, stretch.depth))),
  ])
  const froms = further.map(({ from }) => from)
  return Promise.all([
    ...near.map((head) => headWithStatus(desk, head, 1)),
    ...far.map((head, n) => headWithStatus(desk, head, froms[n] ?? 1)),
  ])
}

/** The lists with each row's place in it, as pages draw them. */
export const shown = ({ rows, line, ...lists }: Lists) => ({
  ...lists,
  rows: rows.map(placed),
  line: line.map(placed),
})

export const placed = ({ row, place, page }: Listed): Row => ({
  ...row,
  ...(place === undefined ? {} : { place }),
  ...(page ? { page } : {}),
})

/** Whose pages matter to who looks at these lists: of what is over nobody is waited for. */
export const visitorsOf = ({ offers, rows, line }: Lists): ReadonlySet<string> => {
  const listed = [...offers, ...rows, ...line].filter(({ row }) => !isOver(row))
  return new Set(listed.map(({ row }) => row.visitor))
}

/** The same lists, with where each visitor's page is; of a conversation that is over nobody asks. */
export const withPages = (lists: Lists, pageOf: (visitor: string) => Whereabouts | null): Lists => {
  const where = (row: Row) => (isOver(row) ? null : pageOf(row.visitor))
  const listed = (one: Listed): Listed => ({ ...one, page: where(one.row) })
  return {
    ...lists,
    offers: lists.offers.map(({ row, until }) => ({ row: { ...row, page: where(row) }, until })),
    rows: lists.rows.map(listed),
    line: lists.line.map(listed),
  }
}

/** What the lists of an agent are made of: their own, the lines, and what is closed, by department. */
type Parts = {
  own: AgentInbox
  heads: readonly QueueHead[]
  closed: readonly (readonly InboxRow[])[]
  /** A page of what was looked for; null where nothing was. */
  found: Found | null
  mentions: Calls
  /** Whether any of these departments promises something within a time. */
  promises: boolean
}

export const listsOf = (agent: string, list: List, parts: Parts): Lists => {
  const { own, heads, closed, found } = parts
  const theirOwn = own.all.filter((row) => !isOffer(row, agent))
  const held = theirOwn.filter(({ snooze }) => !snooze).map((row) => ({ row }))
  const snoozed = theirOwn.filter(({ snooze }) => snooze).map((row) => ({ row }))
  // One of them may have been read before the other: what is theirs stands nowhere else.
  const theirs = new Set(own.all.map(({ id }) => id))
  const shownHeads = headsShown(list, heads).map(({ rows }) => ({
    rows: rows.filter((queued) => !theirs.has(queued.id) && waitsFor(queued, agent)),
  }))
  const waits = mergedHeads(shownHeads, depthOf(list))
  const past = closed.flat().sort(byClosing).slice(0, PAGE_ROWS)
  const closedRows = past.filter(({ id }) => !theirs.has(id)).map((row) => ({ row }))
  const lines = lengthsOf(heads)
  const { due, ...sums } = figuresOf(heads)
  const counts = {
    mine: held.length,
    line: lines.reduce((sum, { count }) => sum + count, 0),
    snoozed: snoozed.length,
    mentions: parts.mentions.size,
    ...(parts.promises ? { due } : {}),
    ...sums,
  }
  const { offers } = own
  const { mentions } = parts
  if (found) {
    const rings = new Set(offers.map(({ row }) => row.id))
    const rows = found.rows.filter(({ id }) => !rings.has(id)).map((row) => ({ row }))
    const more = furtherThan(list, found.rows)
    return { counts, offers, rows, line: [], lines: [], more, mentions, found: found.count }
  }
  const { view } = list
  const byView = { mine: held, line: waits, snoozed, closed: closedRows }
  return {
    ...{ counts, offers, mentions, found: null },
    // The others are looked for.
    rows: view in byView ? byView[view as keyof typeof byView] : [],
    line: view === 'mine' ? waits : [],
    lines: view === 'line' && lines.length > 1 ? lines : [],
    more: moreOf(list, { lines, waits, rings: offers.map(({ row }) => row), past }),
  }
}

const lengthsOf = (heads: readonly QueueHead[]): LineLength[] =>
  heads.flatMap(({ department, from, count }) => (from === 1 ? [{ department, count }] : []))

/** Of what was read, the stretches whose rows the list shows: others only tell how many wait. */
const headsShown = (list: List, heads: readonly QueueHead[]): readonly QueueHead[] => {
  const departments = lengthsOf(heads).map(({ department }) => department)
  const chosen = chosenLine(list, departments)
  if (chosen === undefined) return heads
  const from = list.from ?? 1
  return heads.filter((head) => head.department === chosen && head.from === from)
}

/**
 * A row stands in one list only: not one that rings here, nor one that somebody has already, of
 * which the line is about to hear.
 */
const waitsFor = ({ row }: Queued, agent: string): boolean =>
  !isOffer(row, agent) && row.state !== 'active' && !isOver(row)

const byClosing = (a: InboxRow, b: InboxRow): number =>
  (b.closedAt ?? 0) - (a.closedAt ?? 0) || (a.id < b.id ? 1 : -1)

/** A page of one department's closed conversations. */
export const readClosed = (
  { store }: Pick<Reads, 'store'>,
  department: string,
  { until }: List,
): Promise<InboxRow[]> => store.conversations.closed([department], until, PAGE_ROWS)

/** What an agent should know before anything else. */
export const bannerOf = ({ status, lost }: Pick<AgentRow, 'status' | 'lost'>): BannerKind => {
  if (status !== 'away') return null
  return lost ? 'lost' : 'away'
}
