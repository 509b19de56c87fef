import { tagKey } from '../../actors/conversation/aspects/tags'
import type { Staff } from '../../actors/people'
import { NEVER_ANSWERED } from '../../actors/summary'
import { COUNTED_FOUND } from '../../views/workbench/inbox/found'
import type { List } from '../../views/workbench/inbox/lists'
import type { ConversationFilter, InboxRow, SlaNeed } from '../store/ports/conversations'
import { departmentsOf } from './department-names'
import { PAGE_ROWS } from './queue-stretch'
import type { Reads } from './reads'
import { SharedReads } from './shared-reads'
import { stableRows } from './stable-rows'

type Needed = Pick<Reads, 'store' | 'bus' | 'clock' | 'log'>

/** How often a list of open ones, or one with closed ones in it, is read at most, ms. */
const OPEN_REST_MS = 1_000
const CLOSED_REST_MS = 5_000
/** How often it is looked whether more is due though nothing happened, ms. */
export const DUE_TICK_MS = 10_000

/** A page of what was found, and how many there are in all; of very many `COUNTED_FOUND` and one. */
export type Found = { rows: readonly InboxRow[]; count: number }

/** What is looked for, whenever it is; at a time it is what the store is asked. */
export type FoundFilter = Omit<ConversationFilter, 'sla'> & { sla?: SlaNeed }

/** As it is at a time, ms UTC. */
export const filterAt = ({ sla, ...filter }: FoundFilter, at: number): ConversationFilter => ({
  ...filter,
  ...(sla ? { sla: { is: sla, at } } : {}),
})

const looked: ReadonlySet<List['view']> = new Set(['team', 'all', 'mentions', 'due'])

/** Whether a list is looked for: the others are kept for all who look at them. */
export const isFound = ({ view, filter }: List): boolean => filter !== undefined || looked.has(view)

/** What a list looks for, as far as its reader sees: their own, or what is in their departments. */
export const filterFor = async (
  desk: Pick<Reads, 'departments'>,
  staff: Staff,
  { view, filter = {}, department: line }: List,
): Promise<FoundFilter> => {
  const { department = line, state, since, before, tag, answered, ...same } = filter
  const isOwn = view === 'mine' || view === 'snoozed'
  const seen = isOwn ? undefined : await departmentsOf(desk, staff)
  // Where they are called by name they see what is in their hands too.
  const isCalled = view === 'mentions'
  const chosen =
    department === undefined
      ? isCalled
        ? undefined
        : seen
      : narrow(isCalled ? undefined : seen, department)
  const keys = [
    ...(tag === undefined ? [] : [tagKey(tag)]),
    ...(answered === 'never' ? [NEVER_ANSWERED] : []),
  ]
  return {
    ...byView(view),
    ...(isCalled ? { mentioned: { agent: staff.id, departments: seen ?? [] } } : {}),
    ...same,
    // Whose own it is goes before whose it is to be.
    ...(isOwn ? { agent: staff.id } : {}),
    ...(chosen ? { departments: chosen } : {}),
    ...(state ? { states: [state] } : {}),
    ...(keys.length === 0 ? {} : { keys }),
    ...(since ? { since: since.at } : {}),
    ...(before ? { before: before.at + DAY_MS } : {}),
  }
}

const DAY_MS = 86_400_000

const narrow = (seen: readonly string[] | undefined, department: string): readonly string[] =>
  !seen || seen.includes(department) ? [department] : []

const waiting = ['waiting', 'left', 'offered'] as const

const byView = (view: List['view']): FoundFilter => {
  switch (view) {
    case 'mine':
    case 'team':
      return { open: true, states: ['active'], snoozed: false }
    case 'snoozed':
      return { open: true, snoozed: true }
    case 'line':
      return { open: true, states: waiting }
    case 'due':
      return { open: true, sla: 'due' }
    case 'closed':
      return { open: false }
    case 'all':
    case 'mentions':
      return {}
  }
}

export const readFound = async (
  { store, clock }: Pick<Reads, 'store' | 'clock'>,
  { filter: asked, until }: Asked,
): Promise<Found> => {
  const filter = filterAt(asked, clock.now())
  const rows = await store.conversations.matching(filter, until, PAGE_ROWS)
  // What one page has is counted there: who finds little does not have it looked for once more.
  if (!until && rows.length < PAGE_ROWS) return { rows, count: rows.length }
  const ids = await store.conversations.matchingIds(filter, COUNTED_FOUND + 1)
  return { rows, count: ids.length }
}

/** The pages of found conversations that somebody looks at on this node, each read once for all. */
export class FoundLists extends SharedReads<Found> {
  private readonly needed: Needed
  private readonly unsubscribe: () => void
  private readonly stopTicking: () => void

  constructor(desk: Needed) {
    super(desk)
    this.needed = desk
    // What is due becomes so by itself.
    this.stopTicking = desk.clock.every(DUE_TICK_MS, () => {
      for (const key of this.keys()) if (askedIn(key).filter.sla) this.ask(key, OPEN_REST_MS)
    })
    this.unsubscribe = desk.bus.subscribeAll(({ what }) => {
      const isCall = what === 'mentioned'
      if (!isCall && what !== 'row' && what !== 'line' && what !== 'closed') return
      for (const key of this.keys()) {
        const { open, mentioned } = askedIn(key).filter
        if (isCall && !mentioned) continue
        this.ask(key, open || isCall ? OPEN_REST_MS : CLOSED_REST_MS)
      }
    })
  }

  override close(): void {
    super.close()
    this.unsubscribe()
    this.stopTicking()
  }

  protected override async read(keys: readonly string[]) {
    const lists = keys.map(async (key) => {
      const found = await readFound(this.needed, askedIn(key))
      const before = this.before(key)
      const rows = stableRows(before?.rows ?? [], found.rows)
      const isSame = before?.rows === rows && before.count === found.count
      return [key, isSame ? before : { ...found, rows }] as const
    })
    return new Map(await Promise.all(lists))
  }
}

type Asked = { filter: FoundFilter; until?: List['until'] }

export const foundKey = (asked: Asked): string => JSON.stringify(asked)
const askedIn = (key: string): Asked => JSON.parse(key)
