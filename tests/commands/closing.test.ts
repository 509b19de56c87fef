import { describe, expect, test } from 'bun:test'
import { noticeOf } from '../../actors/entry'
import { end } from '../../src/commands/conversations/end'
import { reopen } from '../../src/commands/conversations/reopen'
import { say } from '../../src/commands/conversations/say'
import { start } from '../../src/commands/visitors/start'
import { clientId } from '../support/desk'
import { about, badIds, from, NOWHERE, named, told } from './counter'
import { openForAll } from './openers'

const DAY = 86_400_000
const counter = await openForAll()
const ana = await counter.staff('Ana', { capacity: 50 })

const ended = async (name = 'Vera') => {
  const visit = await counter.visitor(name)
  expect(await end(counter.desk, visit.person, visit.id)).toBeNull()
  await counter.rest()
  return visit
}
const stateOf = async (id: string) => (await counter.row(id))?.state
const notices = async (id: string) =>
  (await counter.desk.store.transcripts.last(id, 50)).flatMap(
    (entry) => noticeOf(entry)?.code ?? [],
  )

describe('ending', () => {
  test('by the visitor or by the agent who holds it is told once, however often it is asked', async () => {
    const visit = await counter.visitor()
    const outcomes = await Promise.all([
      end(counter.desk, visit.person, visit.id),
      end(counter.desk, ana, visit.id),
      end(counter.desk, visit.person, visit.id),
    ])
    expect(outcomes).toEqual([null, null, null])
    expect((await notices(visit.id)).filter((code) => code === 'closed')).toHaveLength(1)
  })

  test('is for its people: a colleague is told whose it is, others that there is nothing', async () => {
    const visit = await counter.visitor()
    const amir = await counter.staff('Amir', { status: 'away' })
    const vito = await counter.visitor('Vito')
    const ina = await counter.staff('Ina', { departments: ['support'] })
    expect(told(await end(counter.desk, amir, visit.id))).toBe('forbidden notYours')
    expect(told(await end(counter.desk, vito.person, visit.id))).toBe('missing missing')
    expect(told(await end(counter.desk, ina, visit.id))).toBe('missing missing')
    expect(await stateOf(visit.id)).toBe('active')
  })

  test('of one who waits takes him out of the line', async () => {
    const visit = await counter.visitor('Vida', 'support')
    await end(counter.desk, visit.person, visit.id)
    await counter.rest()
    expect(await counter.desk.store.inbox.lineOrder('support')).toEqual([])
  })

  test.each(named(badIds))('finds nothing by %s', async (_, bad) => {
    expect(told(await end(counter.desk, ana, bad as string))).toBe('missing missing')
  })
})

describe('going on with a closed one', () => {
  test('brings it back to the line, and its visitor to it', async () => {
    const visit = await ended()
    expect(await reopen(counter.desk, visit.person, visit.id)).toBeNull()
    await counter.rest()
    expect(await stateOf(visit.id)).toBe('active')
    const form = { text: 'One more thing', client_id: clientId() }
    expect(told(await say(counter.desk, visit.person, visit.id, form, from))).toBe('done')
  })

  test('is not for an open one, nor for another’s', async () => {
    const open = await counter.visitor()
    expect(told(await reopen(counter.desk, open.person, open.id))).toBe('conflict chatOpen')
    const other = await ended()
    expect(told(await reopen(counter.desk, open.person, other.id))).toBe('missing missing')
    expect(told(await reopen(counter.desk, open.person, NOWHERE))).toBe('missing missing')
  })

  test('is for a day; who comes too late may start anew', async () => {
    const visit = await ended()
    counter.hand.pass(DAY + 1)
    expect(told(await reopen(counter.desk, visit.person, visit.id))).toBe('conflict chatEnded')
    const form = { text: 'Hello again', client_id: clientId() }
    const next = await start(counter.desk, visit.person, form, about)
    expect(told(next)).toBe('done')
    expect(next).not.toMatchObject({ conversation: visit.id })
  })

  test('is not for an older one while he talks in another', async () => {
    const visit = await ended()
    const form = { text: 'Something else', client_id: clientId() }
    expect(told(await start(counter.desk, visit.person, form, about))).toBe('done')
    expect(told(await reopen(counter.desk, visit.person, visit.id))).toBe('conflict chatOpen')
    expect(await stateOf(visit.id)).toBe('closed')
  })

  test('twice at once goes on once', async () => {
    const visit = await ended()
    await Promise.all([1, 2, 3].map(() => reopen(counter.desk, visit.person, visit.id)))
    await counter.rest()
    expect((await notices(visit.id)).filter((code) => code === 'reopened')).toHaveLength(1)
    expect(await stateOf(visit.id)).toBe('active')
  })

  test('works though he has not heard of the end yet', async () => {
    const visit = await counter.visitor()
    const post = counter.node.postman.posted
    counter.node.postman.posted = () => {}
    await end(counter.desk, visit.person, visit.id)
    const outcome = await reopen(counter.desk, visit.person, visit.id)
    counter.node.postman.posted = post
    expect(outcome).toBeNull()
    await counter.pass(600)
    // The end comes after the going on: it is old news.
    const visitor = await counter.desk.store.inbox.visitor(visit.person.id)
    expect(visitor).toMatchObject({ talking: true, conversation: visit.id })
    expect(await stateOf(visit.id)).toBe('active')
  })
})
