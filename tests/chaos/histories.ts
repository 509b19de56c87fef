import { check, faultsIn } from './checker'
import type { History, Op, Row, Screen } from './history'

export const op = (text: string, seq: number, more: Partial<Op> = {}): Op => ({
  ...{ conversation: 'c1', by: 'visitor', text, ids: [`id-${text}`], sends: 1, broken: 0 },
  ...{ invokedAt: 1, endedAt: 2, outcome: 'ok', seq },
  ...more,
})
export const row = (text: string, seq: number, more: Partial<Row> = {}): Row => ({
  ...{ conversation: 'c1', seq, clientId: `id-${text}`, text, forDesk: false },
  ...more,
})
export const notice = (seq: number, forDesk = false) =>
  row('', seq, { clientId: `desk-${seq}`, forDesk })
export const item = (text: string, seq: number) => ({ id: `id-${text}`, seq, text })
export const screen = (items: Screen['items'], more: Partial<Screen> = {}): Screen => ({
  ...{ reader: 'Vera', conversation: 'c1', audience: 'visitor', items },
  ...{ outOfOrder: 0, replays: 0, reconnects: 0, inside: 0 },
  ...more,
})

/** Vera says two things, the desk notes one for colleagues and one for all. */
export const good: Required<History> = {
  ops: [op('one', 1, { conversation: 'id-one' }), op('two', 4)],
  rows: [row('one', 1), notice(2), notice(3, true), row('two', 4)],
  screens: [
    screen([item('one', 1), { id: 'desk-2', seq: 2, text: 'Ana is here' }, item('two', 4)]),
    screen(
      [
        item('one', 1),
        ...[2, 3].map((seq) => ({ id: `desk-${seq}`, seq, text: `${seq}` })),
        item('two', 4),
      ],
      { reader: 'Ana', audience: 'desk', conversation: 'id-one' },
    ),
  ],
  holdings: [{ agent: 'Ana', load: 3, capacity: 3 }],
  torn: 0,
  exits: 0,
  remains: {},
  pairs: [],
}
export const faults = (broken: Partial<History>) => faultsIn(check({ ...good, ...broken }))
