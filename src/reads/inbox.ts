import type { Staff } from '../../actors/people'
import { type AgentRow, type ConversationRow, isOver } from '../../actors/summary'
import { paths } from '../../views/paths'
import type { BannerKind } from '../../views/workbench/banner'
import type { DepartmentNames, List, Offer, Row, View } from '../../views/workbench/inbox/lists'
import { allows } from '../policies/permissions'
import type { InboxRow } from '../store/ports/inbox'
import { withQueueStatus } from './queue-status'
import type { Reads } from './reads'

const HEAD_ROWS = 5
const PAGE_ROWS = 50

type Needed = Pick<Reads, 'store' | 'departments'>
type Stood = Needed & Pick<Reads, 'onDuty' | 'clock'>

/** What an agent's lists hold now. */
export type Lists = {
  list: List
  counts: Record<View, number | null>
  offers: Offer[]
  rows: Row[]
  line: Row[]
  departments: DepartmentNames
  /** Where the next page of closed ones is; null when these are all. */
  older: string | null
  /** Until when its marks hold though nothing rings, ms UTC. */
  until: number
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

/** Reads one of the three lists, with the offers and the figures on the tabs. */
export const readLists = async (desk: Stood, staff: Staff, list: List): Promise<Lists> => {
  const { inbox } = desk.store
  const { view, until } = list
  const departments = await departmentsOf(desk, staff)
  const [all, counts, names] = await Promise.all([
    inbox.held(staff.id),
    Promise.all(departments.map((id) => inbox.lineCount(id))),
    namesOf(desk),
  ])
  const waiting = counts.reduce((sum, count) => sum + count, 0)
  const rings = all.filter((row) => isOffer(row, staff.id))
  const held = all.filter((row) => !isOffer(row, staff.id))
  const inLine =
    view === 'closed' || waiting === 0
      ? []
      : await inbox.line(departments, view === 'line' ? PAGE_ROWS : HEAD_ROWS)
  // A row stands in one list only: not one that rings here, nor one that somebody has already,
  // of which the line is about to hear.
  const { rows: waits, until: holds } = await withQueueStatus(
    desk,
    inLine.filter((row) => !isOffer(row, staff.id) && row.state !== 'active' && !isOver(row)),
  )
  const closed = view === 'closed' ? await inbox.closed(departments, until, PAGE_ROWS) : []
  return {
    list,
    counts: { mine: held.length, line: waiting, closed: null },
    offers: await Promise.all(rings.map((row) => offer(desk, row))),
    rows: view === 'mine' ? held : view === 'line' ? waits : closed,
    line: view === 'mine' ? waits : [],
    departments: names,
    older: closed.length < PAGE_ROWS ? null : olderThan(closed.at(-1)),
    until: holds,
  }
}

const olderThan = (last: InboxRow | undefined): string | null =>
  last?.closedAt == null
    ? null
    : paths.workbench.list({ view: 'closed', until: { at: last.closedAt, id: last.id } })

export const isOffer = (row: ConversationRow, agent: string): boolean =>
  row.state === 'offered' && row.offeredTo === agent

/** Until when he may answer: its department's patience with an offer, from the choice of him. */
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
