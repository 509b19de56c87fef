import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import type { Staff } from '../../actors/people'
import { systemClock } from '../../src/clock'
import { seen } from '../../src/commands/conversations/seen'
import { typing } from '../../src/commands/conversations/typing'
import { paths } from '../../views/paths'
import { type FollowedDesk, openFollowedDesk } from '../feeds/harness'
import { clientId, goOnDuty, hire, until } from '../support/desk'
import { NOTE } from '../support/leaks'
import { type Ask, askOf, htmx, json, signIn } from './ask'

const { chat, workbench } = paths
let harness: FollowedDesk
let ask: Ask
let amir: Staff
let cookies: Record<'ana' | 'amir', string>
beforeAll(async () => {
  harness = await openFollowedDesk({ clock: systemClock, until })
  ask = askOf(harness.desk)
  amir = await hire(harness.desk, 'Amir')
  cookies = { ana: await signIn(ask, 'Ana'), amir: await signIn(ask, 'Amir') }
})
afterAll(() => harness.desk.close())

const noteOf = (more: Record<string, string> = {}) => ({
  ...{ text: `${NOTE}: be careful`, client_id: clientId() },
  ...more,
})
type Asked = { cookie?: string; headers?: Record<string, string> }
const write = (id: string, form: Record<string, string>, asked: Asked = {}) =>
  ask('POST', workbench.notes(id), { cookie: cookies.amir, ...asked, form })
const contextOf = async (id: string) =>
  (await harness.desk.desk.system.current(`conversation:${id}`))?.context
const rowOf = (id: string) => harness.store.conversations.row(id)

describe('a note', () => {
  test('is answered like a message, and written once', async () => {
    const { conversation } = await harness.talk()
    const form = noteOf()
    const plain = await write(conversation, form)
    expect([plain.status, plain.headers.get('Location')]).toEqual([
      303,
      `${workbench.conversation(conversation)}#e-${form.client_id}`,
    ])
    const again = await write(conversation, form, { headers: json })
    expect([again.status, JSON.parse(again.text)]).toEqual([
      200,
      { seq: 3, client_id: form.client_id, at: expect.any(Number) },
    ])
    const fragment = await write(conversation, noteOf(), { headers: htmx })
    expect(fragment.status).toBe(201)
    expect(fragment.text).toContain('data-kind="noted"')
    expect(fragment.text).toContain('Only colleagues see this')
    expect((await contextOf(conversation))?.lastSeq).toBe(4)
  })

  test('is not a message that was said under its id, nor the other way round', async () => {
    const { conversation } = await harness.talk()
    const form = noteOf()
    const asked = { cookie: cookies.ana, headers: json, form }
    expect((await ask('POST', workbench.notes(conversation), asked)).status).toBe(201)
    expect((await ask('POST', workbench.messages(conversation), asked)).status).toBe(409)
    const said = { ...asked, form: { text: 'Hello', client_id: clientId() } }
    expect((await ask('POST', workbench.messages(conversation), said)).status).toBe(201)
    expect((await ask('POST', workbench.notes(conversation), said)).status).toBe(409)
  })

  test('answers nobody: what is unread and the clock of silence stay', async () => {
    const { person, conversation } = await harness.talk()
    await harness.write(person, conversation, 'And one more thing')
    const before = await rowOf(conversation)
    await write(conversation, noteOf(), { cookie: cookies.ana })
    const after = await rowOf(conversation)
    expect([after?.unread, after?.preview]).toEqual([before?.unread, 'And one more thing'])
    await harness.write(harness.ana, conversation, 'Here')
    const timers = () => harness.desk.desk.system.current(`conversation:${conversation}`)
    const value = (await timers())?.row.state
    await write(conversation, noteOf(), { cookie: cookies.ana })
    expect((await timers())?.row.state).toBe(value)
  })

  test('may be written while another has it, and after the end', async () => {
    const { conversation } = await harness.talk()
    const room = () => ask('GET', workbench.conversation(conversation), { cookie: cookies.amir })
    const watched = await room()
    expect(watched.text).toContain('id="note-composer"')
    expect(watched.text).not.toContain('id="composer"')
    await ask('POST', workbench.closure(conversation), { cookie: cookies.ana, form: {} })
    expect((await write(conversation, noteOf())).status).toBe(303)
    const ended = await room()
    expect(ended.text).toContain('id="note-composer"')
    expect(ended.text).toContain(NOTE)
    expect((await rowOf(conversation))?.state).toBe('closed')
  })

  test('that was not taken comes back as a note, to the page of who has it too', async () => {
    const { conversation } = await harness.talk()
    const text = `${NOTE} ${'x'.repeat(4000)}`
    const page = await write(conversation, noteOf({ text }), { cookie: cookies.ana })
    expect(page.status).toBe(422)
    expect(page.text).toContain(NOTE)
    expect(page.text).toMatch(/<input type="checkbox" checked=""/)
    const said = { cookie: cookies.ana, form: { text: 'x'.repeat(4001), client_id: clientId() } }
    const reply = await ask('POST', workbench.messages(conversation), said)
    expect(reply.text).not.toMatch(/<input type="checkbox" checked=""/)
  })

  test('neither ends who types, nor hides that a message was seen', async () => {
    const { person, conversation } = await harness.talk()
    const screen = harness.follow(person, conversation, 0)
    const { desk } = harness.desk
    await typing(desk, harness.ana, conversation)
    await until(() => screen.swaps('typing').length > 0)
    const typed = screen.swaps('typing').length
    const form = noteOf()
    await write(conversation, form)
    await until(async () => (await contextOf(conversation))?.lastSeq === 3)
    await seen(desk, harness.ana, conversation, 3)
    await until(() => screen.swaps('seen').some((html) => html.includes('data-up-to="3"')))
    expect(screen.swaps('typing').length).toBe(typed)
    screen.leave()
  })

  test('is in nothing that goes to its visitor', async () => {
    const leave = await goOnDuty(harness.desk, amir)
    const { person, conversation, token } = await harness.talk()
    const screens = [harness.follow(person, conversation, 0)]
    const cookie = `visitor=${token}`
    const visit = async () => {
      const text = 'Hello'
      const posts: [string, Record<string, string>][] = [
        [chat.messages, { text, client_id: clientId() }],
        [chat.seen, { up_to: '3' }],
        [chat.typing, {}],
      ]
      for (const headers of [{}, htmx, json])
        for (const [path, form] of posts) await ask('POST', path, { cookie, headers, form })
      for (const path of [chat.page, chat.tail(0), chat.earlier(99)])
        for (const headers of [{}, json])
          expect((await ask('GET', path, { cookie, headers })).status).toBeLessThan(500)
    }
    const note = noteOf()
    await write(conversation, note)
    screens.push(
      harness.follow(person, conversation, 2),
      harness.follow(person, conversation, null),
    )
    await visit()
    // Their own message under the note's id is not answered with the note.
    const form = { text: 'Hello', client_id: note.client_id }
    for (const headers of [{}, htmx, json])
      expect((await ask('POST', chat.messages, { cookie, headers, form })).status).toBe(409)
    await ask('POST', workbench.closure(conversation), { cookie: cookies.ana, form: {} })
    await write(conversation, noteOf())
    await visit()
    await ask('POST', chat.rating, { cookie, form: { stars: '5', comment: 'Thanks' } })
    await ask('POST', chat.reopening, { cookie, form: {} })
    await write(conversation, noteOf())
    await visit()
    await harness.write(person, conversation, 'the last word')
    await until(() => screens.every((screen) => screen.has('the last word')))
    for (const screen of screens) screen.leave()
    leave()
  })
})
