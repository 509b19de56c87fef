import { expect, test } from 'bun:test'
import { namesakes, visitorName } from '../../views/workbench/name'

const row = (visitor: string, visitorName: string) => ({ visitor, visitorName })

test('a name is shared when several visitors have it, not several talks of one', () => {
  const rows = [row('1', 'Vera'), row('2', 'Vito'), row('1', 'Vera'), row('3', ''), row('4', '')]
  const lists = { offers: [], rows, line: [] }
  expect([...namesakes(lists)]).toEqual([])
  const line = [row('5', 'Vera'), row('1', 'Vera')]
  expect([...namesakes({ ...lists, line })]).toEqual(['Vera'])
})

test('names that look alike are shared, by all who have one', () => {
  const alike = [row('1', 'Vera'), row('2', 'Vеrа'), row('3', 'VERA'), row('4', 'Vito')]
  const shared = namesakes({ offers: [], rows: alike, line: [row('1', 'Vera K.')] })
  expect([...shared]).toEqual(['Vera', 'Vеrа', 'VERA'])
  expect([
    ...namesakes({ offers: [], rows: [row('1', 'Vera'), row('1', 'Vеra')], line: [] }),
  ]).toEqual([])
})

test('a name with nothing to see is none', () => {
  expect(visitorName(row('0199-1a2b', '\u3164'), 'en')).toContain('1A2B')
})

test('also by one who rings', () => {
  const offers = [{ row: row('2', 'Vera') }]
  expect([...namesakes({ offers, rows: [row('1', 'Vera')], line: [] })]).toEqual(['Vera'])
})
