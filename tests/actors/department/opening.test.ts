import { describe, expect, test } from 'bun:test'
import { addressOf } from '../../../actors/address'
import type { AnyEvent } from '../../../actors/events'
import { alwaysOpen, type Hours, hoursSchema } from '../../../actors/hours/hours'
import { noReads, type Reads } from '../../../actors/rows'
import type { Stored } from '../../../actors/snapshot'
import { type Turn, takeTurn } from '../../../actors/turn'
import { ID } from '../cells'
import { free, waiting } from './events'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
/** A Monday. */
const MONDAY = Date.UTC(2026, 10, 23)
const opens = MONDAY + 9 * HOUR_MS
const shuts = MONDAY + 17 * HOUR_MS
const hours: Hours = hoursSchema.parse({
  zone: 'UTC',
  week: { mon: '09:00-17:00', tue: '09:00-17:00', wed: '', thu: '', fri: '', sat: '', sun: '' },
})

const address = addressOf('department', ID)
const SLOT = `${address}/due.hours`

/** A department that takes turns one after the other, written down and read again in between. */
const begin = (at: number, changes: { hours?: Hours } = { hours }) => {
  let stored: Stored | undefined
  const take = (event: AnyEvent, reads: Partial<Reads> = {}): Turn => {
    const turn = takeTurn(address, stored, event, { ...noReads, ...reads })
    expect(turn.rejected).toBe(false)
    stored = JSON.parse(JSON.stringify({ version: turn.version, snapshot: turn.snapshot }))
    return turn
  }
  const made = take({ type: 'created', at, name: 'Sales', changes })
  return {
    made,
    take,
    due: (at: number, reads?: Partial<Reads>) => take({ type: 'due.hours', at }, reads),
  }
}

const shutSince = ({ snapshot }: Turn) => Reflect.get(snapshot.context as object, 'shutSince')
const armed = ({ mail }: Turn) =>
  mail.flatMap(({ timer, dueAt }) => (timer === SLOT ? [dueAt] : []))
const chosen = ({ decisions }: Turn) => decisions.map(({ conversation }) => conversation)
const comes = (at: number, conversation = 'lamp', more = {}): AnyEvent => ({
  ...{ type: 'queued', at, conversation, ticket: 1, front: false, since: at, refused: [] },
  ...more,
})

describe('a department with hours', () => {
  test('looks at them at once, and then when they change, to the millisecond', () => {
    const { made, due } = begin(opens - HOUR_MS)
    expect(armed(made)).toEqual([opens - HOUR_MS])
    const first = due(opens - HOUR_MS)
    expect([shutSince(first), armed(first)]).toEqual([opens - HOUR_MS, [opens]])
    const open = due(opens)
    expect([shutSince(open), armed(open)]).toEqual([null, [shuts]])
    const shut = due(shuts)
    expect([shutSince(shut), armed(shut)]).toEqual([shuts, [opens + DAY_MS]])
    expect(shut.facts.map(({ what }) => what)).toEqual(['state', 'floor'])
  })

  test('that are late, as after the program was down, are those of the time it is', () => {
    const { due } = begin(opens)
    due(opens)
    const late = due(opens + DAY_MS + HOUR_MS)
    expect([shutSince(late), armed(late)]).toEqual([null, [shuts + DAY_MS]])
  })

  test('hands out who came in time, and holds back who comes afterwards until it opens', () => {
    const { take, due } = begin(opens)
    due(opens)
    const floor = [free('ana')]
    const inTime = waiting('inTime', { since: shuts - 1, rank: 1 })
    const late = waiting('late', { since: shuts + 1, rank: 2 })
    const backToLine = waiting('back', { since: shuts + 2, rank: 3, lane: 0 })
    due(shuts)
    const goes = take(
      { type: 'continued', at: shuts + 5 },
      { line: [inTime, late, backToLine], floor },
    )
    expect(chosen(goes)).toEqual(['back', 'inTime'])
    const opening = due(opens + DAY_MS, { line: [late], floor })
    expect(chosen(opening)).toEqual(['late'])
  })

  test('tells who comes then that nobody is promised, and not who comes back in a talk', () => {
    const { take, due } = begin(opens)
    due(opens)
    due(shuts)
    const tells = (turn: Turn) => turn.mail.filter(({ timer }) => timer === null)
    const floor = [free('ana')]
    const came = take(comes(shuts + 1), { floor })
    expect(tells(came).map(({ event }) => event.type)).toEqual(['unattended'])
    const back = take(comes(shuts + 2, 'radio', { front: true }), { floor })
    expect(tells(back).map(({ event }) => event.type)).toEqual(['offered'])
  })

  test('that become others, or none, hold from then on', () => {
    const { take, due } = begin(shuts + HOUR_MS)
    expect(shutSince(due(shuts + HOUR_MS))).toBe(shuts + HOUR_MS)
    const at = shuts + 2 * HOUR_MS
    const changed = take({ type: 'configured', at, changes: { hours: alwaysOpen } })
    expect(armed(changed)).toEqual([at])
    const open = due(at)
    expect([shutSince(open), armed(open), open.cancels]).toEqual([null, [], [SLOT]])
    const alike = take({ type: 'configured', at, changes: { hours: alwaysOpen } })
    expect(armed(alike)).toEqual([])
  })

  test('that never change are looked at again within a year', () => {
    const endless = hoursSchema.parse({ ...hours, week: { mon: '' } })
    const { due } = begin(opens, { hours: endless })
    const [next = 0] = armed(due(opens))
    expect(next).toBeGreaterThan(opens)
    expect(next).toBeLessThan(opens + 366 * DAY_MS)
  })
})
