import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { installToken } from '../../../src/commands/accounts/install'
import { newToken } from '../../../src/commands/tokens'
import { paths } from '../../../views/paths'
import { type App, type Hired, hire, openApp, PASSWORD, session, visit } from '../app'
import { digest, restingDigest } from '../rows'
import { faultsIn } from './pages'

let app: App
let olga: string
let ana: Hired
let used = ''

const { signIn, signOut } = paths.session
const tries = (email: string, password: string, more: { cookie?: string; next?: string } = {}) =>
  app.ask('POST', signIn, {
    cookie: more.cookie ?? '',
    form: { email, password, ...(more.next === undefined ? {} : { next: more.next }) },
  })
const bench = (cookie: string) => app.ask('GET', paths.workbench.page, { cookie })

beforeAll(async () => {
  app = await openApp()
})
afterAll(async () => {
  expect(faultsIn(app.lines)).toEqual([])
  expect(app.lines.join('')).not.toContain(PASSWORD)
  await app.close()
})

describe('the first admin', () => {
  const install = (token: string, email = 'olga@desk.test') =>
    app.ask('POST', paths.install, { form: { token, email, name: 'Olga', password: PASSWORD } })

  test('is not made without the token that was printed', async () => {
    const before = await restingDigest(app)
    for (const token of ['', 'x', newToken(), '__proto__'])
      expect((await install(token)).status).toBe(403)
    for (const token of ['', '?token=', `?token=${newToken()}`, '?token[]=x'])
      expect((await app.ask('GET', `${paths.install}${token}`)).status).toBe(403)
    expect(digest(app)).toEqual(before)
  })

  test('is one, however many try at once', async () => {
    const token = (await installToken(app.desk)) ?? ''
    used = token
    const all = await Promise.all(
      Array.from({ length: 5 }, (_, n) => install(token, `olga${n}@desk.test`)),
    )
    expect(all.map(({ status }) => status).toSorted()).toEqual([303, 409, 409, 409, 409])
    const winner = all.findIndex(({ status }) => status === 303)
    olga = all[winner]?.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    expect((await bench(olga)).status).toBe(200)
  })

  test('is the last one: the address leads nowhere from then on, and all are told the same', async () => {
    const before = await restingDigest(app)
    const told = await Promise.all(
      ['', '?token=x', `?token=${used}`].map((token) =>
        app.ask('GET', `${paths.install}${token}`).then((answer) => answer.text),
      ),
    )
    const plain = told.map((page) => page.replace(/nonce="[^"]*"|\?token=[\w%-]*/g, ''))
    expect(new Set(plain).size).toBe(1)
    expect(plain[0]).toContain('This desk is set up already')
    expect(plain[0]).toContain(`href="${signIn}"`)
    const script = await app.ask('GET', paths.install, { accept: 'json' })
    expect(script.text).toContain('"message":"This desk is set up already. Please sign in."')
    for (const method of ['GET', 'POST', 'PUT', 'DELETE', 'PATCH'])
      for (const cookie of ['', olga])
        expect((await app.ask(method, paths.install, { cookie })).status).toBe(404)
    expect(digest(app)).toEqual(before)
  })
})

describe('a name to sign in with', () => {
  beforeAll(async () => {
    ana = await hire(app, 'Ana')
  })

  test.each(['ana@desk.test ', 'ANA@Desk.Test', 'ａna@desk.test'])(
    'is the same as %j',
    async (email) => expect((await tries(email, PASSWORD)).status).toBe(303),
  )

  const strangers = [
    'ana\u200b@desk.test',
    'ana\0@desk.test',
    'ána@desk.test',
    'an@desk.test',
    'ana',
  ]
  test.each(strangers)('is not the same as %j', async (email) => {
    const answer = await tries(email, PASSWORD)
    expect(answer.status).toBe(401)
    expect(answer.text).toContain('E-mail and password do not match')
  })

  test('unknown and wrong look alike', async () => {
    const masked = (text: string, email: string) =>
      text.replaceAll(email, 'somebody').replaceAll(/nonce="[^"]*"/g, '')
    const known = await tries('ana@desk.test', 'not the right one')
    const unknown = await tries('eve@desk.test', 'not the right one')
    expect(masked(known.text, 'ana@desk.test')).toBe(masked(unknown.text, 'eve@desk.test'))
    expect([...known.headers.keys()]).toEqual([...unknown.headers.keys()])
  })

  const passwords = ['', ' ', PASSWORD.toUpperCase(), `${PASSWORD} `, 'x'.repeat(5000), '\0']
  test.each(passwords)('nobody comes in with %j', async (password) => {
    expect([401, 422]).toContain((await tries('ana@desk.test', password)).status)
  })
})

describe('guessing', () => {
  test('waits after ten wrong ones, whoever is asked for, and nobody else does', async () => {
    const amir = await hire(app, 'Amir')
    for (const email of [amir.email, 'ghost@desk.test']) {
      const all = []
      for (let n = 0; n < 12; n += 1) all.push(await tries(email, `guess ${n}`))
      expect(all.map(({ status }) => status)).toEqual([...Array(10).fill(401), 429, 429])
      expect(Number(all[11]?.headers.get('Retry-After'))).toBeWithin(1, 61)
    }
    expect((await tries(amir.email, PASSWORD)).status).toBe(429)
    expect((await tries(ana.email, PASSWORD)).status).toBe(303)
  })
})

test('a flood of sign-ins is turned away at once, and chats go on beside it', async () => {
  const vera = await visit(app)
  const began = performance.now()
  const flood = Array.from({ length: 100 }, async (_, n) => {
    const { status } = await tries(`nobody${n}@desk.test`, 'let me in')
    return { status, after: performance.now() - began }
  })
  const chat = await app.ask('GET', paths.chat.page, { cookie: vera.cookie })
  expect(chat.status).toBe(200)
  const chatAfter = performance.now() - began
  const all = await Promise.all(flood)
  // Two are hashed at a time and sixteen wait; a few come when one of them is done.
  const tried = all.filter(({ status }) => status === 401)
  expect(tried.length).toBeWithin(18, 40)
  expect(all.filter(({ status }) => status === 429)).toHaveLength(100 - tried.length)
  expect(chatAfter).toBeLessThan(Math.max(...all.map(({ after }) => after)))
})

describe('a session', () => {
  test('is new at every sign-in, and the one before is worth nothing', async () => {
    const planted = `bellhop-session=${newToken()}`
    const first = await tries(ana.email, PASSWORD, { cookie: planted })
    const cookie = first.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    expect(cookie).toMatch(/^bellhop-session=[\w-]{43}$/)
    expect(cookie).not.toBe(planted)
    expect((await bench(planted)).status).toBe(303)
    const second = await tries(ana.email, PASSWORD, { cookie })
    const [next = ''] = second.headers.getSetCookie()
    const how = 'bellhop-session Max-Age=604800; Path=/; HttpOnly; SameSite=Lax'
    expect(next.replace(/=[\w-]{43};/, '')).toBe(how)
    expect((await bench(cookie)).status).toBe(303)
    expect((await bench(next.split(';')[0] ?? '')).status).toBe(200)
  })

  test('a visitor’s cookie is theirs only, and opens nothing behind the desk', async () => {
    const vera = await visit(app)
    const token = vera.cookie.split('=')[1]
    expect((await app.ask('GET', paths.chat.tail(0), { cookie: vera.cookie })).status).toBe(200)
    expect((await bench(`session=${token}`)).status).toBe(303)
    const staff = (await session(app.desk, ana.id)).split('=')[1]
    expect((await app.ask('GET', paths.chat.tail(0), { cookie: `visitor=${staff}` })).status).toBe(
      404,
    )
  })

  test('ends with signing out: what another tab sends is refused', async () => {
    const cookie = await session(app.desk, ana.id)
    const out = await app.ask('POST', signOut, { cookie })
    expect(out.headers.getSetCookie()[0]).toMatch(/^bellhop-session=; Max-Age=0; Path=\//)
    const form = { status: 'ready' }
    const asked = { cookie, form, accept: 'fragment' as const }
    const late = await app.ask('POST', paths.workbench.status, asked)
    expect(late.status).toBe(401)
    expect(late.text).toContain('You are signed out')
  })

  test('is not found by what is no token', async () => {
    const odd = ['', 'x', "' OR 1=1 --", 'x'.repeat(15_000), '%00', '__proto__', 'x'.repeat(43)]
    for (const token of odd) expect((await bench(`session=${token}`)).status).toBe(303)
  })
})

describe('where signing in leads', () => {
  const elsewhere = [
    ...[
      '//evil.test',
      '/\\evil.test',
      'https://evil.test',
      'javascript:alert(1)',
      '/..//evil.test',
    ],
    ...['/.//evil.test', '/%2e%2e//evil.test', '/a/..//evil.test', '\\\\evil.test', '///evil.test'],
    ...[
      '/\t/evil.test',
      '/\n/evil.test',
      ' //evil.test',
      '/@evil.test:x',
      'evil.test',
      '/ok\r\nX: y',
    ],
    ...['', '/'.repeat(3), `/${'x'.repeat(10_000)}`, '/chat#//evil'],
  ]
  test.each(elsewhere)('is never %j', async (next) => {
    const back = await app.ask('POST', paths.language, { form: { language: 'zh', back: next } })
    expect(back.headers.get('Location')).toBe(paths.home)
    const page = await app.ask('GET', `${signIn}?next=${encodeURIComponent(next)}`)
    expect(page.text).not.toContain('name="next"')
  })

  test('is the workbench instead', async () => {
    for (const next of elsewhere.slice(0, 3)) {
      const answer = await tries(ana.email, PASSWORD, { next })
      expect(answer.status).toBe(303)
      expect(answer.headers.get('Location')).toBe(paths.workbench.page)
    }
  })

  test('is the page that was asked for', async () => {
    const room = paths.workbench.conversation('0199aaaa-0000-7000-8000-00000000dead')
    const away = await app.ask('GET', room)
    expect(away.headers.get('Location')).toBe(`${signIn}?next=${encodeURIComponent(room)}`)
    const page = await app.ask('GET', away.headers.get('Location') ?? '')
    expect(page.text).toContain(`<input type="hidden" name="next" value="${room}"/>`)
    const back = await tries(ana.email, PASSWORD, { next: room })
    expect(back.headers.get('Location')).toBe(room)
  })
})

test('behind TLS a cookie belongs to this host alone and travels no other way', async () => {
  const desk = await openApp({ BASE_URL: 'https://desk.test' })
  const eva = await hire(desk, 'Eva')
  const from = { Origin: 'https://desk.test' }
  const form = { email: eva.email, password: PASSWORD }
  const signed = await desk.ask('POST', signIn, { from, form })
  const [kept = ''] = signed.headers.getSetCookie()
  expect(kept).toMatch(/^__Host-bellhop-session=[\w-]{43}; .*Path=\/; HttpOnly; Secure; SameSite=/)
  const page = await desk.ask('GET', paths.chat.page)
  expect(page.headers.getSetCookie()[0]).toMatch(/^__Host-bellhop-visitor=[\w-]{43}; .*; Secure; /)
  // One that a sister site could have set under the plain name is nobody's.
  const plain = kept.replace('__Host-', '').split(';')[0]
  expect((await desk.ask('GET', paths.workbench.page, { cookie: plain })).status).toBe(303)
  await desk.close()
})
