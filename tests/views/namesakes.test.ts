import { expect, test } from 'bun:test'
import { namesakes } from '../../views/workbench/name'

const row = (visitor: string, visitorName: string) => ({ visitor, visitorName })

test('a name is shared when several visitors have it, not several talks of one', () => {
  const rows = [row('1', 'Vera'), row('2', 'Vito'), row('1', 'Vera'), row('3', ''), row('4', '')]
  expect([...namesakes(rows)]).toEqual([])
  expect([...namesakes([...rows, row('5', 'Vera'), row('1', 'Vera')])]).toEqual(['Vera'])
})
