import { expect, test } from 'bun:test'
import { namesakes } from '../../views/workbench/name'

const row = (visitor: string, visitorName: string) => ({ visitor, visitorName })

test('a name is shared when several visitors have it, not several talks of one', () => {
  const rows = [row('1', 'Vera'), row('2', 'Vito'), row('1', 'Vera'), row('3', ''), row('4', '')]
  const lists = { offers: [], rows, line: [] }
  expect([...namesakes(lists)]).toEqual([])
  const line = [row('5', 'Vera'), row('1', 'Vera')]
  expect([...namesakes({ ...lists, line })]).toEqual(['Vera'])
})

test('also by one who rings', () => {
  const offers = [{ row: row('2', 'Vera') }]
  expect([...namesakes({ offers, rows: [row('1', 'Vera')], line: [] })]).toEqual(['Vera'])
})
