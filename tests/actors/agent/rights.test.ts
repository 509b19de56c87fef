import { expect, test } from 'bun:test'
import { hindranceOf } from '../../../actors/agent/rights'

const there = { mayReply: true, ready: true, present: true, hasRoom: true }

test('somebody who is there, may reply and has room can be given one more', () => {
  expect(hindranceOf(there)).toBeNull()
})

test.each([
  ['cannotReply', { mayReply: false }],
  ['cannotReply', { mayReply: false, ready: false, present: false, hasRoom: false }],
  ['away', { ready: false }],
  ['away', { ready: false, present: false, hasRoom: false }],
  ['absent', { present: false }],
  ['absent', { present: false, hasRoom: false }],
  ['full', { hasRoom: false }],
] as const)('%s is why: %j', (why, missing) => {
  expect(hindranceOf({ ...there, ...missing })).toBe(why)
})
