import { expect, test } from 'bun:test'
import type { Fact } from '../../actors/facts'
import { limits } from '../../actors/limits'
import { BATCH_FACTS, decode, encode } from '../../src/bus/wire'

const facts: Fact[] = [
  { topic: 'conversation:c', what: 'said', conversation: 'c', seq: 3 },
  { topic: 'department:d', what: 'closed', conversation: 'c' },
  { topic: 'conversation:c', what: 'seen', by: 'agent', seq: 3 },
  { topic: 'conversation:c', what: 'typing', by: 'visitor', name: '薇拉 😀' },
  { topic: 'conversation:c', what: 'paused', by: 'agent', name: 'Ana' },
  { topic: 'visitor:v', what: 'whereabouts' },
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
