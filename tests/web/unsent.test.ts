import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { newToken } from '../../src/commands/tokens'
import type { Route } from '../../src/web/route'
import { routes } from '../../src/web/routes'
import { departmentPaths } from '../../views/office/departments'
import { paths } from '../../views/paths'
import { wordsIn } from '../../views/words'
import { openTestDesk, PASSWORD, type TestDesk, until, visit } from '../support/desk'
import { canMount, mountDisk } from '../support/small-disk'
import { type Answer, type Ask, askOf, cookieIn, htmx, json } from './ask'
import { fieldsOf, type Office, openOffice } from './office'

const { chat, workbench, session } = paths
const ID = '0199aaaa-0000-7000-8000-00000000beef'
const HIDDEN = 'nobody reads this'
const zh = { 'Accept-Language': 'zh-CN' }

const placeOf = ({ path }: Pick<Route, 'path'>) => path.replace(':id', ID)
const isPassword = (field: string) => /password$|^client_secret$/.test(field)

/** Something in every field that a route reads. */
const formOf = ({ form, path }: Route): Record<string, string> =>
  Object.fromEntries(
    Object.keys(form?.shape ?? {}).map((field) => [
      field,
      isPassword(field) ? HIDDEN : `written as ${field} of ${path}`,
    ]),
  )

/** That an answer keeps a form, offers to send it again, and promises nothing. */
const keeps = ({ text }: Answer, action: string, form: Record<string, string>) => {
  expect(text).toContain(`<form method="post" action="${action}"`)
  const kept = fieldsOf(text, action)
  for (const [field, value] of Object.entries(form))
    expect([field, kept[field]]).toEqual([field, isPassword(field) ? '' : value])
  expect(text).not.toMatch(/http-equiv="refresh"|data-renew|renew\.js/)
  for (const promise of ['is safe', 'was lost', 'by itself', '不会丢失', '没有丢失', '自动重试'])
    expect(text).not.toContain(promise)
  for (const secret of [HIDDEN, PASSWORD]) expect(text).not.toContain(secret)
}

describe('while the store is away a form', () => {
  let desk: TestDesk
  let ask: Ask
  beforeAll(async () => {
    desk = await openTestDesk()
    ask = askOf(desk)
    await desk.desk.store.close()
  })
  afterAll(() => desk.close().catch(() => {}))

  // Who asks is looked up first of all, so that every one of them needs it.
  const strangers = () => `bellhop-visitor=${newToken()}; bellhop-session=${newToken()}`
  const posts = routes.filter(({ method }) => method === 'POST')

  test.each(posts.map((route) => [route.path, route] as const))(
    'to %s comes back whole, to be sent again',
    async (_, route) => {
      const place = placeOf(route)
      const form = formOf(route)
      for (const headers of [{}, zh]) {
        const answer = await ask('POST', place, { form, cookie: strangers(), headers })
        expect(answer.status).toBe(503)
        expect(Number(answer.headers.get('Retry-After'))).toBeGreaterThan(0)
        keeps(answer, place, form)
        const words = wordsIn('Accept-Language' in headers ? 'zh' : 'en').pages
        expect(answer.text).toContain(words.unsent.title)
        expect(answer.text).toContain(words.unsent.submit)
      }
    },
  )

  test('brings back what the office asks in it, whatever that is called', async () => {
    const path = workbench.closure(ID)
    const form = { seq: '3', 'field.reason': 'refund', 'field.note': 'The shade is broken' }
    const answer = await ask('POST', path, { form, cookie: strangers() })
    keeps(answer, path, form)
    expect(answer.text).toContain(
      '<blockquote class="written" dir="auto">The shade is broken</blockquote>',
    )
  })

  test('is shown as it was written, whatever was', async () => {
    const text = '  <b>Where</b> is\r\n"my" order & 为什么\r\n'
    const form = { text, client_id: 'unsent-once-1' }
    const { text: html } = await ask('POST', chat.messages, { form, cookie: strangers() })
    const written = '  &lt;b&gt;Where&lt;/b&gt; is\r\n&quot;my&quot; order &amp; 为什么\r\n'
    expect(html).toContain(`name="text" value="${written}"`)
    expect(html).toContain(`<blockquote class="written" dir="auto">${written}</blockquote>`)
    expect(html).toContain(wordsIn('en').pages.unsent.once)
  })

  test('of parts, or without a length, comes back as well', async () => {
    const body = new FormData()
    body.set('text', 'in parts')
    const Cookie = strangers()
    const common = {
      method: 'POST',
      headers: { Host: 'desk.test', Origin: 'http://desk.test', Cookie },
    }
    const parts = await desk.request(chat.messages, { ...common, body })
    expect(await parts.text()).toContain('name="text" value="in parts"')
    const type = { 'Content-Type': 'application/x-www-form-urlencoded' }
    const stream = new Blob(['text=in+a+stream']).stream()
    const headers = { ...common.headers, ...type }
    const streamed = await desk.request(chat.messages, { ...common, headers, body: stream })
    expect(await streamed.text()).toContain('name="text" value="in a stream"')
  })

  test('that nobody can read, or of another site, is not offered to be sent', async () => {
    const cookie = strangers()
    const unreadable = { cookie, headers: { 'Content-Type': 'application/xml' } }
    const answer = await ask('POST', chat.messages, { ...unreadable, form: { text: 'x' } })
    expect([answer.status, answer.text.includes('name="text"')]).toEqual([503, false])
    const headers = { Origin: 'http://elsewhere.test:81', Host: 'desk.test' }
    const form = { text: 'let me in' }
    const other = await ask('POST', chat.messages, { cookie, headers, form })
    // Its browser does not say that it was another site: they may read it, and send it from nowhere here.
    expect([other.status, other.text.includes('let me in</blockquote>')]).toEqual([503, true])
    expect(other.text).not.toMatch(/<form[^>]*action="\/chat|name="text"|value="let me in"/)
    const site = { ...headers, 'Sec-Fetch-Site': 'cross-site' }
    const theirs = await ask('POST', chat.messages, { cookie, headers: site, form })
    expect([theirs.status, theirs.text.includes('let me in')]).toEqual([403, false])
  })

  test('to an address that could be another site is not offered to be sent either', async () => {
    for (const place of ['//evil.test/x', '/\\evil.test', '/..//evil.test']) {
      const answer = await ask('POST', place, { form: { text: 'Hello' }, cookie: strangers() })
      expect(answer.status).toBe(503)
      expect(answer.text).not.toMatch(/(href|action)="[^"a-z]*evil/)
    }
  })

  test('of a program or a script is answered in a word, as ever', async () => {
    for (const headers of [json, htmx]) {
      const form = { text: 'Hello', client_id: 'unsent-word' }
      const answer = await ask('POST', chat.messages, { form, cookie: strangers(), headers })
      expect([answer.status, answer.text.includes('Hello')]).toEqual([503, false])
    }
  })

  test('is all that keeps its page still: one that was read looks again by itself', async () => {
    const page = await ask('GET', chat.page, { cookie: strangers() })
    expect(page.status).toBe(503)
    expect(page.text).toContain('http-equiv="refresh"')
    expect(page.text).not.toContain('is safe')
  })
})

