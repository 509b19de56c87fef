import { expect, test } from 'bun:test'
import { defaultOf, isManned } from '../../../actors/department/default'

// Made in another order than that of the alphabet, and read in that.
const [billing, sales, support] = [
  { id: 'billing', createdAt: 2 },
  { id: 'sales', createdAt: 3 },
  { id: 'support', createdAt: 1 },
]
const all = [billing, sales, support]
const at = (...departments: string[]) => ({ mayReply: true, departments })

test.each([
  ['nobody belongs to any: the first that was made', [], undefined, 'support'],
  ['nobody belongs to any: the chosen one', [], 'sales', 'sales'],
  [
    'everybody has agents: the first that was made',
    [at('billing', 'sales', 'support')],
    '',
    'support',
  ],
  ['everybody has agents: the chosen one', [at('billing', 'sales', 'support')], 'sales', 'sales'],
  [
    'the first has none: the next that was made',
    [at('sales'), at('billing')],
    undefined,
    'billing',
  ],
  [
    'the chosen one has none: the first of the others',
    [at('sales', 'billing')],
    'support',
    'billing',
  ],
  ['the chosen one is gone', [at('sales')], 'kitchen', 'sales'],
])('%s', (_name, agents, chosen, id) => {
  expect(defaultOf(all, agents, chosen)?.id).toBe(id)
})

test('a desk without departments has none', () => {
  expect(defaultOf([], [at('sales')], 'sales')).toBeUndefined()
})

test('who may not answer does not make a department one with agents', () => {
  const ana = { mayReply: false, departments: ['sales'] }
  expect(isManned('sales', [ana])).toBe(false)
  expect(isManned('sales', [ana, at('billing')])).toBe(false)
  expect(isManned('sales', [ana, at('sales')])).toBe(true)
})
