import { expect, test } from 'bun:test'
import { visitorStatus } from '../../src/reads/visitor-status'
import { conversationRow } from '../support/turns'

const HOUR = 3_600_000
const CLOSED_AT = 1_000_000
const beside = { place: null, here: true, stuck: false }
const statusAt = (hours: number, more: Parameters<typeof conversationRow>[1] = {}) =>
  visitorStatus(
    {
      ...conversationRow('own', { state: 'rated', closedAt: CLOSED_AT, ...more }),
      ...{ answered: true, unansweredSince: null },
    },
    beside,
    CLOSED_AT + hours * HOUR,
  )

test('after the end it may be gone on with for a day, and rated for a week', () => {
  const mays = [24, 24.1, 7 * 24, 7 * 24 + 0.1].map((hours) => {
    const status = statusAt(hours)
    return status.state === 'ended' && [status.mayContinue, status.mayRate]
  })
  expect(mays).toEqual([
    [true, true],
    [false, true],
    [false, true],
    [false, false],
  ])
})

test('nobody is asked how it was who was never answered', () => {
  const row = { ...conversationRow('own', { state: 'closed', closedAt: CLOSED_AT }) }
  const answering = { answered: false, unansweredSince: null }
  const status = visitorStatus({ ...row, ...answering }, beside, CLOSED_AT)
  expect(status).toMatchObject({ mayRate: false, mayComment: false, mayContinue: true })
})

test('the wait is told from the first message that nobody answered', () => {
  const row = conversationRow('own', { waitingSince: 900_000 })
  const since = (unansweredSince: number | null) => {
    const status = visitorStatus({ ...row, answered: true, unansweredSince }, beside, 1_000_000)
    return status.state === 'waiting' && status.since
  }
  expect([since(100_000), since(null)]).toEqual([100_000, 900_000])
})

test('words may be added to stars that came without, as long as it may be rated', () => {
  expect(statusAt(0)).toMatchObject({ stars: null, mayComment: false })
  expect(statusAt(0, { stars: 4 })).toMatchObject({ stars: 4, mayComment: true })
  expect(statusAt(0, { stars: 4, commented: true })).toMatchObject({ mayComment: false })
  expect(statusAt(7 * 24 + 0.1, { stars: 4 })).toMatchObject({ mayComment: false })
})
