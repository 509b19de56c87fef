import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { paths } from '../../views/paths'
import { openTestClock } from '../support/clock'
import { hire, openTestDesk, type TestDesk, until, visit } from '../support/desk'
import { type Ask, askOf, signIn } from './ask'

const { workbench, chat } = paths
const { clock, jump } = openTestClock()
let desk: TestDesk
let ask: Ask
beforeAll(async () => {
  desk = await openTestDesk({ clock })
  ask = askOf(desk)
})
afterAll(() => desk.close())

const speculative: [name: string, headers: Record<string, string>][] = [
  ['a prefetch', { 'Sec-Purpose': 'prefetch' }],
  ['a prerendered page', { 'Sec-Purpose': 'prefetch;prerender' }],
  ['a prefetch by way of a proxy', { 'Sec-Purpose': 'prefetch;anonymous-client-ip' }],
  ['an older browser', { Purpose: 'prefetch' }],
  ['a preview', { 'X-Purpose': 'preview' }],
  ['an old Firefox', { 'X-Moz': 'prefetch' }],
]

describe('what a browser asks for beforehand', () => {
  test.each(speculative)('is no presence of an agent: %s', async (name, headers) => {
    const colleague = name.replaceAll(/\W/g, '')
    const ana = await hire(desk, colleague)
    const cookie = await signIn(ask, colleague)
    const answer = await ask('GET', workbench.page, { cookie, headers })
    expect(answer.status).toBe(200)
    expect(desk.web.feeds.presence.has(ana.id)).toBe(false)
    await ask('GET', workbench.page, { cookie })
    expect(desk.web.feeds.presence.has(ana.id)).toBe(true)
  })

  test.each(speculative)(
    'is no presence of a visitor, and reads nothing: %s',
    async (_, headers) => {
      const { person, token, conversation } = await visit(desk, 'Vera')
      const cookie = `visitor=${token}`
      const seenBy = async () =>
        (await desk.desk.store.conversations.find(conversation))?.seenByVisitor
      const before = await until(seenBy)
      const frame = { 'Sec-Fetch-Site': 'same-origin', 'Sec-Fetch-Dest': 'iframe' }
      for (const path of [chat.page, chat.tail(0)])
        expect((await ask('GET', path, { cookie, headers: { ...frame, ...headers } })).status).toBe(
          200,
        )
      expect(desk.web.feeds.visitorPages.of(person.id)).toBeNull()
      expect(await seenBy()).toBe(before)
      await ask('GET', chat.page, { cookie })
      expect(desk.web.feeds.visitorPages.of(person.id)?.page).toBe('open')
    },
  )

  test('does not keep a session from growing old', async () => {
    await hire(desk, 'Amir')
    const cookie = await signIn(ask, 'Amir')
    const statuses: number[] = []
    for (let hour = 0; hour < 13; hour++) {
      jump(3_600_000)
      const headers = { 'Sec-Purpose': 'prefetch' }
      statuses.push((await ask('GET', workbench.page, { cookie, headers })).status)
    }
    expect([statuses[10], statuses[12]]).toEqual([200, 303])
  })
})
