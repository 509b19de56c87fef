import { describe, expect, test } from 'bun:test'
import { type Entry, noticeOf } from '../../actors/entry'
import type { Visitor } from '../../actors/people'
import { end } from '../../src/commands/conversations/end'
import { rate } from '../../src/commands/conversations/rate'
import { reopen } from '../../src/commands/conversations/reopen'
import { openEnded } from './fixtures'
import { named, problemOf, told } from './harness'

const DAY = 86_400_000
const { harness, ended, stateOf, notices } = await openEnded()

describe('rating', () => {
  const stars = (visit: { person: Visitor; id: string }, value: unknown, comment?: unknown) =>
    rate(harness.desk, visit.person, visit.id, {
      stars: value,
      ...(comment === undefined ? {} : { comment }),
    })

  test('is kept with its words, and shown to those who work', async () => {
    const visit = await ended()
    expect(await stars(visit, '4', ' Quick!\r\nThanks ')).toBeNull()
    expect(await harness.row(visit.id)).toMatchObject({ state: 'rated', stars: 4 })
    const [entry] = await harness.desk.store.transcripts.last(visit.id, 1)
    expect(noticeOf(entry)).toEqual({ code: 'rated', stars: 4 })
    expect(entry?.text).toBe('Quick!\nThanks')
  })

  /** Ratings as the transcript shows them: where, the stars, and the words. */
  const shown = async (id: string): Promise<[number, number, string][]> =>
    (await harness.desk.store.transcripts.last(id, 50)).flatMap((entry) => {
      const notice = noticeOf(entry)
      const isShown = entry.changes === null && notice?.code === 'rated'
      return isShown ? [[entry.seq, notice.stars, entry.text]] : []
    })

  test('twice at once is done, and once', async () => {
    const visit = await ended()
    const both = await Promise.all([stars(visit, 5), stars(visit, 5)])
    expect(both.map(told)).toEqual(['done', 'done'])
    expect(await shown(visit.id)).toHaveLength(1)
  })

  test('however often it changes, the page shows the talk', async () => {
    const visit = await ended()
    const before = (await harness.desk.store.transcripts.last(visit.id, 50)).length
    for (let n = 0; n < 60; n += 1) expect(await stars(visit, 1 + (n % 2))).toBeNull()
    expect(await harness.desk.store.transcripts.last(visit.id, 50)).toHaveLength(before + 1)
  })

  test('the same again is done; another takes its place', async () => {
    const visit = await ended()
    expect(await stars(visit, 5)).toBeNull()
    const [[seq] = [0]] = await shown(visit.id)
    const [rated] = await harness.desk.store.transcripts.last(visit.id, 1)
    expect(rated).toMatchObject({ seq, changes: null, edited: null })
    expect(await stars(visit, 5)).toBeNull()
    expect(await harness.desk.store.transcripts.last(visit.id, 1)).toEqual([rated as Entry])
    expect(await stars(visit, 1)).toBeNull()
    expect(await harness.row(visit.id)).toMatchObject({ state: 'rated', stars: 1 })
    expect(await shown(visit.id)).toEqual([[seq, 1, '']])
    expect(await stars(visit, 3, 'On second thoughts')).toBeNull()
    expect(await harness.row(visit.id)).toMatchObject({ stars: 3, commented: true })
    expect(await shown(visit.id)).toEqual([[seq, 3, 'On second thoughts']])
    const { clientId: changes = '' } = rated ?? {}
    expect(await harness.desk.store.transcripts.after(visit.id, seq, 9)).toMatchObject([
      { seq: seq + 1, changes, edited: null, text: '' },
      { seq: seq + 2, changes, edited: null, text: 'On second thoughts' },
    ])
  })

  test('of stars alone may be given words, once', async () => {
    const visit = await ended()
    expect(await stars(visit, 4)).toBeNull()
    const [[seq] = [0]] = await shown(visit.id)
    expect(await stars(visit, 4, 'Quick!')).toBeNull()
    expect(await shown(visit.id)).toEqual([[seq, 4, 'Quick!']])
    expect(await stars(visit, 4, 'Quick!')).toBeNull()
    expect(await stars(visit, 4)).toBeNull()
    expect(told(await stars(visit, 4, 'And kind'))).toBe('conflict ratingTwice')
    expect((await notices(visit.id)).slice(-3)).toEqual(['assigned', 'closed', 'rated'])
    const wordy = await ended()
    expect(await stars(wordy, 4, 'Quick!')).toBeNull()
    expect(told(await stars(wordy, 4, 'And kind'))).toBe('conflict ratingTwice')
  })

  test('keeps its words when its stars change; after a second end there is a second', async () => {
    const visit = await ended()
    for (const given of [[4], [4, 'Quick!'], [5], [3]]) await stars(visit, ...(given as [number]))
    const first = await shown(visit.id)
    expect(first).toEqual([[expect.any(Number), 3, 'Quick!']])
    expect(told(await stars(visit, 3, 'And kind'))).toBe('conflict ratingTwice')
    await reopen(harness.desk, visit.person, visit.id)
    await harness.rest()
    await end(harness.desk, visit.person, visit.id)
    await harness.rest()
    await stars(visit, 2)
    expect(await shown(visit.id)).toEqual([...first, [expect.any(Number), 2, '']])
  })

  test('is for a closed one, of one’s own, and for a week', async () => {
    const open = await harness.visitor()
    expect(told(await stars(open, 5))).toBe('conflict chatOpen')
    const other = await ended('Vito')
    expect(told(await stars({ ...other, person: open.person }, 5))).toBe('missing missing')
    const [inTime, late] = [await ended(), await ended()]
    harness.testClock.pass(7 * DAY)
    expect(await stars(inTime, 5)).toBeNull()
    harness.testClock.pass(1)
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
    expect(await reopen(harness.desk, visit.person, visit.id)).toBeNull()
    await harness.rest()
    expect(told(await stars(visit, 3))).toBe('conflict chatOpen')
    await end(harness.desk, visit.person, visit.id)
    await harness.rest()
    expect(await stars(visit, 5)).toBeNull()
    expect(await harness.row(visit.id)).toMatchObject({ stars: 5 })
  })
})
