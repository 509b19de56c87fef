import { describe, expect, test } from 'bun:test'
import { noticeOf } from '../../actors/entry'
import { RATE_WINDOW_MS, REOPEN_WINDOW_MS } from '../../actors/limits'
import type { Visitor } from '../../actors/people'
import { end } from '../../src/commands/conversations/end'
import { rate } from '../../src/commands/conversations/rate'
import { reopen } from '../../src/commands/conversations/reopen'
import { say } from '../../src/commands/conversations/say'
import { start } from '../../src/commands/visitors/start'
import { clientId } from '../support/desk'
import { about, badIds, from, NOWHERE, named, problemOf, told } from './counter'
import { openForAll } from './openers'

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

describe('rating', () => {
  const stars = (visit: { person: Visitor; id: string }, value: unknown, comment?: unknown) =>
    rate(counter.desk, visit.person, visit.id, {
      stars: value,
      ...(comment === undefined ? {} : { comment }),
    })

  test('is kept with its words, and shown to those who work', async () => {
    const visit = await ended()
    expect(await stars(visit, '4', ' Quick!\r\nThanks ')).toBeNull()
    expect(await counter.row(visit.id)).toMatchObject({ state: 'rated', stars: 4 })
    const [entry] = await counter.desk.store.transcripts.last(visit.id, 1)
    expect(noticeOf(entry)).toEqual({ code: 'rated', stars: 4, comment: 'Quick!\nThanks' })
  })

  test('the same again is done; of others the last counts, and each is kept', async () => {
    const visit = await ended()
    expect(await stars(visit, 5)).toBeNull()
    expect(await stars(visit, 5)).toBeNull()
    expect(await stars(visit, 1)).toBeNull()
    expect(await counter.row(visit.id)).toMatchObject({ state: 'rated', stars: 1 })
    expect(await stars(visit, 3, 'On second thoughts')).toBeNull()
    expect(await counter.row(visit.id)).toMatchObject({ state: 'rated', stars: 3 })
    const lines = await counter.desk.store.transcripts.last(visit.id, 50)
    const given = lines
      .map(noticeOf)
      .flatMap((notice) => (notice?.code === 'rated' ? [[notice.stars, notice.comment]] : []))
    expect(given).toEqual([
      [5, ''],
      [1, ''],
      [3, 'On second thoughts'],
    ])
  })

  test('of stars alone may be given words, once', async () => {
    const visit = await ended()
    expect(await stars(visit, 4)).toBeNull()
    expect(await stars(visit, 4, 'Quick!')).toBeNull()
    const [entry] = await counter.desk.store.transcripts.last(visit.id, 1)
    expect(noticeOf(entry)).toEqual({ code: 'rated', stars: 4, comment: 'Quick!' })
    expect(await stars(visit, 4, 'Quick!')).toBeNull()
    expect(await stars(visit, 4)).toBeNull()
    expect(told(await stars(visit, 4, 'And kind'))).toBe('conflict ratingTwice')
    expect((await notices(visit.id)).slice(-3)).toEqual(['closed', 'rated', 'rated'])
    const wordy = await ended()
    expect(await stars(wordy, 4, 'Quick!')).toBeNull()
    expect(told(await stars(wordy, 4, 'And kind'))).toBe('conflict ratingTwice')
  })

  test('keeps its words when its stars change, and gives them to the last', async () => {
    const visit = await ended()
    for (const given of [[4], [4, 'Quick!'], [5], [3]]) await stars(visit, ...(given as [number]))
    const [entry] = await counter.desk.store.transcripts.last(visit.id, 1)
    expect(noticeOf(entry)).toEqual({ code: 'rated', stars: 3, comment: 'Quick!' })
    expect(told(await stars(visit, 3, 'And kind'))).toBe('conflict ratingTwice')
    await reopen(counter.desk, visit.person, visit.id)
    await counter.rest()
    await end(counter.desk, visit.person, visit.id)
    await counter.rest()
    await stars(visit, 2)
    const [anew] = await counter.desk.store.transcripts.last(visit.id, 1)
    expect(noticeOf(anew)).toEqual({ code: 'rated', stars: 2, comment: '' })
  })

  test('is for a closed one, of one’s own, and for a week', async () => {
    const open = await counter.visitor()
    expect(told(await stars(open, 5))).toBe('conflict chatOpen')
    const other = await ended('Vito')
    expect(told(await stars({ ...other, person: open.person }, 5))).toBe('missing missing')
    const [inTime, late] = [await ended(), await ended()]
    counter.hand.pass(RATE_WINDOW_MS)
    expect(await stars(inTime, 5)).toBeNull()
    counter.hand.pass(1)
    expect(told(await stars(late, 5))).toBe('conflict notInThisState')
    expect(told(await stars(inTime, 4))).toBe('conflict notInThisState')
    expect(await stateOf(late.id)).toBe('closed')
  })

  test.each(
    named<unknown>([
      0,
      6,
      -1,
      1.5,
      '0',
      '6',
      ' 4',
      '4 ',
      '0x4',
      '４',
      '4e0',
      '',
      null,
      true,
      [4],
      {},
      Number.NaN,
    ]),
  )('is one to five: %s is none', async (_, value) => {
    expect(problemOf(await stars(await ended(), value))).toMatchObject({
      code: 'invalid',
      field: 'stars',
    })
  })

  test('has room for a thousand signs of any kind, and no more', async () => {
    const visit = await ended()
    expect(problemOf(await stars(visit, 5, '\u{1F600}'.repeat(1001)))).toMatchObject({
      ...{ reason: 'textTooLong', field: 'comment', values: { count: 1001, limit: 1000 } },
    })
    expect(problemOf(await stars(visit, 5, 'x\ud800')).reason).toBe('textNotValid')
    expect(await stars(visit, 5, '\u{1F600}'.repeat(1000))).toBeNull()
  })

  test('of a second talk in the same conversation is another', async () => {
    const visit = await ended()
    await stars(visit, 2)
    expect(await reopen(counter.desk, visit.person, visit.id)).toBeNull()
    await counter.rest()
    expect(told(await stars(visit, 3))).toBe('conflict chatOpen')
    await end(counter.desk, visit.person, visit.id)
    await counter.rest()
    expect(await stars(visit, 5)).toBeNull()
    expect(await counter.row(visit.id)).toMatchObject({ stars: 5 })
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
    counter.hand.pass(REOPEN_WINDOW_MS + 1)
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
