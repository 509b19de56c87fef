import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { paths } from '../../views/paths'
import { until, visit } from '../support/desk'
import { type Answer, htmx } from './ask'
import { type DeskOfTwo, openDeskOfTwo } from './colleagues'

const { chat, workbench } = paths

let desk: DeskOfTwo['desk']
let ask: DeskOfTwo['ask']
let cookies: DeskOfTwo['cookies']
beforeAll(async () => {
  ;({ desk, ask, cookies } = await openDeskOfTwo())
})
afterAll(() => desk.close())

const rowOf = (id: string) => desk.desk.store.conversations.row(id)

/** Both take the same one in the same moment. */
const race = async (headers: Record<string, string>) => {
  const { conversation } = await visit(desk, 'Vera')
  const claims = Object.entries(cookies).map(async ([name, cookie]) => {
    const answer = await ask('POST', workbench.claim(conversation), { form: {}, cookie, headers })
    return { name, answer }
  })
  const outcomes = await Promise.all(claims)
  const holder = (await rowOf(conversation))?.agentName
  const of = (wins: boolean): Answer => {
    const one = outcomes.find(({ name }) => (name === holder) === wins)
    if (!one) throw new Error('nobody has it')
    return one.answer
  }
  return { conversation, holder, quicker: of(true), slower: of(false) }
}

describe('of two who take one at once', () => {
  test('the slower is told in a sentence who has it', async () => {
    for (const _ of [1, 2, 3]) {
      const { holder, quicker, slower } = await race(htmx)
      expect([quicker.status, slower.status]).toEqual([204, 409])
      expect(slower.text).toContain(`${holder} was quicker and has this conversation.`)
    }
  })

  test('the slower is told so on a page without a script too', async () => {
    const { holder, quicker, slower } = await race({ 'Accept-Language': 'zh' })
    expect([quicker.status, slower.status]).toEqual([303, 409])
    expect(slower.text).toContain(`${holder}已经先接入了这个会话。`)
  })
})

const framed = { 'Sec-Fetch-Site': 'same-origin', 'Sec-Fetch-Dest': 'iframe' }

describe('what was seen', () => {
  const unread = async (id: string) => (await rowOf(id))?.unread

  test('is not what was only fetched: its holder’s page says so, or the frame without a script', async () => {
    const cookie = cookies.Ana
    const { conversation } = await visit(desk, 'Vera')
    await ask('POST', workbench.claim(conversation), { form: {}, cookie })
    await until(async () => (await rowOf(conversation))?.agentName === 'Ana')
    await ask('GET', workbench.conversation(conversation), { cookie })
    expect(await unread(conversation)).toBe(1)
    const tail = workbench.tail(conversation, 0)
    await ask('GET', tail, { cookie: cookies.Amir, headers: framed })
    await ask('GET', tail, { cookie, headers: { ...framed, 'Sec-Fetch-Site': 'cross-site' } })
    await ask('GET', tail, { cookie, headers: { Referer: 'http://evil.test/' } })
    expect(await unread(conversation)).toBe(1)
    await ask('GET', tail, { cookie, headers: framed })
    expect(await unread(conversation)).toBe(0)
  })

  test('by a visitor without a script is what their frame shows, and the desk is told so', async () => {
    const cookie = cookies.Ana
    const { conversation, token } = await visit(desk, 'Vera')
    await ask('POST', workbench.claim(conversation), { form: {}, cookie })
    const upTo = async () => {
      const { text } = await ask('GET', workbench.conversation(conversation), { cookie })
      return Number(/ data-up-to="(\d+)"/.exec(text)?.[1])
    }
    expect(await upTo()).toBe(1)
    const headers = { Referer: 'http://desk.test/chat', Host: 'desk.test:80' }
    await ask('GET', chat.tail(0), { cookie: `visitor=${token}`, headers })
    expect(await upTo()).toBeGreaterThan(1)
  })
})
