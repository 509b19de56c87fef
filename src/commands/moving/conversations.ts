import { addressOf } from '../../../actors/address'
import { saidByLines } from '../../../actors/conversation/imported'
import { timingsOf } from '../../../actors/department/settings'
import type { Entry } from '../../../actors/entry'
import { renamedBody } from '../../../actors/moving/ids'
import { type LineOf, OWN_SOURCE } from '../../../actors/moving/line'
import type { DepartmentRow } from '../../../actors/summary'
import { type Turn, takeTurn } from '../../../actors/turn'
import { nameless } from '../../../actors/visitor/name'
import { type Bringing, bringAll } from './bring'
import { erasedAmong } from './hidden'
import type { Numbered, Outcome } from './moved'
import { idFor, originsOf } from './refs'
import type { Taking } from './taking'
import { firstOfEach } from './visitors'

type ConversationLine = LineOf<'conversation'>
type Found = Map<string, string>
/** What these lines name, as it is called here. */
type Named = {
  visitors: Found
  people: Found
  departments: Found
  conversations: Found
  /** Visitors of ours of whom nothing comes back. */
  erased: ReadonlySet<string>
}
type Ready = Bringing & { visitor: string; openedAt: number; turn: Turn }

/** Conversations that are over, each in one turn with all of its lines. */
export const takeConversations = async (
  taking: Taking,
  lines: readonly Numbered<ConversationLine>[],
): Promise<Outcome[]> => {
  const named = await namedIn(taking, lines)
  const rows = new Map((await taking.store.departments.all()).map((row) => [row.id, row]))
  const at = taking.now()
  const all = lines.map(({ line }) => readyOf(line, named, rows, at))
  const ready = all.flatMap((one) => ('turn' in one ? [one] : []))
  const outcomes = await bringAll(taking, firstOfEach(ready), async (some) =>
    taking.store.origins.bringIn({
      turns: [...some.map(({ turn }) => turn), ...(await theirs(taking, some, at))],
      files: [],
      origins: some.flatMap(({ origins }) => origins),
    }),
  )
  return all.map((one): Outcome => {
    if ('why' in one) return one
    return outcomes.get(one) ?? { id: one.id, was: 'known' }
  })
}

const namedIn = async (
  { store, refs }: Taking,
  lines: readonly Numbered<ConversationLine>[],
): Promise<Named> => {
  const source = lines[0]?.line.source ?? ''
  const all = lines.map(({ line }) => line)
  const authors = (by: string) =>
    all.flatMap(({ entries }) =>
      entries.flatMap((one) => (one.by === by && one.author !== null ? [one.author] : [])),
    )
  const visitors = [
    ...all.flatMap(({ visitor, guests }) => [visitor, ...guests]),
    ...authors('visitor'),
  ]
  const people = [...all.flatMap(({ agent }) => agent ?? []), ...authors('agent')]
  const elsewhere = all.flatMap(({ merged_into: into, branched_from: from }) => [
    ...(into === null ? [] : [into]),
    ...(from === null ? [] : [from.conversation]),
  ])
  const found = await refs.look(source, 'visitor', visitors)
  return {
    visitors: found,
    erased: await erasedAmong(store, [...new Set(found.values())]),
    people: await refs.look(source, 'person', people),
    departments: await refs.look(
      source,
      'department',
      all.map(({ department }) => department),
    ),
    conversations: await refs.look(source, 'conversation', elsewhere),
  }
}

/** What a person, who may not be here any more, is called: a desk's own keep their id. */
const personIn = ({ source }: ConversationLine, { people }: Named, ref: string): string | null =>
  people.get(ref) ?? (source === OWN_SOURCE ? ref : null)

/** Whether it is a conversation of somebody who was erased here, or has words of theirs. */
const saysOfErased = (line: ConversationLine, { visitors, erased }: Named): boolean => {
  if (erased.size === 0) return false
  const authors = line.entries.flatMap(({ by, author }) => (by === 'visitor' ? [author ?? ''] : []))
  return [line.visitor, ...line.guests, ...authors].some((ref) =>
    erased.has(visitors.get(ref) ?? ''),
  )
}

