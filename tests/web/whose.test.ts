import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import type { Staff } from '../../actors/people'
import { end } from '../../src/commands/conversations/end'
import { paths } from '../../views/paths'
import { clientId, goOnDuty, hire, openTestDesk, type TestDesk, until } from '../support/desk'
import { type Ask, askOf, htmx, signIn } from './ask'
import { hidden, openTab, saidOn, type Tab } from './tab'

const { chat, workbench } = paths
let desk: TestDesk
let ask: Ask
let ana: Staff
const cookies: Record<string, string> = {}

beforeAll(async () => {
  desk = await openTestDesk()
  ask = askOf(desk)
  ana = await hire(desk, 'Ana')
  await hire(desk, 'Amir')
  for (const name of ['Ana', 'Amir']) cookies[name] = await signIn(ask, name)
})
afterAll(() => desk.close())

const begin = async (name: string): Promise<{ tab: Tab; conversation: string }> => {
  const tab = openTab(desk)
  const page = await tab.get(chat.page)
  await tab.submit(chat.page, { name, text: 'Hello?', client_id: hidden(page, 'client_id') })
  return { tab, conversation: hidden(await tab.get(chat.page), 'written_in') }
}
const saidIn = async (conversation: string) =>
  (await desk.desk.store.transcripts.last(conversation, 50))
    .filter(({ body }) => body.kind === 'text' || body.kind === 'note')
    .map(({ text }) => text)
const reasonIn = ({ text }: { text: string }) => /data-reason="(\w+)"/.exec(text)?.[1]

describe('what an agent wrote', () => {
  test('is said by nobody else who has signed in at their browser since', async () => {
    const leave = await goOnDuty(desk, ana)
    const { conversation } = await begin('Vera')
    await until(
      async () => (await desk.desk.store.conversations.row(conversation))?.agent === ana.id,
    )
    const page = await ask('GET', workbench.conversation(conversation), {
      cookie: cookies.Ana ?? '',
    })
    const form = {
      text: 'It is Ana',
      client_id: clientId(),
      written_by: hidden(page, 'written_by'),
    }
    expect(form.written_by).toBe(ana.id)
    const asked = { cookie: cookies.Amir ?? '', headers: htmx, form }
    for (const path of [workbench.messages(conversation), workbench.notes(conversation)]) {
      const refused = await ask('POST', path, asked)
      expect([refused.status, reasonIn(refused)]).toEqual([409, 'otherAuthor'])
    }
    expect(await saidIn(conversation)).toEqual(['Hello?'])
    const plain = await ask('POST', workbench.notes(conversation), { ...asked, headers: {} })
    expect([plain.status, plain.text.includes('It is Ana')]).toEqual([409, true])
    const own = { cookie: cookies.Ana ?? '', headers: htmx, form }
    expect((await ask('POST', workbench.messages(conversation), own)).status).toBe(201)
    expect(await saidIn(conversation)).toEqual(['Hello?', 'It is Ana'])
    leave()
  })
})

describe('what a visitor wrote', () => {
  test('is not said by another visitor, nor in another conversation', async () => {
    const [vera, vito] = [await begin('Vera'), await begin('Vito')]
    const form = { text: 'Of Vera', client_id: clientId(), written_in: vera.conversation }
    const refused = await vito.tab.post(chat.messages, form)
    expect(refused.status).toBe(409)
    expect(refused.text).toContain('Somebody else wrote this in this browser')
    expect(await saidIn(vito.conversation)).toEqual(['Hello?'])
    expect(saidOn(await vera.tab.submit(chat.messages, form)).at(-1)).toBe('Of Vera')
  })

  test('for one that has ended is not said in the next, and known if it had been said', async () => {
    const { tab, conversation } = await begin('Vera')
    const [person] = await desk.desk.store.conversations.rows([conversation])
    const visitor = { kind: 'visitor', id: person?.visitor ?? '' } as const
    const said = { text: 'In time', client_id: clientId(), written_in: conversation }
    await tab.submit(chat.messages, said)
    await end(desk.desk, visitor, conversation)
    const next = hidden(await tab.get(chat.again), 'client_id')
    await tab.submit(chat.page, { name: 'Vera', text: 'Anew', client_id: next })
    const late = await tab.post(chat.messages, { ...said, text: 'Late', client_id: clientId() })
    expect([late.status, late.text.includes('This chat has ended')]).toEqual([409, true])
    expect((await tab.post(chat.messages, said)).status).toBe(303)
    expect(saidOn(await tab.get(chat.page))).toEqual(['Anew'])
    expect(await saidIn(conversation)).toEqual(['Hello?', 'In time'])
  })

  test('is followed by a page of its own conversation only', async () => {
    const [vera, vito] = [await begin('Vera'), await begin('Vito')]
    const feed = (conversation: string) => `${chat.feed(0)}&conversation=${conversation}`
    expect((await vera.tab.get(feed(vito.conversation))).status).toBe(404)
  })
})

describe('a form before the chat', () => {
  test('keeps what is written under a mark of its visitor, another for each', async () => {
    const [tab, other] = [openTab(desk), openTab(desk)]
    const markOn = ({ text }: { text: string }) => /data-kept="(start-\w{12})"/.exec(text)?.[1]
    const first = markOn(await tab.get(chat.page))
    expect(first).toBeString()
    expect(markOn(await tab.get(chat.page))).toBe(first)
    expect(markOn(await other.get(chat.page))).not.toBe(first)
  })
})