describe('a form that is refused where it has no page', () => {
  let office: Office
  beforeAll(async () => {
    office = await openOffice()
  })
  afterAll(() => office.close())
  const reply = { text: 'It is <on> its way', client_id: 'unsent-reply-1' }
  const shown = 'It is &lt;on&gt; its way'
  const send = (path: string, form: Record<string, string>, asked = {}) =>
    office.ask('POST', path, { form, ...asked })

  test('because they were signed out meanwhile goes on once they are in again', async () => {
    const { conversation } = await visit(office.desk, 'Vera')
    const place = workbench.messages(conversation)
    for (const headers of [{}, zh]) {
      const answer = await send(place, reply, { headers })
      expect(answer.status).toBe(401)
      keeps(answer, place, { client_id: reply.client_id })
      expect(answer.text).toContain(`<blockquote class="written" dir="auto">${shown}</blockquote>`)
      expect(answer.text).toContain(`href="${session.signIn}" target="_blank"`)
    }
    const named = departmentPaths.name('support')
    keeps(await send(named, { name: 'Returns' }), named, { name: 'Returns' })
  })

  test('shows what was written all the same, and a mere press of a button nothing', async () => {
    const cookie = office.cookies.agent
    const lost = await send(workbench.messages(ID), reply, { cookie })
    expect([lost.status, lost.text.includes(`${shown}</blockquote>`)]).toEqual([404, true])
    const pressed = await send(workbench.claim(ID), { seq: '1' })
    expect([pressed.status, pressed.text.includes('<form')]).toEqual([401, false])
  })

  test('and comes from another site is given back to nobody', async () => {
    const headers = { 'Sec-Fetch-Site': 'cross-site' }
    const answer = await send(workbench.messages(ID), reply, { headers })
    expect([answer.status, answer.text.includes('its way')]).toEqual([403, false])
  })
})

describe.skipIf(!canMount)('on a full disk', () => {
  const disk = mountDisk('size=16m')
  let office: Office
  beforeAll(async () => {
    office = await openOffice({ DATA_DIR: disk.path })
  })
  afterAll(async () => {
    await office.close()
    disk.end()
  })

  test('what was begun keeps its words, and goes by the very form that came back', async () => {
    const { ask, desk, cookies, post } = office
    const { conversation, token } = await visit(desk, 'Vera')
    const vera = `bellhop-visitor=${token}`
    const started = await ask('GET', chat.page)
    const anew = cookieIn(started, 'visitor')
    const ana = cookies.agent
    await ask('POST', workbench.status, { form: { status: 'away' }, cookie: ana })
    await ask('POST', workbench.claim(conversation), { form: {}, cookie: ana })
    const row = () => desk.desk.store.conversations.find(conversation)
    await until(async () => (await row())?.state === 'active')
    const message = { text: 'Where is it?', client_id: 'on-a-full-disk-1' }
    const first = { name: 'Vito', text: 'My very first', client_id: 'on-a-full-disk-2', email: '' }
    const reply = { text: 'On its way', client_id: 'on-a-full-disk-3' }
    const named = { name: 'Returns' }
    const sign = { email: 'ana@desk.test', password: PASSWORD }
    const sent = [
      [chat.messages, message, vera],
      [chat.page, first, anew],
      [workbench.messages(conversation), reply, ana],
      [workbench.status, { status: 'ready' }, ana],
      [departmentPaths.list, named, cookies.admin],
      [session.signIn, sign, ''],
    ] as const
    disk.fill()
    for (const [path, form, cookie] of sent) {
      const answer = await ask('POST', path, { form, cookie })
      expect([path, answer.status]).toEqual([path, 507])
      keeps(answer, path, form)
    }
    disk.clear()
    for (const [path, form, cookie] of sent.slice(0, 3))
      expect((await ask('POST', path, { form, cookie })).status).toBe(303)
    expect((await post(departmentPaths.list, named)).status).toBe(303)
    const shown = await ask('GET', workbench.conversation(conversation), { cookie: ana })
    expect(shown.text.split('Where is it?</').length).toBe(2)
  })
})
