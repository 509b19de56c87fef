import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { addressOf } from '../../actors/address'
import type { Entry } from '../../actors/entry'
import type { Staff } from '../../actors/people'
import { paths } from '../../views/paths'
import { goOnDuty, hire, openTestDesk, type TestDesk, until, visit } from '../support/desk'
import { entryOf, turnOf } from '../support/turns'
import { type Ask, askOf, signIn } from './ask'

const { chat, workbench } = paths
const NOTE = 'Between us: the label is damaged'

let desk: TestDesk
let ask: Ask
let ana: Staff
let cookie: string
beforeAll(async () => {
  desk = await openTestDesk()
  ask = askOf(desk)
  ana = await hire(desk, 'Ana', 50)
  await goOnDuty(desk, ana)
  cookie = await signIn(ask, 'Ana')
})
afterAll(() => desk.close())

/** A conversation that Ana holds. */
const talk = async () => {
  const { conversation, token } = await visit(desk, 'Vera', 'My parcel is late')
  const row = () => desk.desk.store.inbox.conversation(conversation)
  await until(async () => (await row())?.state === 'active')
  return { conversation, vera: `visitor=${token}` }
}

/** Puts an entry in the transcript as a turn does, and rings for it. */
const put = async (conversation: string, made: Partial<Entry>) => {
  const { store, bus } = desk.desk
  const address = addressOf('conversation', conversation)
  await until(async () => {
    const stored = await store.turns.load(address)
    const { version = 0, snapshot } = stored ?? {}
    if (!snapshot) return false
    const context = snapshot.context as { lastSeq: number }
    const seq = context.lastSeq + 1
    const by = { by: 'agent', author: ana.id, name: 'Ana' } as const
    const entry = entryOf(conversation, seq, { ...by, text: '', at: Date.now(), ...made })
    const next = { ...snapshot, context: { ...context, lastSeq: seq } }
    const turn = turnOf(address, version + 1, { snapshot: next, entries: [entry] })
    if ((await store.turns.commit(turn)) !== 'done') return false
    bus.publish([{ topic: address, what: 'said', conversation, seq, entry }])
    return true
  })
}
const note = (conversation: string) => put(conversation, { kind: 'noted', text: NOTE })
const write = (conversation: string, text: string) => put(conversation, { text })

/** What a page is sent on its stream, as it comes. */
const follow = async (path: string, who: string) => {
  const left = new AbortController()
  const headers = { Host: 'desk.test', Accept: 'text/event-stream', Cookie: who }
  const { status, body } = await fetch(desk.serve() + path, { headers, signal: left.signal })
  expect(status).toBe(200)
  const stream = { text: '', leave: () => left.abort() }
  const decoder = new TextDecoder()
  const read = async () => {
    for await (const part of body ?? []) stream.text += decoder.decode(part, { stream: true })
  }
  void read().catch(() => {})
  return stream
}

describe('a note', () => {
  test('is on the pages of colleagues and on no page of the visitor', async () => {
    const { conversation, vera } = await talk()
    await note(conversation)
    await write(conversation, 'I am looking')
    for (const path of [
      workbench.conversation(conversation),
      workbench.earlier(conversation, 1_000),
      workbench.tail(conversation, 0),
    ])
      expect((await ask('GET', path, { cookie })).text, path).toContain(NOTE)
    for (const path of [chat.page, chat.earlier(1_000), chat.tail(0), chat.tail(2)]) {
      const { text } = await ask('GET', path, { cookie: vera })
      expect(text, path).toContain('I am looking')
      expect(text, path).not.toContain(NOTE)
      expect(text, path).not.toContain('data-kind="noted"')
    }
  })

  test('comes to the live pages of colleagues alone, at once and when they come back', async () => {
    const { conversation, vera } = await talk()
    const feed = workbench.feed(conversation, 0)
    const before = [await follow(chat.feed(0), vera), await follow(feed, cookie)]
    await until(() => before.every(({ text }) => text.includes('My parcel is late')))
    await note(conversation)
    await write(conversation, 'I am looking')
    const after = [await follow(chat.feed(1), vera), await follow(feed, cookie)]
    for (const [visitors, colleagues] of [before, after]) {
      await until(() => visitors?.text.includes('I am looking'))
      await until(() => colleagues?.text.includes('I am looking'))
      expect(colleagues?.text).toContain(NOTE)
      expect(visitors?.text).not.toContain(NOTE)
      expect(visitors?.text).not.toContain('data-kind="noted"')
    }
    for (const { leave } of [...before, ...after]) leave()
  })
})
