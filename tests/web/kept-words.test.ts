import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { paths } from '../../views/paths'
import { goOnDuty, hire, openTestDesk, type TestDesk, visit } from '../support/desk'
import { type Ask, askOf, htmx, json, signIn } from './ask'

const { chat, workbench, session } = paths

let desk: TestDesk
let ask: Ask
let ana: string
beforeAll(async () => {
  desk = await openTestDesk({ env: { BASE_URL: '' } })
  ask = askOf(desk)
  await goOnDuty(desk, await hire(desk, 'Ana'))
  ana = await signIn(ask, 'Ana')
})
afterAll(() => desk.close())

/** As nginx passes it on with `proxy_set_header Host $host`: without the port that browsers see. */
const byPort = { Host: 'desk.test', Origin: 'http://desk.test:8080' }
/** And without any line for it. */
const byUpstream = { Host: '127.0.0.1:3000', Origin: 'http://chat.example' }
/** A browser in a terminal. */
const byReferer = { Host: 'desk.test', Origin: '', Referer: 'http://desk.test:8080/chat' }

const withoutEmpty = (headers: Record<string, string>) =>
  Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== ''))

/** A form as that browser sends it. */
const send = async (path: string, form: Record<string, string>, headers: object, cookie = '') => {
  const answer = await desk.request(path, {
    method: 'POST',
    headers: { ...withoutEmpty({ ...headers }), ...(cookie ? { Cookie: cookie } : {}) },
    body: new URLSearchParams(form),
  })
  return { status: answer.status, headers: answer.headers, text: await answer.text() }
}

const lastLine = () => JSON.parse(desk.lines.at(-1) ?? '{}')

describe('a form from an address that the desk was not told', () => {
  const form = { name: 'Vera', text: 'My order <1> & "2"', client_id: 'kept-words-1' }
  test.each([
    ['another port', byPort, 'http://desk.test:8080', 'desk.test'],
    ['another host', byUpstream, 'http://chat.example', '127.0.0.1:3000'],
    ['a referer of another port', byReferer, 'http://desk.test:8080', 'desk.test'],
  ])(
    'by %s comes back with what was written, and says where it went wrong',
    async (_, from, seen, expected) => {
      const answer = await send(chat.page, form, from)
      expect(answer.status).toBe(403)
      expect(answer.text).toContain('My order &lt;1&gt; &amp; &quot;2&quot;</textarea>')
      expect(answer.text).toContain('value="Vera"')
      expect(answer.text).toContain(`you are at ${seen}, and this desk expects ${expected}`)
      expect(answer.headers.getSetCookie()).toEqual([])
    },
  )

  test('leaves a line in the log, with both addresses and the setting', async () => {
    await Bun.sleep(1_000)
    await send(chat.page, form, byPort)
    expect(lastLine()).toMatchObject({
      ...{ level: 'warn', seen: 'http://desk.test:8080', expected: 'desk.test' },
      ...{ setting: 'BASE_URL', path: chat.page },
    })
    expect(JSON.stringify(lastLine())).not.toContain('My order')
  })

  test('is told so in JSON and in a fragment too, in the reader’s language', async () => {
    const told = await send(chat.page, form, { ...byPort, ...json })
    expect(JSON.parse(told.text).error).toMatchObject({
      ...{ reason: 'crossSite', values: { seen: 'http://desk.test:8080', expected: 'desk.test' } },
    })
    const zh = await send(chat.page, form, { ...byPort, ...htmx, 'Accept-Language': 'zh' })
    expect(zh.text).toContain('http://desk.test:8080')
    expect(zh.text).toContain('已拦截跨站请求')
  })

  test('keeps what an agent wrote in the composer, and an address in the sign-in', async () => {
    const { conversation } = await visit(desk, 'Vera')
    await ask('POST', workbench.claim(conversation), { cookie: ana })
    const reply = { text: 'It is on its way', client_id: 'kept-words-2' }
    const back = await send(workbench.messages(conversation), reply, byPort, ana)
    expect(back.status).toBe(403)
    expect(back.text).toContain('It is on its way</textarea>')
    const door = await send(session.signIn, { email: 'ana@desk.test', password: 'x' }, byPort)
    expect([door.status, door.text.includes('value="ana@desk.test"')]).toEqual([403, true])
  })

  test('of somebody who may not come there shows nothing of it', async () => {
    const { conversation } = await visit(desk, 'Vito')
    const form = { text: 'Let me in', client_id: 'kept-words-3' }
    const answer = await send(workbench.messages(conversation), form, byPort)
    expect(answer.status).toBe(403)
    expect(answer.text).not.toContain('Vito')
  })

  test('that a browser says is another site’s gets nothing back', async () => {
    const answer = await send(chat.page, form, { ...byPort, 'Sec-Fetch-Site': 'cross-site' })
    expect(answer.status).toBe(403)
    expect(answer.text).not.toContain('My order')
  })
})

describe('a browser that says no more than where it was before', () => {
  const form = { text: 'Hello from a terminal', client_id: 'referer-1' }
  const post = (referer: string, more: object = {}) =>
    send(chat.page, form, { Host: 'desk.test', Referer: referer, ...more })

  test('writes from a page of the desk', async () => {
    expect((await post('http://desk.test/chat')).status).toBe(303)
    expect((await post('http://desk.test/')).status).toBe(303)
  })

  test.each([
    'http://evil.test/chat',
    'http://desk.test.evil.test/',
    'http://desk.test@evil.test/',
    'http://evil.test/http://desk.test/',
    'http://desk.test:81/',
    'desk.test',
    '',
  ])('does not from %j', async (referer) => {
    expect((await post(referer)).status).toBe(403)
  })

  test('is not believed against what else it says', async () => {
    const own = 'http://desk.test/chat'
    expect((await post(own, { Origin: 'http://evil.test' })).status).toBe(403)
    expect((await post(own, { Origin: 'null' })).status).toBe(403)
    expect((await post(own, { 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403)
  })

  test('opens no socket by it', async () => {
    const headers = { Host: 'desk.test', Referer: 'http://desk.test/chat', Upgrade: 'websocket' }
    expect((await desk.request(paths.probe.socket, { headers })).status).toBe(403)
  })
})
