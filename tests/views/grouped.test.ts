import { expect, test } from 'bun:test'
import { isGrouped } from '../../views/transcript/grouped'
import { ana, entry, now } from '../support/gallery/data'

const said = (more: Parameters<typeof entry>[0]) => entry(more)
const anas = { by: 'agent', author: ana, name: 'Ana' } as const
/** 14:06:20, and later in that minute. */
const [one, other] = [said({ seq: 1, at: now }), said({ seq: 2, at: now + 39_000 })]

test('lines by one hand in one minute of the clock share what stands under them', () => {
  expect(isGrouped(one, other)).toBe(true)
  // A second later it is another minute, though hardly any time has passed.
  expect(isGrouped(other, said({ seq: 3, at: now + 40_000 }))).toBe(false)
  expect(isGrouped(one, undefined)).toBe(false)
})

test('another hand, or a line that only colleagues see, has its own', () => {
  expect(isGrouped(one, said({ seq: 2, at: now, ...anas }))).toBe(false)
  const [reply, note] = [
    said({ seq: 1, at: now, ...anas }),
    said({ seq: 2, at: now, body: { kind: 'note' }, ...anas }),
  ]
  expect([isGrouped(reply, note), isGrouped(note, reply)]).toEqual([false, false])
  expect(isGrouped(reply, said({ seq: 2, at: now, ...anas, author: 'amir', name: 'Amir' }))).toBe(
    false,
  )
})

test('that something was under way goes when the desk tells how it went, and only that', () => {
  const asked = said({ seq: 1, notice: { code: 'transferring', from: 'Ana', to: 'Amir' } })
  const done = said({ seq: 2, notice: { code: 'transferred', from: 'Ana', to: 'Amir' } })
  expect(isGrouped(asked, done)).toBe(true)
  expect(isGrouped(done, asked)).toBe(false)
  expect(isGrouped(asked, said({ seq: 2, ...anas }))).toBe(false)
})
