import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { type Hours, hoursSchema } from '../../actors/hours/hours'
import { isProblem } from '../../actors/problem'
import { end } from '../../src/commands/conversations/end'
import { reply } from '../../src/commands/conversations/reply'
import { configureDepartment } from '../../src/commands/departments/configure'
import { createDepartment } from '../../src/commands/departments/create'
import { paths } from '../../views/paths'
import { Screen } from '../feeds/page'
import { openTestClock } from '../support/clock'
import { goOnDuty, hire, openTestDesk, type TestDesk } from '../support/desk'
import { askOf, cookieIn, json } from './ask'
import { first } from './beginners'

const HOUR_MS = 3_600_000
/** A Monday, an hour before it shuts. */
const START = Date.UTC(2026, 10, 23, 16)
const SHUTS = START + HOUR_MS
const OPENS = SHUTS + HOUR_MS / 2
const nineToFive: Hours = hoursSchema.parse({
  zone: 'UTC',
  week: { mon: '09:00-17:00 17:30-20:00' },
})

const testClock = openTestClock(START)
const { clock, pass, until } = testClock
let desk: TestDesk
let ask: ReturnType<typeof askOf>
beforeAll(async () => {
  desk = await openTestDesk({ clock })
  ask = askOf(desk)
})
afterAll(() => desk.close())

const rowOf = (id: string) => desk.desk.store.conversations.row(id)
const begin = async (more: Record<string, string> = {}, path: string = paths.chat.page) => {
  const answer = await ask('POST', path, { form: first(more), headers: json })
  const { conversation } = JSON.parse(answer.text)
  return { answer, id: String(conversation), cookie: cookieIn(answer, 'visitor') }
}
const page = async (cookie = '') =>
  (await ask('GET', paths.chat.page, cookie ? { cookie } : {})).text

describe('a department that shuts by its hours', () => {
  test('takes nobody on from that second, and who waits is told and stays; it opens again by itself', async () => {
    const dayMs = 24 * HOUR_MS
    const settings = { hours: nineToFive, patience: dayMs, silence: dayMs }
    await configureDepartment(desk.desk, 'support', settings)
    const ana = await hire(desk, 'Ana', 1)
    await goOnDuty(desk, ana)
    const held = await begin()
    await until(async () => (await rowOf(held.id))?.agent === ana.id)
    const waits = await begin()
    await pass(SHUTS - 10_000 - testClock.now())
    expect((await page()).includes('We are closed just now')).toBe(false)
    expect((await page(waits.cookie)).includes('next in line')).toBe(true)
    const screen = new Screen(true)
    desk.web.feeds.start({ id: 'x', language: 'en', zone: 'UTC' }, screen, { address: '127.0.0.1' })
    screen.open()

    await until(() => screen.swaps('expectation').length > 0)
    await pass(SHUTS - testClock.now())
    await until(() => screen.has('We are closed just now, and are back today at 17:30.'))
    const stored = await desk.desk.store.turns.load('department:support')
    const shutSince = Number(Reflect.get(stored?.snapshot?.context as object, 'shutSince'))
    expect(shutSince).toBeWithin(SHUTS, SHUTS + 51)

    const closed = await page()
    expect(closed.indexOf('We are closed just now')).toBeLessThan(closed.indexOf('name="text"'))
    expect(closed.includes('Wait in line')).toBe(false)
    const told = await page(waits.cookie)
    expect(told.includes('back today at 17:30')).toBe(true)
    expect(told.includes(`action="${paths.chat.leftMessage}"`)).toBe(true)

    // One more only with an address, and what was typed is still there.
    const none = await ask('POST', paths.chat.page, { form: first({ text: 'Is it shut yet?' }) })
    expect(none.status).toBe(422)
    expect(none.text.includes('Is it shut yet?')).toBe(true)
    const left = await begin({ email: 'vera@example.org' })
    expect(left.answer.status).toBe(201)
    expect(await rowOf(left.id)).toMatchObject({
      state: 'left',
      messageLeft: true,
      tags: ['offline'],
    })

    // The talk that is under way goes on; who came in time is served by who stays.
    const words = { text: 'It left today.', client_id: clock.id() }
    expect(isProblem(await reply(desk.desk, ana, held.id, words, { address: '' }))).toBe(false)
    expect(await end(desk.desk, ana, held.id, {})).toBeNull()
    await until(async () => (await rowOf(waits.id))?.agent === ana.id)
    expect(await end(desk.desk, ana, waits.id, {})).toBeNull()
    await pass(60_000)
    expect((await rowOf(left.id))?.agent).toBeNull()

    await pass(OPENS - 1 - testClock.now())
    expect((await rowOf(left.id))?.agent).toBeNull()
    await pass(1)
    await until(async () => (await rowOf(left.id))?.agent === ana.id)
    expect((await page()).includes('We are closed just now')).toBe(false)
  }, 60_000)

  test('is told by the clock and in the language of who reads it', async () => {
    await configureDepartment(desk.desk, 'support', {
      hours: { ...nineToFive, week: { ...nineToFive.week, mon: '', tue: '', wed: '09:00-10:00' } },
    })
    await until(async () => (await page()).includes('We are closed just now'))
    const other = 'bellhop-zone=Asia%2FShanghai; language=zh'
    const text = (await ask('GET', paths.chat.page, { cookie: other })).text
    expect(text).toMatch(/We are closed just now, and are back tomorrow at 17:00|恢复服务/)
  })

  test('is one among others, of which each says it for itself', async () => {
    const open = await createDepartment(desk.desk, { name: 'Open' })
    if (isProblem(open)) throw new Error(open.reason)
    const amir = await hire(desk, 'Amir')
    await desk.desk.system.send(`agent:${amir.id}`, {
      ...{ type: 'configured', at: clock.now(), changes: {}, departments: [open] },
    } as never)
    await until(async () => (await page()).includes('closed now, leave a message'))
  })
})
