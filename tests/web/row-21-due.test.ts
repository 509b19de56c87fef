import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { configureDepartment } from '../../src/commands/departments/configure'
import { paths } from '../../views/paths'
import type { List } from '../../views/workbench/inbox/lists'
import { type FollowedDesk, openFollowedDesk } from '../feeds/harness'
import { openTestClock, type TestClock } from '../support/clock'
import { visit } from '../support/desk'
import { type Ask, askOf, signIn } from './ask'

const { workbench } = paths
let clock: TestClock
let harness: FollowedDesk
let ask: Ask
let cookie: string
beforeAll(async () => {
  clock = openTestClock(Date.UTC(2026, 10, 23, 10))
  harness = await openFollowedDesk(clock)
  ask = askOf(harness.desk)
  cookie = await signIn(ask, 'Ana')
})
afterAll(() => harness.desk.close())

const page = async (list: List) => (await ask('GET', workbench.list(list), { cookie })).text
const idsIn = (html: string) => [...html.matchAll(/id="c-([\w-]+)"/g)].map(([, id]) => id)
const due = async (filter: List['filter'] = {}) => {
  const isNarrowed = Object.keys(filter).length > 0
  return idsIn(await page({ view: 'due', ...(isNarrowed ? { filter } : {}) }))
}

describe('conversations that are due', () => {
  test('have no list while nothing is promised', async () => {
    expect(await page({ view: 'mine' })).not.toContain('view=due')
    await configureDepartment(harness.desk.desk, 'support', { slaFirst: 600_000 })
    await clock.until(async () => (await page({ view: 'mine' })).includes('view=due'))
    expect(await page({ view: 'due' })).toContain('Nothing is due')
  })

  test('stand in it from when their time is nearly over, the latest of all first', async () => {
    const one = (await visit(harness.desk, 'Vera')).conversation
    await clock.pass(120_000)
    const other = (await visit(harness.desk, 'Vito')).conversation
    expect(await due()).toEqual([])
    const screen = harness.bench(null, 0, async () => harness.ana, { view: 'due' })
    // Three quarters of the first one's time.
    await clock.pass(331_000)
    expect([await due(), await due({ sla: 'late' }), await due({ sla: 'risk' })]).toEqual([
      ...[[one], [], [one]],
    ])
    await clock.until(() => screen.has(`id="c-${one}"`))
    await clock.pass(150_000)
    expect([await due(), await due({ sla: 'late' }), await due({ sla: 'risk' })]).toEqual([
      ...[[one, other], [one], [other]],
    ])
    expect(await page({ view: 'mine' })).toMatch(/id="count-due"[^>]*>2</)
    // In any list, too.
    const team = await page({ view: 'all', filter: { sla: 'late' } })
    expect(idsIn(team)).toEqual([one])
    expect(team).toContain('Promised time')
    await harness.write(harness.ana, one, 'Here I am')
    expect(await due()).toEqual([other])
    await clock.until(() => screen.has(`count-due`))
    screen.leave()
  })

  test('have pages, each on one of them', async () => {
    const all: string[] = []
    for (let nth = 0; nth < 60; nth += 1)
      all.push((await visit(harness.desk, `V${nth}`)).conversation)
    await clock.pass(601_000)
    const first = await page({ view: 'due', filter: { sla: 'late' } })
    const [, further = ''] = /href="([^"]*until=[^"]*)"/.exec(first) ?? []
    const second = await ask('GET', further.replaceAll('&amp;', '&'), { cookie })
    const seen = [...idsIn(first), ...idsIn(second.text)]
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen.length).toBe(61)
    for (const id of all) expect(seen).toContain(id)
  })
})
