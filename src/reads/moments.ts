import { type Address, addressOf, kindOf } from '../../actors/address'
import { type Chart, chartOf } from '../../actors/chart/chart'
import { nameOf } from '../../actors/chart/event-name'
import { refusalOf } from '../../actors/chart/refusal'
import { statesIn, waysOf } from '../../actors/chart/where'
import { contextIn, valueIn } from '../../actors/current'
import { isDeepEqual } from '../../actors/equal'
import { logicOf } from '../../actors/registry'
import type { Stored } from '../../actors/snapshot'
import type { ContextField, Moment, Snap } from '../../views/office/statechart/moment'
import type { Walked } from '../../views/office/statechart/walked'
import type { Charted } from '../../views/words/statechart/events'
import type { Turns } from '../store/ports/turns'
import { asStored, isStored, type Retaken, retake } from '../system/replay'
import { lineOf } from './journal-lines'
import { stepsOf } from './moment-steps'

/** So many turns are taken again for one page; of a longer journal only what is so now is shown beyond. */
export const MOST_RETAKEN = 1_000
/** Of a journal so long each line is shown; of a longer one those around the moment. */
const WHOLE_JOURNAL = 120
const AROUND = 40

/** Whose moments they are. */
export type Who = { kind: Charted; id: string; name: string }
type Store = { turns: Pick<Turns, 'journal' | 'load' | 'versions'> }

/** How many turns an actor has taken; 0 when it never was. */
export const turnsOf = async (store: Store, address: Address): Promise<number> =>
  (await store.turns.versions([address])).get(address) ?? 0

/** An actor after turn `at` of `of`, as its journal leads there. */
export const readMoment = async (
  { turns }: Store,
  { kind, id, name }: Who,
  at: number,
  of: number,
): Promise<Moment> => {
  const address: Address = addressOf(kind, id)
  const isShort = of <= WHOLE_JOURNAL
  const first = isShort ? 0 : Math.max(0, Math.min(at - AROUND, of - 2 * AROUND))
  const rows = await turns.journal(address, first, isShort ? WHOLE_JOURNAL : 2 * AROUND)
  const journal = rows.map(lineOf)
  const walk = at <= MOST_RETAKEN ? await walkTo(turns, address, at) : null
  return {
    ...{ kind, id, name, at, of, journal },
    line: journal.find(({ version }) => version === at) ?? null,
    damagedAt: walk?.damagedAt ?? null,
    snap: walk?.last
      ? await snapOf(turns, address, walk.last, walk.walked, at === of)
      : await kept(turns, address, at === of && !walk),
  }
}

type Walk = { last: Retaken | null; walked: Walked; damagedAt: number | null }

const charts = new Map<string, Chart>()
const chartFor = (kind: Charted): Chart => {
  const chart = charts.get(kind) ?? chartOf(logicOf(kind).machine)
  charts.set(kind, chart)
  return chart
}

/** Every state it was in on its way there, and how it went. */
const walkTo = async (
  turns: Pick<Turns, 'journal'>,
  address: Address,
  at: number,
): Promise<Walk> => {
  const kind = kindOf(address) as Charted
  const [been, ways] = [new Set<string>(), new Set<string>()]
  let last: Retaken | null = null
  let [before, now]: [string[], string[]] = [[], initialStates(kind)]
  let lastWays: string[] = []
  for await (const again of retake(turns, address, at)) {
    if (typeof again === 'number') return { last: null, walked: emptyWalk, damagedAt: again }
    for (const state of now) been.add(state)
    before = now
    now = statesIn(valueIn(kind, again.stored.snapshot))
    const event = nameOf(again.turn.event.type)
    lastWays = again.turn.rejected ? [] : waysOf(chartFor(kind), { event, before, after: now })
    for (const way of lastWays) ways.add(way)
    last = again
  }
  return { last, walked: { now, been: [...been], lastWays, ways: [...ways] }, damagedAt: null }
}

const emptyWalk: Walked = { now: [], been: [], lastWays: [], ways: [] }

/** Where an actor of a kind begins, before its first turn. */
const initialStates = (kind: Charted): string[] => {
  const { states } = chartFor(kind)
  const begins = (parent: string): string[] =>
    states
      .filter((state) => state.parent === parent && (state.isInitial || state.kind === 'region'))
      .flatMap(({ id }) => [id, ...begins(id)])
  return begins('')
}

const snapOf = async (
  turns: Pick<Turns, 'load'>,
  address: Address,
  { turn, before, stored: live }: Retaken,
  walked: Walked,
  isNewest: boolean,
): Promise<Snap> => {
  const kind = kindOf(address) as Charted
  const stored = asStored(live)
  const from = before ? statesIn(valueIn(kind, before.snapshot)) : initialStates(kind)
  return {
    ...shown(address, stored, before),
    walked,
    steps: stepsOf(turn),
    refusal: turn.rejected ? refusalOf(logicOf(kind).machine, from, turn.event.type) : null,
    isEqual: isNewest ? await isStored(turns, address, stored) : null,
  }
}

/** What is stored of one whose journal is not taken again. */
const kept = async (
  turns: Pick<Turns, 'load'>,
  address: Address,
  isWanted: boolean,
): Promise<Snap | null> => {
  const stored = isWanted ? await turns.load(address) : undefined
  if (!stored) return null
  const now = statesIn(valueIn(kindOf(address), stored.snapshot))
  return {
    ...shown(address, stored, undefined),
    ...{ walked: { ...emptyWalk, now }, steps: [], refusal: null, isEqual: null },
  }
}

const shown = (address: Address, stored: Stored, before: Stored | undefined) => {
  const kind = kindOf(address)
  const context = contextIn(kind, stored.snapshot) as Readonly<Record<string, unknown>>
  const older = before && (contextIn(kind, before.snapshot) as typeof context)
  return { state: valueIn(kind, stored.snapshot), context, fields: fieldsOf(context, older) }
}

const fieldsOf = (
  context: Readonly<Record<string, unknown>>,
  older: Readonly<Record<string, unknown>> | undefined,
): ContextField[] =>
  Object.entries(context).map(([name, value]) =>
    !older || isDeepEqual(older[name], value)
      ? { name, value }
      : { name, value, before: older[name] },
  )
