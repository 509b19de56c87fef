import { Database } from 'bun:sqlite'
import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { join } from 'node:path'
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

  /** Very much that was said in a conversation, after its first line. */
  const fill = (conversation: string, lines: number) => {
    const db = new Database(join(desk.config.dataDir, 'bellhop.db'))
    db.run(
      `with recursive n(i) as (select 1 union all select i + 1 from n where i < ?)
       insert into entries (conversation, seq, client_id, \`by\`, name, at, text, body)
       select ?, 1000 + i, 'fill-' || i, 'visitor', 'Vera', 1, 'line number' || i, body
       from n, (select body from entries where conversation = ? and \`by\` = 'visitor' limit 1)`,
      [lines, conversation, conversation],
    )
    db.close()
  }

  test('goes through all of a conversation, however much was said in it', async () => {
    const tab = await beginChat(desk, 'It began with a heron')
    await customerTab(desk, 'talks@guest.example', tab)
    const long = (await talkOf(tab))?.id ?? ''
    fill(long, 4_500)
    await tab.post(chat.closure)
    await beginAgain(tab, 'Another heron')
    const page = await tab.get(at.pageOf({ q: 'heron' }), { accept: 'json' })
    const { conversations, next } = JSON.parse(page.text)
    expect(conversations.map(({ others }: { others: number }) => others)).toEqual([0, 0])
    expect(next).toBeNull()
    const find = async (q: string) =>
      JSON.parse((await tab.get(at.pageOf({ q }), { accept: 'json' })).text).conversations
    expect(await find('number4500')).toMatchObject([{ id: long, others: 0 }])
    expect(await find('line')).toMatchObject([{ id: long, others: 4_499 }])
    expect((await find('line'))[0].pieces.map(({ text }: { text: string }) => text).join('')).toBe(
      'line number4500',
    )
  })

  test('says that nothing was found only of what it has looked through', async () => {
    const tab = await customerTab(desk, 'looks@guest.example')
    for (let n = 0; n < 22; n += 1) {
      await beginAgain(tab, n === 0 ? 'The oldest has a walrus' : `Chat ${n}`)
      await tab.post(chat.closure)
    }
    const real = desk.desk.clock.ticks
    let ticks = real()
    // Each look at the clock is a second later: one stretch is all there is time for.
    desk.desk.clock.ticks = () => {
      ticks += 1_000
      return ticks
    }
    const first = await tab.get(at.pageOf({ q: 'walrus' }))
    desk.desk.clock.ticks = real
    expect(first.text).toContain('Your older chats were not looked through yet')
    expect(first.text).not.toContain('No chat of yours has all of these words')
    const further = /href="(\/me\?[^"]*until=[^"]+)"/.exec(first.text)?.[1] ?? ''
    const second = await tab.get(further.replaceAll('&amp;', '&'))
    expect(second.text).toContain('<mark>walrus')
    expect((await tab.get(at.pageOf({ q: 'unicorn' }))).text).toContain('No chat of yours has all')
  })
})
