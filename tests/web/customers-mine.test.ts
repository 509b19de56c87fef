import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import type { Staff } from '../../actors/people'
import { claim } from '../../src/commands/agents/claim'
import { setStatus } from '../../src/commands/agents/status'
import { say } from '../../src/commands/conversations/say'
import { hashToken } from '../../src/commands/tokens'
import { current } from '../../src/commands/visitors/current'
import { paths } from '../../views/paths'
import { clientId, hire, type TestDesk, until } from '../support/desk'
import { askOf, signIn } from './ask'
import { customerTab, openCustomerDesk } from './customers'
import { beginChat, hidden, type Tab } from './tab'

const { chat, customers: at } = paths
let desk: TestDesk
let ana: Staff
beforeAll(async () => {
  desk = await openCustomerDesk()
  ana = await hire(desk, 'Ana', 50)
  await setStatus(desk.desk, ana, { status: 'away' })
})
afterAll(() => desk.close())

const talkOf = async (tab: Tab) => {
  const token = hashToken(tab.jar.get('bellhop-visitor') ?? '')
  return current(desk.desk, (await desk.desk.store.visits.visitorOf(token)) ?? '')
}
const beginAgain = async (tab: Tab, text: string) => {
  const page = await tab.get(chat.again)
  return tab.submit(chat.page, { text, client_id: hidden(page, 'client_id') })
}

/** Somebody answers in the conversation of a tab. */
const answer = async (tab: Tab, text: string) => {
  const id = (await talkOf(tab))?.id ?? ''
  await claim(desk.desk, ana, id)
  await until(async () => (await desk.desk.store.conversations.find(id))?.agent === ana.id)
  const from = { address: '127.0.0.1' }
  await say(desk.desk, ana, id, { text, client_id: clientId() }, from)
  return id
}

describe('the list of a customer', () => {
  test('rates what has ended, and sees it in the list', async () => {
    const tab = await beginChat(desk, 'How do I pay?')
    await customerTab(desk, 'rates@guest.example', tab)
    const id = await answer(tab, 'By card')
    await tab.post(chat.closure)
    await tab.post(chat.pastRating(id), { stars: '4' })
    const { conversations } = JSON.parse((await tab.get(at.page, { accept: 'json' })).text)
    expect(conversations).toMatchObject([{ id, stars: 4, agentName: 'Ana', isOpen: false }])
  })

  test('pages through all of theirs, each once', async () => {
    const tab = await customerTab(desk, 'many@guest.example')
    for (let n = 0; n < 22; n += 1) {
      await beginAgain(tab, `Chat ${n}`)
      await tab.post(chat.closure)
    }
    const first = await tab.get(at.page)
    const further = /href="(\/me\?until=[^"]+)"/.exec(first.text)?.[1] ?? ''
    const second = await tab.get(further)
    const linesOf = ({ text }: { text: string }) =>
      [...text.matchAll(/class="past-words">([^<]*)</g)].map(([, words]) => words)
    expect([...linesOf(first), ...linesOf(second)]).toEqual(
      Array.from({ length: 22 }, (_, n) => `Chat ${21 - n}`),
    )
    expect(second.text).not.toContain('?until=')
  })
})

describe('searching', () => {
  test('finds lines of theirs by all words, and none that only colleagues see', async () => {
    const tab = await beginChat(desk, 'Where is my red parcel?')
    await customerTab(desk, 'seeks@guest.example', tab)
    const id = await answer(tab, 'The parcel is in Bremen')
    const cookie = await signIn(askOf(desk), 'Ana')
    const note = { text: 'Bremen is always slow, between us alone', client_id: clientId() }
    const noted = await askOf(desk)('POST', paths.workbench.notes(id), { cookie, form: note })
    expect(noted.status).toBe(303)
    // Who answers reads that they have an account, and nothing that a site would have proven.
    const shown = await askOf(desk)('GET', paths.workbench.conversation(id), { cookie })
    expect(shown.text).toContain('Has one here and has signed in')
    expect(shown.text).not.toContain('desk-customer')
    const find = async (q: string) =>
      JSON.parse((await tab.get(at.pageOf({ q }), { accept: 'json' })).text).conversations
    expect(await find('parcel red')).toMatchObject([{ id, by: '', others: 0 }])
    expect(await find('bremen')).toMatchObject([{ id, by: 'Ana' }])
    expect(await find('parcel')).toMatchObject([{ id, others: 1 }])
    expect(await find('between')).toEqual([])
    expect(await find('red bremen')).toEqual([])
    expect((await tab.get(at.pageOf({ q: 'parc' }))).text).toContain('<mark>parc')
    const nothing = await tab.get(at.pageOf({ q: 'unicorn' }))
    expect(nothing.text).toContain('Nothing found')
  })
})
