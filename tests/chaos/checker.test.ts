import { describe, expect, test } from 'bun:test'
import { check, faultsIn, noFaults, report } from './checker'
import type { History, Op, Row, Screen } from './history'

const op = (text: string, seq: number, more: Partial<Op> = {}): Op => ({
  ...{ conversation: 'c1', by: 'visitor', text, ids: [`id-${text}`], sends: 1, broken: 0 },
  ...{ invokedAt: 1, endedAt: 2, outcome: 'ok', seq },
  ...more,
})
const row = (text: string, seq: number, more: Partial<Row> = {}): Row => ({
  ...{ conversation: 'c1', seq, clientId: `id-${text}`, text, forDesk: false },
  ...more,
})
const notice = (seq: number, forDesk = false) => row('', seq, { clientId: `desk-${seq}`, forDesk })
const item = (text: string, seq: number) => ({ id: `id-${text}`, seq, text })
const screen = (items: Screen['items'], more: Partial<Screen> = {}): Screen => ({
  ...{ reader: 'Vera', conversation: 'c1', audience: 'visitor', items },
  ...{ outOfOrder: 0, replays: 0, reconnects: 0, inside: 0 },
  ...more,
})

/** Vera says two things, the desk notes one for colleagues and one for all. */
const good: Required<History> = {
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
const faults = (broken: Partial<History>) => faultsIn(check({ ...good, ...broken }))

test('a good history has no faults, and every figure is counted', () => {
  expect(faults({})).toEqual(noFaults)
  expect(check(good)).toMatchObject({ acked: 2, rows: 4, readers: 2, complete: 2 })
  expect(report(check(good))).toContain('readers complete 2/2')
})

test('what was never answered may be there or not, and once at most', () => {
  const maybe = op('three', 0, { outcome: 'unknown', seq: null, endedAt: null })
  const counts = check({ ...good, ops: [...good.ops, maybe] })
  expect(counts).toMatchObject({ unknown: 1, lost: 0, duplicateRows: 0 })
})

test('the same message sent again is no fault', () => {
  const again = good.ops.map((one) => ({ ...one, sends: 3 }))
  expect(check({ ...good, ops: again })).toMatchObject({ resent: 4, duplicateRows: 0 })
})

describe('a broken history is caught', () => {
  test('a message that was answered and is nowhere', () => {
    expect(faults({ rows: good.rows.slice(0, 3) })).toMatchObject({ lost: 1 })
  })

  test('a conversation that was answered and is nowhere', () => {
    expect(faults({ rows: [] })).toMatchObject({ lost: 2 })
  })

  test('one message in two rows, under one id or two', () => {
    const twice = op('two', 4, { ids: ['id-two', 'id-again'], sends: 2 })
    const rows = [...good.rows, row('two', 5, { clientId: 'id-again' })]
    expect(faults({ ops: [op('one', 1), twice], rows })).toMatchObject({
      duplicateRows: 1,
      strangers: 0,
      incomplete: 2,
    })
  })

  test('a place that nobody has', () => {
    const rows = [row('one', 1), notice(2), notice(3, true), row('two', 5)]
    expect(faults({ rows })).toMatchObject({ gaps: 1 })
  })

  test('a first place that nobody has', () => {
    expect(faults({ rows: good.rows.slice(1) })).toMatchObject({ gaps: 1 })
  })

  test('a place that two have', () => {
    const rows = [...good.rows, row('two', 4, { clientId: 'id-again' })]
    expect(faults({ rows }).gaps).toBe(1)
  })

  test('an answer with another place than the row has', () => {
    expect(faults({ ops: [op('one', 1), op('two', 5)] })).toMatchObject({ seqMismatches: 1 })
  })

  test('a page with another place than the row has', () => {
    const items = [item('one', 1), { id: 'desk-2', seq: 2, text: '' }, item('two', 5)]
    expect(faults({ screens: [screen(items)] })).toMatchObject({ seqMismatches: 1 })
  })

  test('a row nobody wrote, and a text that was changed', () => {
    const rows = good.rows.map((one) => (one.seq === 4 ? { ...one, text: 'tvvo' } : one))
    expect(faults({ rows })).toMatchObject({ strangers: 1, lost: 1 })
  })

  test('a page with a hole', () => {
    const [whole, ...others] = good.screens
    const holed = { ...screen(whole?.items.slice(1) ?? []) }
    expect(faults({ screens: [holed, ...others] })).toMatchObject({ incomplete: 1 })
  })

  test('a page in another order', () => {
    const [whole] = good.screens
    expect(faults({ screens: [screen([...(whole?.items ?? [])].reverse())] }).incomplete).toBe(1)
    expect(faults({ screens: [{ ...screen(whole?.items ?? []), outOfOrder: 2 }] })).toMatchObject({
      outOfOrder: 2,
      incomplete: 0,
    })
  })

  test('a page that shows one message twice', () => {
    const items = [...(good.screens[0]?.items ?? []), { id: 'id-again', seq: 5, text: 'two' }]
    expect(faults({ screens: [screen(items)] })).toMatchObject({
      duplicatesOnScreen: 1,
      incomplete: 1,
    })
  })

  test("a visitor who sees a colleague's note", () => {
    const [, ana] = good.screens
    expect(faults({ screens: [screen(ana?.items ?? [])] }).incomplete).toBe(1)
  })

  test('an agent with one too many', () => {
    const holdings = [...good.holdings, { agent: 'Ana', load: 4, capacity: 3 }]
    expect(faults({ holdings })).toMatchObject({ capacityViolations: 1 })
  })

  test('an answer that says the program is broken', () => {
    const ops = [op('one', 1), op('two', 4, { broken: 2 })]
    expect(faults({ ops })).toMatchObject({ broken: 2 })
  })

  test('a conversation of which not all was written', () => {
    expect(faults({ torn: 1 })).toMatchObject({ torn: 1 })
  })

  test('a program that fell over, and a send that never ended', () => {
    expect(faults({ exits: 1 })).toMatchObject({ exits: 1 })
    const open = op('two', 4, { outcome: 'unknown', seq: null })
    expect(faults({ ops: [op('one', 1), open] })).toMatchObject({ unknown: 1 })
  })
})

describe('what becomes of messages is caught', () => {
  const done = { sends: 1, broken: 0, outcome: 'ok' } as const
  const change = (...changes: NonNullable<Op['changes']>) => ({
    ops: [op('one', 1), op('two', 4, { changes })],
  })
  /** The row of "two" as it is by now, and pages that show it so. */
  const now = (more: Partial<Row & Item>) => ({
    rows: good.rows.map((one) => (one.seq === 4 ? { ...one, ...more } : one)),
    screens: good.screens.map((page) => ({
      ...page,
      items: page.items.map((one) => (one.seq === 4 ? { ...one, ...more } : one)),
    })),
  })
  type Item = Screen['items'][number]
  const better = { ...done, to: 'two, better' }
  const best = { ...done, to: 'two, best' }

  test('what was said otherwise says what was answered last, on every page', () => {
    const both = change(better, best)
    expect(faults({ ...both, ...now({ text: 'two, best' }) })).toEqual(noFaults)
    expect(faults({ ...both, ...now({ text: 'two, better' }) })).toMatchObject({ stale: 1 })
    expect(faults(both)).toMatchObject({ stale: 1, lost: 0 })
    const { rows } = now({ text: 'two, best' })
    expect(faults({ ...both, rows })).toMatchObject({ stale: 0, incomplete: 2 })
    const open = { ...best, outcome: 'unknown' as const }
    for (const text of ['two, better', 'two, best'])
      expect(faults({ ...change(better, open), ...now({ text }) })).toEqual({
        ...{ ...noFaults, unsure: 1 },
      })
    const fail = { ...best, outcome: 'fail' as const, broken: 1 }
    expect(faults({ ...change(better, fail), ...now({ text: 'two, best' }) })).toMatchObject({
      ...{ stale: 1, brokenChanges: 1 },
    })
  })

  test('what was taken back is gone, and is no page’s', () => {
    const gone = change({ ...done, to: null })
    expect(faults({ ...gone, ...now({ text: '', withdrawn: true }) })).toEqual(noFaults)
    expect(faults(gone)).toMatchObject({ stale: 1 })
    const { rows } = now({ text: '', withdrawn: true })
    expect(faults({ ...gone, rows })).toMatchObject({ incomplete: 2 })
    const traces = [{ text: 'two', where: 'journal' }]
    expect(faults({ remains: { traces } })).toMatchObject({ traces: 1 })
  })

  test('an emoji that was answered is there, and once for each who put it', () => {
    const put = change({ ...done, emoji: '👍', author: 'Vera' })
    expect(faults({ ...put, ...now({ reactions: ['👍 1'] }) })).toEqual(noFaults)
    expect(faults(put)).toMatchObject({ stale: 1 })
    const { rows } = now({ reactions: ['👍 1'] })
    expect(faults({ ...put, rows })).toMatchObject({ incomplete: 2 })
  })

  test('a line that changes another takes no room on a page, but one of the journal', () => {
    const line = row('two, better', 5, { clientId: 'desk-5', changes: 'id-two' })
    const { rows, screens } = now({ text: 'two, better' })
    expect(faults({ ...change(better), screens, rows: [...rows, line] })).toEqual(noFaults)
    const gap = { ...line, seq: 6 }
    expect(faults({ ...change(better), screens, rows: [...rows, gap] })).toMatchObject({ gaps: 1 })
  })

  test('a file that somebody is not given, that is nowhere, and that nobody speaks of', () => {
    const told = now({ files: ['f1'] })
    const fetched = [{ entry: 'id-two', reader: 'visitor', same: true }] as const
    const remains = { fetched, kept: ['f1'] }
    expect(faults({ ...told, remains })).toEqual(noFaults)
    const other = [{ ...fetched[0], same: false }]
    expect(faults({ ...told, remains: { fetched: other } })).toMatchObject({ filesLost: 1 })
    expect(faults({ ...told, remains: { kept: [] } })).toMatchObject({ filesLost: 1 })
    expect(faults({ ...told, remains: { kept: ['f1', 'f2'] } })).toMatchObject({ filesLeft: 1 })
    expect(faults({ screens: told.screens })).toMatchObject({ incomplete: 2 })
  })

  test('a note that a visitor was brought, and a tag that is not there', () => {
    const screens = good.screens.map((page) => ({ ...page, inside: 1 }))
    expect(faults({ screens })).toMatchObject({ leaks: 1 })
    const tagged = [{ ...done, conversation: 'c1', tag: 'lamp' }]
    expect(faults({ remains: { tagged } })).toMatchObject({ tagsLost: 1 })
    expect(faults({ remains: { tagged, tags: tagged } })).toEqual(noFaults)
  })

  test('a page that shows something else than when it is opened anew', () => {
    const [vera, ana] = good.screens
    const fresh = good.screens.map((page) => ({ ...page, items: page.items.slice(1) }))
    expect(faults({ remains: { fresh } })).toEqual(noFaults)
    const other = { ...screen(ana?.items ?? []), items: vera?.items.slice(0, 1) ?? [] }
    expect(faults({ remains: { fresh: [other] } })).toMatchObject({ unlikeFresh: 1 })
  })
})

test('a merge after which a line is not just once where it went on is caught', () => {
  const acts = [{ sends: 1, broken: 0, outcome: 'ok', merges: true }] as const
  const pairs = [{ from: 'c0', into: 'c1', acts: [...acts] }]
  const there = (text: string, seq: number) => row(text, seq, { conversation: 'c0' })
  const old = [
    there('zero', 1),
    row('', 2, { conversation: 'c0', clientId: 'desk-2', notice: 'merged' }),
  ]
  const ops = [...good.ops, op('zero', 1, { conversation: 'c0' })]
  const copy = row('zero', 5, { clientId: 'm1-id-zero' })
  const merged = (rows: Row[], more: Partial<History> = {}) =>
    faults({ ops, pairs, rows: [...good.rows, ...old, ...rows], screens: [], ...more })
  expect(merged([copy])).toEqual(noFaults)
  expect(merged([])).toMatchObject({ misplacedCopies: 1 })
  const again = { ...copy, seq: 6, clientId: 'm2-id-zero' }
  expect(merged([copy, again])).toMatchObject({ misplacedCopies: 1 })
  const parted = [{ from: 'c0', into: 'c1', acts: [...acts, { ...acts[0], merges: false }] }]
  expect(merged([copy], { pairs: parted })).toMatchObject({ misplacedCopies: 1 })
  const covered = { ...copy, text: '', notice: 'movedBack' }
  expect(merged([covered], { pairs: parted })).toEqual(noFaults)
  const open = [{ from: 'c0', into: 'c1', acts: [{ ...acts[0], outcome: 'unknown' as const }] }]
  expect(merged([copy], { pairs: open })).toMatchObject({ unsureMerges: 1 })
})
