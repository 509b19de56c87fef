import { expect, test } from 'bun:test'
import { differences } from '../../src/commands/differences'

test('of long values that begin alike it is told where they differ', () => {
  const alike = '靴'.repeat(900)
  const told = differences({ text: `${alike}old`, same: 1 }, { text: `${alike}new`, same: 1 })
  expect(Object.keys(told ?? {})).toEqual(['was.text', 'is.text'])
  expect(told?.['was.text']).toBe(`…${'靴'.repeat(40)}old`)
  expect(told?.['is.text']).toBe(`…${'靴'.repeat(40)}new`)
})

test('what differs at its beginning is told from there, and what is cut off says so', () => {
  const told = differences({ text: 'a' }, { text: 'b'.repeat(500) })
  expect(told?.['was.text']).toBe('a')
  expect(told?.['is.text']).toBe(`${'b'.repeat(299)}…`)
})
