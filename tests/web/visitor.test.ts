import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { systemClock } from '../../src/clock'
import { paths } from '../../views/paths'
import { clientId, openTestDesk, type TestDesk } from '../support/desk'
import { beginChat, hidden, openTab, saidOn, type Tab } from './tab'

const { chat } = paths
const HOUR = 3_600_000
let desk: TestDesk
let later = 0

beforeAll(async () => {
  desk = await openTestDesk({ clock: { ...systemClock, now: () => Date.now() + later } })
})
afterAll(() => desk.close())

const begin = (...asked: [text?: string, name?: string]) => beginChat(desk, ...asked)
const write = (tab: Tab, text: string) => tab.submit(chat.messages, { text, client_id: clientId() })
describe('a visitor without JavaScript', () => {
  test('begins, writes, and finds all of it again', async () => {
    const tab = await begin()
    const page = await write(tab, 'One more thing')
    expect(saidOn(page)).toEqual(['Good morning', 'One more thing'])
    // A second window of the same browser, and the form sent again from the first.
    expect(saidOn(await tab.get(chat.page))).toEqual(['Good morning', 'One more thing'])
    const again = { text: 'Sent twice', client_id: hidden(page, 'client_id') }
    await tab.submit(chat.messages, again)
    expect(saidOn(await tab.submit(chat.messages, again)).at(-1)).toBe('Sent twice')
    expect(saidOn(await tab.get(chat.page))).toHaveLength(3)
  })

  test('is one visitor from the first page on, and another browser is another', async () => {
    const tab = openTab(desk)
    await tab.get(chat.page)
    const [one] = tab.jar.values()
    await tab.get(chat.page)
    expect([...tab.jar.values()]).toEqual([one ?? ''])
    await tab.post(chat.page, { text: 'Hello', client_id: clientId() })
    expect([...tab.jar.values()]).toEqual([one ?? ''])
    expect(saidOn(await openTab(desk).get(chat.page))).toEqual([])
  })

  test('may leave an address, and what they wrote is kept when it is wrong', async () => {
    const tab = openTab(desk)
    const form = { name: 'Vera', email: 'vera@', text: 'Good morning', client_id: clientId() }
    const refused = await tab.post(chat.page, form)
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('This e-mail address does not look right')
    const field = /<input[^>]*name="email"[^>]*>/.exec(refused.text)?.[0]
    expect(field).toContain('type="email" value="vera@"')
    expect(field).toContain('autocomplete="email"')
    expect(field).toContain('aria-invalid="true"')
    for (const kept of ['value="Vera"', '>Good morning</textarea>'])
      expect(refused.text).toContain(kept)
    const begun = await tab.submit(chat.page, { ...form, email: 'vera@example.org' })
    expect(saidOn(begun)).toEqual(['Good morning'])
  })

  test('reads what came since in the frame that renews itself', async () => {
    const tab = await begin('First')
    const tail = await tab.get(chat.tail(1))
    expect(tail.text).toMatch(/http-equiv="refresh"/)
    expect(saidOn(tail)).toEqual([])
    await write(tab, 'Second')
    expect(saidOn(await tab.get(chat.tail(1)))).toEqual(['Second'])
    expect(saidOn(await tab.get(chat.tail(0)))).toEqual(['First', 'Second'])
  })

  test('goes on with what they were still writing when it ended, once however often it is sent', async () => {
    const tab = await begin()
    await tab.submit(chat.closure)
    const text = 'One more thing'
    const refused = await tab.post(chat.messages, { text, client_id: 'late-message-1' })
    expect(refused.status).toBe(409)
    expect(refused.text).toContain(`>${text}</textarea>`)
    expect(refused.text).toContain(`formaction="${chat.reopening}"`)
    const form = { text, name: '', client_id: hidden(refused, 'client_id') }
    for (const _ of [1, 2])
      expect(saidOn(await tab.submit(chat.reopening, form))).toEqual(['Good morning', text])
    await tab.submit(chat.closure)
    expect(saidOn(await tab.submit(chat.reopening, { ...form, text: ' ' }))).toHaveLength(2)
    await tab.submit(chat.closure)
    later = 25 * HOUR
    const late = await tab.post(chat.reopening, { text: 'Too late', client_id: 'late-message-2' })
    expect(late.status).toBe(409)
    expect(late.text).toContain('>Too late</textarea>')
    later = 0
  })

  test('is greeted anew a day after the end', async () => {
    const tab = await begin()
    await tab.submit(chat.closure)
    later = 23 * HOUR
    expect(saidOn(await tab.get(chat.page))).toEqual(['Good morning'])
    later = 25 * HOUR
    expect(saidOn(await tab.get(chat.page))).toEqual([])
    expect((await tab.post(chat.reopening)).status).toBe(409)
    later = 0
  })
})

