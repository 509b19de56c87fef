import { describe, expect, test } from 'bun:test'
import { end } from '../../src/commands/conversations/end'
import { reopen } from '../../src/commands/conversations/reopen'
import { say } from '../../src/commands/conversations/say'
import { start } from '../../src/commands/visitors/start'
import { clientId } from '../support/desk'
import { openEnded } from './fixtures'
import { about, badIds, from, NOWHERE, named, told } from './harness'

const DAY = 86_400_000
const { harness, ana, ended, stateOf, notices } = await openEnded()

describe('ending', () => {
  test('by the visitor or by the agent who holds it is told once, however often it is asked', async () => {
    const visit = await harness.visitor()
    const outcomes = await Promise.all([
      end(harness.desk, visit.person, visit.id),
      end(harness.desk, ana, visit.id),
      end(harness.desk, visit.person, visit.id),
    ])
    expect(outcomes).toEqual([null, null, null])
    expect((await notices(visit.id)).filter((code) => code === 'closed')).toHaveLength(1)
  })

  test('is for its people: a colleague is told whose it is, others that there is nothing', async () => {
    const visit = await harness.visitor()
    const amir = await harness.staff('Amir', { status: 'away' })
    const vito = await harness.visitor('Vito')
    const ina = await harness.staff('Ina', { departments: ['support'] })
    expect(told(await end(harness.desk, amir, visit.id))).toBe('forbidden notYours')
    expect(told(await end(harness.desk, vito.person, visit.id))).toBe('missing missing')
    expect(told(await end(harness.desk, ina, visit.id))).toBe('missing missing')
    expect(await stateOf(visit.id)).toBe('active')
  })

  test('of one who waits takes them out of the line', async () => {
    const visit = await harness.visitor('Vida', 'support')
    await end(harness.desk, visit.person, visit.id)
    await harness.rest()
    expect(await harness.desk.store.conversations.lineOrder('support')).toEqual([])
  })

  test.each(named(badIds))('finds nothing by %s', async (_, bad) => {
    expect(told(await end(harness.desk, ana, bad as string))).toBe('missing missing')
  })
})

describe('going on with a closed one', () => {
  test('brings it back to the line, and its visitor to it', async () => {
    const visit = await ended()
    expect(await reopen(harness.desk, visit.person, visit.id)).toBeNull()
    await harness.rest()
    expect(await stateOf(visit.id)).toBe('active')
    const form = { text: 'One more thing', client_id: clientId() }
    expect(told(await say(harness.desk, visit.person, visit.id, form, from))).toBe('done')
  })

  test('is not for an open one, nor for another’s', async () => {
    const open = await harness.visitor()
    expect(told(await reopen(harness.desk, open.person, open.id))).toBe('conflict chatOpen')
    const other = await ended()
    expect(told(await reopen(harness.desk, open.person, other.id))).toBe('missing missing')
    expect(told(await reopen(harness.desk, open.person, NOWHERE))).toBe('missing missing')
  })

  test('is for a day; who comes too late may start anew', async () => {
    const visit = await ended()
    harness.testClock.pass(DAY + 1)
    expect(told(await reopen(harness.desk, visit.person, visit.id))).toBe('conflict chatEnded')
    const form = { text: 'Hello again', client_id: clientId() }
    const next = await start(harness.desk, visit.person, form, about)
    expect(told(next)).toBe('done')
    expect(next).not.toMatchObject({ conversation: visit.id })
  })

  test('is not for an older one while they talk in another', async () => {
    const visit = await ended()
    const form = { text: 'Something else', client_id: clientId() }
    expect(told(await start(harness.desk, visit.person, form, about))).toBe('done')
    expect(told(await reopen(harness.desk, visit.person, visit.id))).toBe('conflict chatElsewhere')
    expect(await stateOf(visit.id)).toBe('closed')
  })

  test('twice at once goes on once', async () => {
    const visit = await ended()
    await Promise.all([1, 2, 3].map(() => reopen(harness.desk, visit.person, visit.id)))
    await harness.rest()
    expect((await notices(visit.id)).filter((code) => code === 'reopened')).toHaveLength(1)
    expect(await stateOf(visit.id)).toBe('active')
  })

  test('works though they have not heard of the end yet', async () => {
    const visit = await harness.visitor()
    const post = harness.node.postman.posted
    harness.node.postman.posted = () => {}
    await end(harness.desk, visit.person, visit.id)
    const outcome = await reopen(harness.desk, visit.person, visit.id)
    harness.node.postman.posted = post
    expect(outcome).toBeNull()
    await harness.pass(600)
    // The end comes after the going on: it is old news.
    const visitor = await harness.desk.store.visitors.find(visit.person.id)
    expect(visitor).toMatchObject({ talking: true, conversation: visit.id })
    expect(await stateOf(visit.id)).toBe('active')
  })
})
