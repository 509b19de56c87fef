import { describe, expect, test } from 'bun:test'
import { noFaults } from './checker'
import { faults, good, op, row, screen } from './histories'
import type { History, Op, Row, Screen } from './history'

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

  test('what was refused is not done, though it was asked for before without an answer', () => {
    const refused = { ...done, outcome: 'fail' } as const
    const gone = { text: '', withdrawn: true }
    const kept = { ...change({ ...refused, to: null }) }
    expect(faults(kept)).toEqual({ ...noFaults, refusedChanges: 1 })
    expect(faults({ ...kept, ...now(gone) })).toMatchObject({ lost: 0, stale: 1 })
    // Nobody asked to take it back at all.
    expect(faults(now(gone))).toMatchObject({ lost: 1 })
    expect(faults({ ...change(better), ...now(gone) })).toMatchObject({ lost: 1 })
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
  const copy = row('zero', 5, { clientId: 'desk-m1-id-zero' })
  const merged = (rows: Row[], more: Partial<History> = {}) =>
    faults({ ops, pairs, rows: [...good.rows, ...old, ...rows], screens: [], ...more })
  expect(merged([copy])).toEqual(noFaults)
  expect(merged([])).toMatchObject({ misplacedCopies: 1 })
  const again = { ...copy, seq: 6, clientId: 'desk-m2-id-zero' }
  expect(merged([copy, again])).toMatchObject({ misplacedCopies: 1 })
  const parted = [{ from: 'c0', into: 'c1', acts: [...acts, { ...acts[0], merges: false }] }]
  expect(merged([copy], { pairs: parted })).toMatchObject({ misplacedCopies: 1 })
  const covered = { ...copy, text: '', notice: 'movedBack' }
  expect(merged([covered], { pairs: parted })).toEqual(noFaults)
  const open = [{ from: 'c0', into: 'c1', acts: [{ ...acts[0], outcome: 'unknown' as const }] }]
  expect(merged([copy], { pairs: open })).toMatchObject({ unsureMerges: 1 })
})
