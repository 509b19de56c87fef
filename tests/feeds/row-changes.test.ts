import { expect, test } from 'bun:test'
import { type RowLists, rowChanges, type ShownRow } from '../../src/feeds/inbox/changes'
import type { Row } from '../../views/workbench/inbox/lists'

const rows = new Map<string, Row>()
const row = (id: string, mark = '', place?: number): ShownRow => {
  const known = rows.get(id) ?? ({ id } as Row)
  rows.set(id, known)
  return { id, row: known, place, mark }
}
const lists = (own: string, line: string): RowLists => ({
  rows: [...own].map((id) => row(id)),
  line: [...line].map((id, n) => row(id, '', n + 1)),
})

/** What a page shows after the changes, and whether any id was there twice on the way. */
const after = (before: RowLists, changes: ReturnType<typeof rowChanges>): RowLists => {
  const page = { rows: [...before.rows], line: [...before.line] }
  for (const change of [...changes.gone, ...changes.others]) {
    if (change.do === 'remove') {
      for (const list of [page.rows, page.line]) {
        const at = list.findIndex(({ id }) => id === change.id)
        if (at >= 0) list.splice(at, 1)
      }
      continue
    }
    const { shown } = change
    const list = change.do === 'insert' ? page[change.list] : [page.rows, page.line].flat()
    if (change.do === 'insert') {
      const behind = list.findIndex(({ id }) => id === change.behind)
      expect(change.behind === null || behind >= 0).toBe(true)
      expect([...page.rows, ...page.line].some(({ id }) => id === shown.id)).toBe(false)
      list.splice(behind + 1, 0, shown)
    } else
      for (const one of [page.rows, page.line]) {
        const at = one.findIndex(({ id }) => id === shown.id)
        if (at >= 0) one[at] = shown
      }
  }
  return page
}

const done = (before: RowLists, to: RowLists) => {
  const { gone, others } = rowChanges(before, to)
  return [...gone, ...others].map((change) =>
    change.do === 'remove' ? `-${change.id}` : `${change.do} ${change.shown.id}`,
  )
}

test('who leaves the line costs one row, and places for those behind', () => {
  expect(done(lists('', 'abcd'), lists('', 'bcd'))).toEqual(['-a', 'place b', 'place c', 'place d'])
  expect(done(lists('', 'abc'), lists('', 'abcd'))).toEqual(['insert d'])
  expect(done(lists('ab', 'c'), lists('ab', 'c'))).toEqual([])
})

test('who is taken from the line leaves it before they are anywhere else', () => {
  expect(done(lists('a', 'bc'), lists('ab', 'c'))).toEqual(['-b', 'insert b', 'place c'])
})

test('what says something else is drawn again, with whatever place it has now', () => {
  const before = { rows: [], line: [row('a', '', 1), row('b', '', 2)] }
  const to = { rows: [], line: [row('b', 'selected', 1)] }
  expect(done(before, to)).toEqual(['-a', 'redraw b'])
})

test('any lists become any others, and no row is there twice on the way', () => {
  const letters = [...'abcdefghijkl']
  let seed = 7
  const random = (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((seed / 2_147_483_648) * below)
  }
  const some = () => {
    const mixed = letters.toSorted(() => random(3) - 1)
    const [from, to] = [random(6), 6 + random(6)]
    return lists(mixed.slice(0, from).join(''), mixed.slice(from, to).join(''))
  }
  let page = some()
  for (let n = 0; n < 500; n++) {
    const to = some()
    const shown = after(page, rowChanges(page, to))
    expect(shown).toEqual({ rows: [...to.rows], line: [...to.line] })
    page = to
  }
})
