import { expect, test } from 'bun:test'
import { dayOf } from '../../../actors/agent/day'
import type { Entry, Notice } from '../../../actors/entry'

const MIDNIGHT = 1_000_000
let seq = 0
const entry = (at: number, more: Partial<Entry>): Entry => ({
  ...{ conversation: 'c', seq: ++seq, clientId: `e-${seq}`, by: 'desk', author: null, name: '' },
  ...{ at: MIDNIGHT + at, text: '', body: { kind: 'text' }, changes: null, edited: null },
  ...more,
})
const told = (at: number, notice: Notice) => entry(at, { body: { kind: 'notice', notice } })
const came = (at: number, agent: string) =>
  told(at, { code: 'assigned', agent, name: agent, waited: 0, why: { how: 'took' } })
const wrote = (at: number, author: string) => entry(at, { by: 'agent', author })
const closed = (at: number) => told(at, { code: 'closed', by: 'visitor', name: 'Vera' })

test('a day counts what came, what ended, what was written and how fast, of this agent alone', () => {
  const whole = [came(10, 'ana'), wrote(40, 'ana'), wrote(50, 'ana'), closed(90)]
  const rated = [...whole, told(95, { code: 'rated', stars: 4 })]
  // Handed on: the end, and its stars, are Amir's.
  const handed = [came(10, 'ana'), wrote(110, 'ana'), came(120, 'amir'), closed(130)]
  const amirs = [...handed, told(140, { code: 'rated', stars: 1 })]
  // Came yesterday: its first answer was timed then, what is written today counts.
  const older = [came(-50, 'ana'), wrote(-20, 'ana'), wrote(5, 'ana'), closed(6)]
  const note = entry(60, { by: 'agent', author: 'ana', body: { kind: 'note' } })
  expect(dayOf('ana', MIDNIGHT, [rated, amirs, [...older, note]])).toEqual({
    ...{ taken: 2, ended: 2, messages: 4, firstAnswerMs: 65, ratings: 1, rating: 4 },
  })
})

test('a day on which nothing was done has no figures that would need something', () => {
  expect(dayOf('ana', MIDNIGHT, [[came(-5, 'ana')]])).toEqual({
    ...{ taken: 0, ended: 0, messages: 0, firstAnswerMs: null, ratings: 0, rating: null },
  })
})
