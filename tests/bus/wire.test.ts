import { expect, test } from 'bun:test'
import type { Address } from '../../actors/address'
import type { Fact } from '../../actors/facts'
import { limits } from '../../actors/limits'
import { FACT_TOPICS } from '../../src/bus/bus'
import { BATCH_FACTS, batchSize, decode, encode } from '../../src/bus/wire'

const facts: Fact[] = [
  { topic: 'conversation:c', what: 'said', conversation: 'c', seq: 3 },
  { topic: 'department:d', what: 'closed', conversation: 'c' },
  { topic: 'conversation:c', what: 'seen', by: 'agent', seq: 3 },
  { topic: 'conversation:c', what: 'typing', by: 'visitor', name: '薇拉 😀' },
  { topic: 'conversation:c', what: 'paused', by: 'agent', name: 'Ana' },
  { topic: 'visitor:v', what: 'whereabouts' },
  { topic: 'visitor:v', what: 'whereabouts', also: ['visitor:w', 'visitor:x'] },
  { topic: 'visitor:v', what: 'page', page: 'hidden', at: 1_700_000_000_000, node: 'n' },
]

test('what is told is what is heard', () => {
  expect(decode(encode({ node: 'n', n: 4, facts }))).toEqual({ node: 'n', n: 4, facts, unknown: 0 })
})

test('the words of a conversation stay on their node', () => {
  const entry: Fact['entry'] = {
    conversation: 'c',
    seq: 1,
    clientId: 'x',
    by: 'visitor',
    author: 'vera',
    name: 'Vera',
    text: 'my secret',
    body: { kind: 'text' },
    changes: null,
    edited: null,
    at: 0,
  }
  const text = encode({
    node: 'n',
    n: 0,
    facts: [{ topic: 'conversation:c', what: 'said', entry }],
  })
  expect(text).not.toContain('secret')
  expect(text).not.toContain('entry')
})

test('the longest message of our own is read', () => {
  const id = 'x'.repeat(64)
  const long: Fact = {
    ...{ topic: `conversation:${id}`, what: 'typing', conversation: id },
    ...{ seq: Number.MAX_SAFE_INTEGER, by: 'visitor', name: '😀'.repeat(limits.name) },
    ...{ page: 'hidden', at: Number.MAX_SAFE_INTEGER, node: id },
  }
  const told = { node: id, n: 1, facts: Array.from({ length: BATCH_FACTS }, () => long) }
  expect(decode(encode(told))?.facts).toHaveLength(BATCH_FACTS)
})

test('a message takes as many facts as it can say of topics', () => {
  const also = Array.from({ length: FACT_TOPICS - 1 }, (_, n): Address => `visitor:${n}`)
  const many: Fact = { topic: 'visitor:v', what: 'whereabouts', also }
  const one: Fact = { topic: 'visitor:v', what: 'whereabouts' }
  expect(batchSize([one, one, one])).toBe(3)
  expect(batchSize(Array.from({ length: 9 }, () => many))).toBe(BATCH_FACTS / FACT_TOPICS)
  expect(batchSize([one, many, many, many, many, many])).toBe(5)
  expect(batchSize(Array.from({ length: BATCH_FACTS + 1 }, () => one))).toBe(BATCH_FACTS)
  const id = 'x'.repeat(64)
  const longest: Fact = { ...many, also: also.map((): Address => `conversation:${id}`) }
  const told = { node: id, n: 1, facts: Array.from({ length: 5 }, () => longest) }
  expect(decode(encode(told))?.facts).toHaveLength(5)
})

test('a fact of a newer version is left out, the others are heard', () => {
  const told = { node: 'n', n: 0, facts: [...facts, { topic: 'conversation:c', what: 'sung' }] }
  expect(decode(JSON.stringify(told))).toMatchObject({ facts, unknown: 1 })
})

const garbage = [
  ...['', 'hello', '[]', 'null', '{}', '{"node":"n"}', '{"node":"n","n":-1,"facts":[]}'],
  ...['{"node":"","n":0,"facts":[]}', '{"node":"n","n":0,"facts":{}}', '\u0000'],
  JSON.stringify({ node: 'n', n: 0, facts: Array.from({ length: 10_000 }, () => facts[0]) }),
  JSON.stringify({ node: 'n', n: 0, facts: [], pad: 'x'.repeat(600_000) }),
  `${'['.repeat(100_000)}${']'.repeat(100_000)}`,
]
test.each(garbage)('garbage is no message: %#', (text) => {
  expect(decode(text)).toBeUndefined()
})

const forged = [
  { topic: 'xstate:after', what: 'said' },
  { topic: 'conversation:', what: 'said' },
  { topic: `conversation:${'c'.repeat(5_000)}`, what: 'said' },
  { topic: 'conversation:c', what: 'said', seq: 1e300 },
  { topic: 'conversation:c', what: 'typing', name: 'x'.repeat(5_000) },
  { topic: 'visitor:v', what: 'whereabouts', also: 'visitor:w' },
  { topic: 'visitor:v', what: 'whereabouts', also: ['w'] },
  { topic: 'visitor:v', what: 'whereabouts', also: ['visitor:w', `visitor:${'w'.repeat(65)}`] },
  { topic: 'visitor:v', what: 'whereabouts', also: Array.from({ length: 100 }, () => 'visitor:w') },
  'conversation:c',
  null,
]
test.each(forged)('a forged fact is not heard: %#', (one) => {
  const told = JSON.stringify({ node: 'n', n: 0, facts: [one] })
  expect(decode(told)).toEqual({ node: 'n', n: 0, facts: [], unknown: 1 })
})

test('what else a message brings is left behind', () => {
  const entry = { text: '<script>' }
  const told = { node: 'n', n: 0, facts: [{ topic: 'agent:a', what: 'row', entry, __proto__: {} }] }
  expect(decode(JSON.stringify(told))?.facts).toEqual([{ topic: 'agent:a', what: 'row' }])
})
