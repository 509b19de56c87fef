import { describe, expect, test } from 'bun:test'
import { check, noFaults, report } from './checker'
import { faults, good, item, notice, op, row, screen } from './histories'

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
