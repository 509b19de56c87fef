import type { Staff } from '../../actors/people'
import { type AgentRow, type ConversationRow, isOver } from '../../actors/summary'
import { paths } from '../../views/paths'
import type { BannerKind } from '../../views/workbench/banner'
import type { DepartmentNames, List, Offer, Row, View } from '../../views/workbench/inbox/lists'
import type { Whereabouts } from '../../views/workbench/visitor-page'
import { allows } from '../policies/permissions'
import type { InboxRow } from '../store/ports/conversations'
import { mergedHeads } from './merged-heads'
import { headWithStatus, type Queued, type QueueHead } from './queue-heads'
import type { Reads } from './reads'

const HEAD_ROWS = 5
const PAGE_ROWS = 50

type Needed = Pick<Reads, 'store' | 'departments'>
type ListsNeeded = Needed & Pick<Reads, 'onDuty' | 'clock' | 'visitorPresence'>

/** An agent's own: all that they hold or that rings at them, and until when it rings. */
export type AgentInbox = { all: readonly InboxRow[]; offers: readonly Offer[] }

/** One of a list, its place while it stands in a line, and where its visitor's page is. */
export type Listed = { row: Row; place?: number; page?: Whereabouts | null }

/** What an agent's lists hold now. */
export type Lists = {
  counts: Record<View, number | null>
  offers: readonly Offer[]
  rows: readonly Listed[]
  line: readonly Listed[]
  /** Where the next page of closed ones is; null when these are all. */
  older: string | null
}

/** The departments whose line somebody sees: who may watch all, all; others their own. */
export const departmentsOf = async (desk: Needed, staff: Staff): Promise<readonly string[]> =>
  allows(staff, 'conversations.watch.all')
    ? (await desk.departments.all()).map(({ id }) => id)
    : staff.departments

/** Names for the chips: none on a desk with only one department. */
export const namesOf = async (desk: Needed): Promise<DepartmentNames> => {
  const all = await desk.departments.all()
  return all.length > 1 ? Object.fromEntries(all.map(({ id, name }) => [id, name])) : {}
}

/** How many of each line a list shows. */
export const depthOf = ({ view }: List): number =>
  view === 'line' ? PAGE_ROWS : view === 'mine' ? HEAD_ROWS : 0

/** Reads one of the three lists, with the offers and the figures on the tabs. */
export const readLists = async (desk: ListsNeeded, staff: Staff, list: List) => {
  const departments = await departmentsOf(desk, staff)
  const closes = list.view === 'closed' ? departments : []
  const [all, stored, closed, names] = await Promise.all([
    desk.store.conversations.held(staff.id),
    desk.store.conversations.lineHeads(departments, depthOf(list)),
    Promise.all(closes.map((department) => readClosed(desk, department, list))),
    namesOf(desk),
  ])
  const heads = await Promise.all(stored.map((head) => headWithStatus(desk, head)))
  const own = { all, offers: await offersOf(desk, all, staff.id) }
  const lists = listsOf(staff.id, list, { own, heads, closed })
  const seen = withPages(lists, (visitor) => desk.visitorPresence.of(visitor))
  return { ...shown(seen), list, departments: names }
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
}

export const listsOf = (agent: string, list: List, { own, heads, closed }: Parts): Lists => {
  const held = own.all.filter((row) => !isOffer(row, agent)).map((row) => ({ row }))
  // One of them may have been read before the other: what is theirs stands nowhere else.
  const theirs = new Set(own.all.map(({ id }) => id))
  const waits = mergedHeads(heads, depthOf(list)).filter(
    (queued) => !theirs.has(queued.id) && waitsFor(queued, agent),
  )
  const past = closed.flat().sort(byClosing).slice(0, PAGE_ROWS)
  const closedRows = past.filter(({ id }) => !theirs.has(id)).map((row) => ({ row }))
  const { view } = list
  return {
    counts: {
      mine: held.length,
      line: heads.reduce((sum, { count }) => sum + count, 0),
      closed: null,
    },
    offers: own.offers,
    rows: view === 'mine' ? held : view === 'line' ? waits : closedRows,
    line: view === 'mine' ? waits : [],
    older: past.length < PAGE_ROWS ? null : olderThan(past.at(-1)),
  }
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

const olderThan = (last: InboxRow | undefined): string | null =>
  last?.closedAt == null
    ? null
    : paths.workbench.list({ view: 'closed', until: { at: last.closedAt, id: last.id } })

export const isOffer = (row: ConversationRow, agent: string): boolean =>
  row.state === 'offered' && row.offeredTo === agent

/** What rings at an agent, and until when they may answer. */
export const offersOf = (
  desk: Needed,
  rows: readonly InboxRow[],
  agent: string,
): Promise<Offer[]> =>
  Promise.all(rows.filter((row) => isOffer(row, agent)).map((row) => offer(desk, row)))

/** Its department's patience with an offer counts from the choice of whom it rings at. */
const offer = async (desk: Needed, row: InboxRow): Promise<Offer> => {
  const [chosenAt, departments] = await Promise.all([
    row.offeredTo === null ? undefined : desk.store.turns.chosenAt(row.id, row.offeredTo),
    desk.departments.all(),
  ])
  const department = departments.find(({ id }) => id === row.department)
  if (chosenAt === undefined || !department) return { row, until: null }
  return { row, until: chosenAt + department.settings.accept }
}

/** What an agent should know before anything else. */
export const bannerOf = ({ status, lost }: Pick<AgentRow, 'status' | 'lost'>): BannerKind => {
  if (status !== 'away') return null
  return lost ? 'lost' : 'away'
}