describe('one answer in three forms', () => {
  test('a message: the way back, the line, its figures', async () => {
    const tab = await begin()
    const form = { text: 'In three forms', client_id: clientId() }
    const fragment = await tab.post(chat.messages, form, { accept: 'fragment' })
    expect(fragment.status).toBe(201)
    expect(fragment.text).toStartWith('<hx-upsert hx-target="#transcript"')
    expect(saidOn(fragment)).toEqual(['In three forms'])
    const json = await tab.post(chat.messages, form, { accept: 'json' })
    expect(json.status).toBe(200)
    const { seq, client_id, at } = JSON.parse(json.text)
    expect({ client_id, isNumber: typeof at }).toEqual({
      client_id: form.client_id,
      isNumber: 'number',
    })
    expect(fragment.text).toContain(`data-seq="${seq}"`)
    expect((await tab.post(chat.messages, form)).headers.get('Location')).toBe(
      `${chat.page}#e-${form.client_id}`,
    )
  })

  test('what is wrong: the page again, a line for the error slot, a code', async () => {
    const tab = await begin()
    const form = { text: ' ', client_id: clientId() }
    const page = await tab.post(chat.messages, form)
    expect(page.text).toStartWith('<!doctype html>')
    expect(saidOn(page)).toEqual(['Good morning'])
    const fragment = await tab.post(chat.messages, form, { accept: 'fragment' })
    expect(fragment.text).toStartWith('<p class="form-problem" role="alert"')
    const json = await tab.post(chat.messages, form, { accept: 'json' })
    expect(JSON.parse(json.text).error).toMatchObject({ code: 'invalid', reason: 'writeFirst' })
    for (const { status } of [page, fragment, json]) expect(status).toBe(422)
  })

  test('what needs no words has none', async () => {
    const tab = await begin()
    for (const path of [chat.typing, chat.closure, chat.reopening])
      for (const accept of ['fragment', 'json'] as const) {
        const { status, text } = await tab.post(path, {}, { accept })
        expect([204, 409]).toContain(status)
        if (status === 204) expect(text).toBe('')
      }
    expect((await tab.post(chat.seen, { up_to: '1' })).status).toBe(204)
  })
})

describe('a page speaks', () => {
  const hello = {
    en: /<html lang="en"/,
    zh: /<html lang="zh-Hans"|<html lang="zh-CN"|<html lang="zh"/,
  }

  test('what the browser asks for, what the address says, what was chosen', async () => {
    const tab = openTab(desk)
    const chinese = { headers: { 'Accept-Language': 'fr, zh-TW;q=0.8, en;q=0.5' } }
    expect((await tab.get(chat.page)).text).toMatch(hello.en)
    expect((await tab.get(chat.page, chinese)).text).toMatch(hello.zh)
    expect((await tab.get(`${chat.page}?lang=en`, chinese)).text).toMatch(hello.en)
    const back = await tab.submit(paths.language, { language: 'zh', back: chat.page })
    expect(back.to).toBe(chat.page)
    expect(back.text).toMatch(hello.zh)
    expect((await tab.get(`${chat.page}?lang=en`)).text).toMatch(hello.en)
    expect((await tab.post(paths.language, { language: 'xx', back: '' })).status).toBe(303)
    expect(tab.jar.get('bellhop-language')).toBe('zh')
  })

  test('in the light that was chosen', async () => {
    const tab = openTab(desk)
    expect((await tab.get(paths.home)).text).not.toContain('data-theme=')
    const dark = await tab.submit(paths.theme, { theme: 'dark', back: paths.home })
    expect(dark.text).toContain('data-theme="dark"')
    const auto = await tab.submit(paths.theme, { theme: 'auto', back: paths.home })
    expect(auto.text).not.toContain('data-theme=')
  })
})
