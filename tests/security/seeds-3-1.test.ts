import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { routes } from '../../src/web/routes'
import { paths } from '../../views/paths'
import { until } from '../support/desk'
import { type App, type Hired, hire, openApp, PASSWORD, setReady, type Visit, visit } from './app'
import { formOf } from './cases'
import { openSocket, openStream } from './live'
import { speak, statusOf, upgrade } from './raw'

/** What systems of this kind got wrong in who may what: each is looked for here, by its number. */
const { chat, workbench } = paths
const SCRIPT = '<img src=x onerror=alert(1)>'
const PRIVATE = 'My number is 4711'

let app: App
let ana: Hired
let sina: Hired
let vera: Visit
let vito: Visit
beforeAll(async () => {
  app = await openApp()
  ana = await hire(app, 'Ana')
  sina = await hire(app, 'Sina', { role: 'admin' })
  vera = await visit(app, { name: SCRIPT, text: PRIVATE, email: 'vera@example.com' })
  vito = await visit(app, { name: 'Vito' })
  await app.ask('GET', workbench.page, { cookie: ana.cookie })
  await setReady(app, ana)
  await until(
    async () => (await app.store.conversations.find(vera.conversation))?.state === 'active',
  )
})
afterAll(() => app.close())

const entriesOf = (conversation: string) => app.store.transcripts.last(conversation, 50)

describe('seeds 3.1', () => {
  test('01 no socket speaks for somebody whom its cookie is not', async () => {
    const live = routes.filter(({ live, permission }) => live && permission !== 'anyone')
    expect(live.length).toBeGreaterThan(3)
    for (const { path, permission } of live)
      for (const cookie of [
        '',
        'session=1',
        'visitor=1',
        ...(permission === 'visitor' ? [] : [vera.cookie]),
      ]) {
        const place = `${path}?after=0`
        const headers = [`Origin: ${app.url}`, ...(cookie ? [`Cookie: ${cookie}`] : [])]
        const heard = await speak(app.port, upgrade(app, place, ...headers), {
          enough: (text) => text.includes('\r\n\r\n'),
        })
        expect([path, cookie, [401, 404].includes(statusOf(heard))]).toEqual([path, cookie, true])
      }
    // Who is in says nothing in somebody else's name, and ends nothing.
    const before = (await entriesOf(vera.conversation)).length
    const socket = await openSocket(app.url, chat.socket(0), vito.cookie)
    for (const said of [
      { what: 'said', as: 'agent', from_id: ana.id, to: vera.conversation, text: 'Pay here' },
      { event: 'service_join', service_id: ana.id },
      { what: 'end', conversation: vera.conversation },
    ])
      socket.say(JSON.stringify(said))
    await until(() => socket.heard.join('').includes('bad_frame'))
    socket.socket.close()
    expect((await entriesOf(vera.conversation)).length).toBe(before)
    expect((await app.store.conversations.find(vera.conversation))?.state).toBe('active')
  })

  test('02 what sets the desk up is shut once it is set up, and runs nothing', async () => {
    const token = 'x'.repeat(43)
    const form = { token, email: 'eve@desk.test', name: 'Eve', password: PASSWORD }
    const installing = routes.filter(({ path }) => path.startsWith(paths.install))
    expect(installing.map(({ method }) => method)).toEqual(['GET', 'POST'])
    const { status } = await app.ask('POST', paths.install, { form, accept: 'json' })
    expect([403, 404, 409]).toContain(status)
    expect((await app.ask('GET', paths.install)).status).toBeGreaterThanOrEqual(400)
    expect((await app.store.accounts.all()).map(({ name }) => name).toSorted()).toEqual([
      'Ana',
      'Sina',
    ])
  })

  test('03 a name that is a script is words on every page, in the live ones too', async () => {
    const cookie = sina.cookie
    const stream = await openStream(app.url, workbench.feed(vera.conversation, 0), { cookie })
    await until(() => stream.text.includes('onerror'))
    stream.leave()
    const pages = [
      ...[
        workbench.page,
        workbench.list({ view: 'team' }),
        workbench.conversation(vera.conversation),
      ],
      ...['visitors', 'conversations', 'live', 'audit'].map((page) => paths.office.of(page)),
      ...[paths.office.of('conversations', vera.conversation), workbench.visitors()],
    ]
    const texts = [stream.text]
    for (const page of pages) {
      const shown = await app.ask('GET', page, { cookie })
      expect([page, shown.status]).toEqual([page, 200])
      texts.push(shown.text)
    }
    expect(texts.filter((text) => text.includes('&lt;img src=x')).length).toBeGreaterThan(3)
    for (const text of texts) expect(text.includes('<img src=x')).toBe(false)
  })

  test('04 a visitor writes no answer of the desk', async () => {
    const before = await entriesOf(vito.conversation)
    const form = { ...formOf(chat.messages), faq_answer: '<b>Paid</b>', is_faq_click: '1' }
    const { status } = await app.ask('POST', chat.messages, { cookie: vito.cookie, form })
    expect(status).toBe(422)
    expect(await entriesOf(vito.conversation)).toEqual(before)
    await app.ask('POST', chat.messages, {
      cookie: vito.cookie,
      form: formOf(chat.messages),
    })
    const said = (await entriesOf(vito.conversation)).filter(({ body }) => body.kind === 'text')
    expect(new Set(said.map(({ by }) => by))).toEqual(new Set(['visitor']))
  })

  test('05 and 08 nobody reads of another by any address, nor what only colleagues know', async () => {
    const shown = routes.filter(
      ({ method, permission, live }) =>
        method === 'GET' && !live && (permission === 'anyone' || permission === 'visitor'),
    )
    for (const { path } of shown)
      for (const cookie of ['', vito.cookie])
        for (const id of [vera.conversation, vera.cookie.split('=')[1] ?? '', '1']) {
          const place = path.replace(/:\w+/g, id)
          for (const asked of [place, `${place}?visitor_id=${id}&conversation=${id}`]) {
            const { text } = await app.ask('GET', asked, { cookie })
            expect([asked, /4711|vera@example|onerror|ana@desk/.test(text)]).toEqual([asked, false])
          }
        }
    // She has an agent by now, and is told a name and no address.
    const own = (await app.ask('GET', chat.page, { cookie: vera.cookie })).text
    expect([own.includes('4711'), own.includes('ana@desk.test')]).toEqual([true, false])
  })

  test('11 what happens to one visitor is told to no other', async () => {
    const other = await openStream(app.url, chat.feed(0), { cookie: vito.cookie })
    await until(() => other.text.length > 0)
    const length = other.text.length
    const third = await visit(app, { name: 'Third', text: 'Hello there' })
    await app.ask('POST', chat.closure, { cookie: third.cookie })
    await app.ask('POST', chat.typing, { cookie: vera.cookie })
    await Bun.sleep(600)
    other.leave()
    expect(other.text.slice(length)).not.toMatch(/Third|Hello there|Vera/)
    for (const id of [third.conversation, vera.conversation]) expect(other.text).not.toContain(id)
  })
})