const readyOf = (
  line: ConversationLine,
  named: Named,
  rows: ReadonlyMap<string, DepartmentRow>,
  at: number,
): Ready | { why: 'visitorMissing' | 'visitorErased' | 'departmentMissing'; field: string } => {
  const visitor = named.visitors.get(line.visitor)
  if (visitor === undefined) return { why: 'visitorMissing', field: 'visitor' }
  if (saysOfErased(line, named)) return { why: 'visitorErased', field: 'visitor' }
  const department = named.departments.get(line.department)
  if (department === undefined) return { why: 'departmentMissing', field: 'department' }
  const id = idFor(line.source, 'conversation', line.source_id, line.opened_at)
  const entries = line.entries.map((one) => entryOf(line, named, id, one))
  const last = entries.at(-1)
  const closedAt = Math.max(line.opened_at, line.closed_at ?? last?.at ?? 0)
  const row = rows.get(department)
  const turn = takeTurn(addressOf('conversation', id), undefined, {
    ...{ type: 'imported', at, visitor, department, closedAt },
    visitorName: line.visitor_name || nameless(visitor),
    // One that would only be brought in has no row yet.
    departmentName: row?.name ?? '',
    timings: timingsOf(row?.settings ?? NO_TIMES),
    agent: line.agent === null ? null : personIn(line, named, line.agent),
    agentName: line.agent_name,
    openedAt: line.opened_at,
    ...(line.closed_at === null ? { wasOpen: true as const } : {}),
    memory: { tags: line.tags, priority: line.priority, snooze: null },
    beside: besideOf(line, named),
    lines: saidByLines(entries),
  })
  return {
    ...{ id, visitor, openedAt: line.opened_at, origins: originsOf(line, id) },
    turn: { ...turn, entries, facts: [] },
  }
}
const NO_TIMES = { patience: 0, accept: 0, silence: 0 }

const entryOf = (
  line: ConversationLine,
  named: Named,
  conversation: string,
  { client_id: clientId, answers, author, body, ...rest }: ConversationLine['entries'][number],
): Entry => ({
  ...rest,
  ...{ conversation, clientId, edited: null },
  author: author === null ? null : authorIn(line, named, rest.by, author),
  ...(answers === null ? {} : { answers }),
  body: renamedBody(body, {
    person: (ref) => personIn(line, named, ref) ?? '',
    visitor: (ref) => named.visitors.get(ref) ?? ref,
    file: (ref) => idFor(line.source, 'file', ref),
  }),
})

const authorIn = (line: ConversationLine, named: Named, by: Entry['by'], ref: string) =>
  by === 'visitor' ? (named.visitors.get(ref) ?? null) : personIn(line, named, ref)

/** What splits and merges left is kept of a desk's own, which call it as it is called here. */
const besideOf = (line: ConversationLine, { visitors, conversations }: Named) => {
  const isOwn = line.source === OWN_SOURCE
  const inOf = (ref: string) => conversations.get(ref) ?? (isOwn ? ref : null)
  const { merged_into: into, branched_from: from, guests } = line
  return {
    messageLeft: line.message_left,
    mergedInto: into === null ? null : inOf(into),
    merges: isOwn ? (line.merges as never[]) : [],
    guests: guests.flatMap((ref) => visitors.get(ref) ?? (isOwn ? ref : [])),
    mergeCount: line.merge_count,
    branches: isOwn ? (line.branches as never[]) : [],
    branchedFrom:
      from && inOf(from.conversation) !== null
        ? { ...from, conversation: inOf(from.conversation) ?? '' }
        : null,
  }
}

/** Their visitors have them from now on, the newest first. */
const theirs = async ({ store }: Taking, some: readonly Ready[], at: number): Promise<Turn[]> => {
  const turns = [...Map.groupBy(some, ({ visitor }) => visitor)].map(async ([visitor, all]) => {
    const address = addressOf('visitor', visitor)
    const stored = await store.turns.load(address)
    const newest = all.toSorted((one, other) => other.openedAt - one.openedAt)
    const conversations = newest.map(({ id }) => id)
    const turn = takeTurn(address, stored, { type: 'took', at, conversations, open: null })
    return turn.rejected ? [] : [{ ...turn, facts: [] }]
  })
  return (await Promise.all(turns)).flat()
}
