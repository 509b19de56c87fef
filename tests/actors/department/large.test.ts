import { describe, expect, test } from 'bun:test'
import { inOrder } from '../../../actors/department/line'
import { departmentNeeds } from '../../../actors/department/rules'
import type { AnyEvent } from '../../../actors/events'
import { HEAD_ROWS } from '../../../actors/limits'
import type { FloorRow, LineRow } from '../../../actors/rows'
import { takeTurn } from '../../../actors/turn'
import { arrive } from '../cells'
import { events, figures, free, reach, waiting } from './events'

const stored = arrive('department', reach['open.calm'])

/** What the store would read of a line and a floor for one event. */
const turnOf = (event: AnyEvent, line: readonly LineRow[], floor: readonly FloorRow[]) => {
  const needs = departmentNeeds('own', event as { type: string; conversation?: string })
  const head = line.filter((row) => row.offeredTo === null).slice(0, needs?.line)
  const row = line.find(({ conversation }) => conversation === needs?.conversation) ?? null
  return {
    read: head.length,
    turn: takeTurn('department:own', stored, event, { line: head, row, floor }),
  }
}

const line = Array.from({ length: 10_000 }, (_, nth) =>
  waiting(`c-${String(nth).padStart(5, '0')}`, { rank: nth + 1 }),
)
const floor = (more: Partial<FloorRow>) =>
  Array.from({ length: 500 }, (_, nth) => free(`a-${String(nth).padStart(3, '0')}`, more))

describe('with 10,000 in line and 500 agents', () => {
  test('one who comes costs one row', () => {
    const { read, turn } = turnOf(events['the lamp comes, Ana is full'], line, floor({ load: 3 }))
    expect(read).toBe(HEAD_ROWS)
    expect(turn.keeps).toHaveLength(1)
    expect(turn.mail).toHaveLength(0)
    expect(turn.decisions).toHaveLength(0)
  })

  test('an agent with room for one gets one', () => {
    const report = figures('a-007', { capacity: 1 })
    const busy = floor({ load: 3 })
    const { turn } = turnOf({ type: 'reported', at: 1_000_000, report }, line, busy)
    expect(turn.decisions.map(({ conversation, chosen }) => [conversation, chosen])).toEqual([
      ['c-00000', 'a-007'],
    ])
    expect(turn.keeps).toHaveLength(2)
  })

  test('all of them free take one head of the line, and the next turn goes on', () => {
    const { read, turn } = turnOf({ type: 'continued', at: 1_000_000 }, line, floor({}))
    expect(read).toBe(HEAD_ROWS)
    expect(turn.decisions.map(({ conversation }) => conversation)).toEqual(
      line.slice(0, HEAD_ROWS).map(({ conversation }) => conversation),
    )
    expect(turn.keeps).toHaveLength(2 * HEAD_ROWS)
    expect(turn.mail.filter(({ event }) => event.type === 'continued')).toHaveLength(1)
    // Nothing that grows with the desk is remembered.
    expect(JSON.stringify(turn.snapshot).length).toBeLessThan(1_500)
  })

  test('nobody behind is served before those who were not read', () => {
    const last = waiting('last', { rank: 20_000, offeredTo: 'a-001', offer: 1 })
    const { turn } = turnOf(
      {
        ...{ type: 'offerExpired', at: 1_000_000, conversation: 'last', ticket: 1, offer: 1 },
        agent: 'a-001',
      },
      [...line, last],
      floor({}),
    )
    expect(turn.decisions.map(({ conversation }) => conversation)).not.toContain('last')
    expect(turn.decisions).toHaveLength(HEAD_ROWS)
  })

  test('what was handed over stands before all others, in its turn', () => {
    const handed = (conversation: string) =>
      ({
        type: 'queued',
        at: 1_000_000,
        conversation,
        ticket: 2,
        front: true,
        isHanded: true,
      }) as const
    const back = Array.from({ length: 50 }, (_, n) => waiting(`back-${n}`, { lane: 0, rank: n }))
    const lanes = (event: Parameters<typeof turnOf>[0]) =>
      turnOf(event, [...back, ...line], []).turn.keeps.flatMap((row) =>
        row.in === 'line' ? [[row.conversation, row.lane]] : [],
      )
    expect(lanes({ ...handed('lamp'), since: 1_000_000, refused: [] })).toEqual([['lamp', -1]])
    const first = waiting('lamp', { lane: -1, rank: 10_001 })
    const second = waiting('desk', { lane: -1, rank: 10_002 })
    const all = [second, first, ...back].sort(inOrder)
    expect(all.slice(0, 3).map(({ conversation }) => conversation)).toEqual([
      ...['lamp', 'desk', 'back-0'],
    ])
  })

  test('the front lane goes first, then everybody in turn', () => {
    const front = [
      waiting('back-1', { lane: 0, rank: 10_001 }),
      waiting('back-2', { lane: 0, rank: 10_002 }),
    ]
    const { turn } = turnOf({ type: 'continued', at: 1_000_000 }, [...front, ...line], floor({}))
    expect(turn.decisions.slice(0, 3).map(({ conversation }) => conversation)).toEqual([
      ...['back-1', 'back-2', 'c-00000'],
    ])
  })
})
