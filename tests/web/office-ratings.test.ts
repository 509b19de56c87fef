import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { parse } from 'csv-parse/sync'
import { claim } from '../../src/commands/agents/claim'
import { setStatus } from '../../src/commands/agents/status'
import { end } from '../../src/commands/conversations/end'
import { rate } from '../../src/commands/conversations/rate'
import { say } from '../../src/commands/conversations/say'
import { exportPath } from '../../views/office/list/list'
import { ratingList } from '../../views/office/ratings/list'
import { clientId, hire, until, visit } from '../support/desk'
import { json } from './ask'
import { type Office, openOffice } from './office'
import { allOn, idOf, rowsOn, storeTalk, toldOf } from './office-rows'

const { path } = ratingList
const TALKS = 140
/** Ana got 5, 4, 5, 4 …; Bo got 1, 2, 3 …; every third was not rated. */
const isRated = (nth: number) => nth % 3 !== 0
const isAnas = (nth: number) => nth % 2 === 1
const starsOf = (nth: number) => (isAnas(nth) ? (nth % 4 === 1 ? 5 : 4) : (nth % 3) + 1)
const numbers = Array.from({ length: TALKS }, (_, n) => n + 1)
const rated = numbers.filter(isRated)
const closedAt = (nth: number) => 1_700_000_000_000 + nth * 3_600_000

let office: Office
beforeAll(async () => {
  office = await openOffice()
  for (const nth of numbers)
    await storeTalk(office.desk.desk.store, nth, {
      ...{ department: nth % 5 ? 'support' : 'billing', state: 'closed' },
      ...{ agent: isAnas(nth) ? 'ana' : 'bo', agentName: isAnas(nth) ? 'Ana' : 'Bo' },
      ...{ closedAt: closedAt(nth), stars: isRated(nth) ? starsOf(nth) : null },
    })
})
afterAll(() => office.close())

type Figures = {
  count: number
  mean: number
  distribution: { stars: number; count: number }[]
  ranking: { name: string; count: number; mean: number }[]
}
const figuresOf = async (asked = ''): Promise<Figures> =>
  JSON.parse((await office.get(path + asked, json)).text).figures
const meanOf = (which: readonly number[]) =>
  which.reduce((sum, nth) => sum + starsOf(nth), 0) / which.length

describe('ratings', () => {
  test('are listed page by page, the newest first, and nothing that was not rated', async () => {
    expect(await allOn(office, path)).toEqual(rated.map(idOf).reverse())
  })

  test.each(['rating', '-rating'])('are all there by %s', async (sort) => {
    const seen = await allOn(office, `${path}?sort=${sort}`)
    const stars = seen.map((id) => starsOf(Number(id.slice(-12))))
    const sorted = [...stars].sort((a, b) => (sort === 'rating' ? a - b : b - a))
    expect(stars).toEqual(sorted)
    expect(new Set(seen).size).toBe(rated.length)
  })

  test('are counted: how they are spread, and who has which mean', async () => {
    const { count, mean, distribution, ranking } = await figuresOf()
    expect([count, mean]).toEqual([rated.length, meanOf(rated)])
    expect(distribution.map(({ stars }) => stars)).toEqual([5, 4, 3, 2, 1])
    for (const { stars, count: of } of distribution)
      expect(of).toBe(rated.filter((nth) => starsOf(nth) === stars).length)
    expect(ranking.map(({ name }) => name)).toEqual(['Ana', 'Bo'])
    expect(ranking[0]?.mean).toBe(meanOf(rated.filter(isAnas)))
    expect(ranking[1]?.count).toBe(rated.filter((nth) => !isAnas(nth)).length)
  })

  test.each([
    ['?agent=bo', (nth: number) => !isAnas(nth)],
    ['?rating=5', (nth: number) => starsOf(nth) === 5],
    ['?department=billing&agent=ana', (nth: number) => nth % 5 === 0 && isAnas(nth)],
    ['?from=2023-11-16&to=2023-11-17', (nth: number) => between(nth, 16, 18)],
  ])('and their figures are narrowed by %s', async (asked, which) => {
    const expected = rated.filter(which)
    expect(expected.length).toBeGreaterThan(0)
    expect(await allOn(office, path + asked)).toEqual(expected.map(idOf).reverse())
    const { count, mean } = await figuresOf(asked)
    expect(count).toBe(expected.length)
    expect(mean).toBeCloseTo(meanOf(expected), 10)
  })

  test('are a table with the words that came with them', async () => {
    const { desk } = office
    const vera = await visit(desk, 'Vera', 'Hello')
    const cara = await hire(desk, 'Cara')
    await setStatus(desk.desk, cara, { status: 'away' })
    expect(await claim(desk.desk, cara, vera.conversation)).toBeNull()
    const { conversations } = desk.desk.store
    await until(async () => (await conversations.find(vera.conversation))?.state === 'active')
    const words = { text: 'Yes?', client_id: clientId() }
    await say(desk.desk, cara, vera.conversation, words, { address: '::1' })
    await end(desk.desk, cara, vera.conversation)
    const first = { stars: '2', comment: 'So so' }
    expect(await rate(desk.desk, vera.person, vera.conversation, first)).toBeNull()
    const then = { stars: '5', comment: '=Great' }
    expect(await rate(desk.desk, vera.person, vera.conversation, then)).toBeNull()
    const { text } = await office.get(exportPath(path, 'csv'))
    const rows = parse<Record<string, string>>(text, { columns: true, bom: true })
    const row = rows.find(({ conversation }) => conversation === vera.conversation)
    expect(row).toMatchObject({ rating: '5', comment: "'=Great", agent: 'Cara', visitor: 'Vera' })
    expect(rows.length).toBe(rated.length + 1)
  })

  test('are read by supervisors of their own departments, and by no agent', async () => {
    const { ask, cookies } = office
    const { text } = await ask('GET', path, { cookie: cookies.supervisor })
    expect(rowsOn(text).every((id) => Number(id.slice(-12)) % 5 !== 0)).toBe(true)
    expect((await ask('GET', path, { cookie: cookies.agent })).status).toBe(403)
    const { status, error } = await toldOf(office, `${path}?rating=6`)
    expect([status, error?.field]).toEqual([422, 'rating'])
  })

  test('say what comes here while there are none', async () => {
    const none = await office.get(`${path}?from=2031-01-01`)
    expect(none.text).toContain('Nothing matches')
    const fresh = await openOffice()
    expect((await fresh.get(path)).text).toContain('No ratings yet')
    await fresh.close()
  })
})

/** Whether it ended on one of these days of November 2023, UTC. */
const between = (nth: number, from: number, before: number): boolean =>
  closedAt(nth) >= Date.UTC(2023, 10, from) && closedAt(nth) < Date.UTC(2023, 10, before)
