import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { disableAccount } from '../../src/commands/accounts/disable'
import { installToken } from '../../src/commands/accounts/install'
import { newToken } from '../../src/commands/tokens'
import { cookiesIn } from '../../src/web/cookie-header'
import { paths } from '../../views/paths'
import { hire, openTestDesk, PASSWORD, type TestDesk, visit } from '../support/desk'
import { type Ask, askOf, cookieIn, json, signIn } from './ask'
import { hidden } from './tab'

const { chat, workbench, session, install } = paths

let desk: TestDesk
let ask: Ask
beforeAll(async () => {
  desk = await openTestDesk()
  ask = askOf(desk)
  await hire(desk, 'Ana')
})
afterAll(() => desk.close())

const count = async () => (await desk.desk.store.conversations.open('', 500)).length

describe('cookies of other programs on this host', () => {
  const others = ['zzz', '', '"quoted"', '%zz', 'x'.repeat(43), newToken()]
  test.each(others)(
    'named like ours, with %j in it, hide neither a talk nor a session',
    async (value) => {
      const { token } = await visit(desk, 'Vera', 'Where is my order?')
      const own = await signIn(ask, 'Ana')
      for (const name of ['visitor', 'bellhop-visitor'])
        for (const cookie of [
          `${name}=${value}; ${name}=${token}`,
          `${name}=${token}; ${name}=${value}`,
          `visitor=${value}; bellhop-visitor=${token}`,
        ])
          expect((await ask('GET', chat.page, { cookie })).text).toContain('Where is my order?')
      const bare = own.replace('bellhop-', '')
      for (const cookie of [
        `session=${value}; ${own}`,
        `${own}; ${own.replace(/=.*/, `=${value}`)}`,
      ])
        expect((await ask('GET', workbench.page, { cookie })).status).toBe(200)
      expect((await ask('GET', workbench.page, { cookie: bare })).status).toBe(200)
    },
  )

  test('hide neither, however many there are', async () => {
    const { token } = await visit(desk, 'Vito', 'Where is my lamp?')
    const own = await signIn(ask, 'Ana')
    const [, session = ''] = own.split('=')
    const many = (name: string, times: number) =>
      Array.from({ length: times }, () => `${name}=${newToken()}`).join('; ')
    for (const [times, name] of [
      ...([5, 49, 300] as const).map((times) => [times, 'bellhop-visitor'] as const),
      [300, 'visitor'] as const,
    ]) {
      const cookie = `${many(name, times)}; bellhop-visitor=${token}`
      expect((await ask('GET', chat.page, { cookie })).text).toContain('Where is my lamp?')
      const signedIn = `${many(name.replace('visitor', 'session'), times)}; ${own}`
      expect((await ask('GET', workbench.page, { cookie: signedIn })).status).toBe(200)
    }
    // Under its old name, behind as many of the new one as a browser may have.
    const before = `${many('bellhop-session', 49)}; session=${session}`
    expect((await ask('GET', workbench.page, { cookie: before })).status).toBe(200)
  })

  test('choose neither our language nor our colours', async () => {
    const cookie = 'theme=solarized; theme=dark; language=tlh; bellhop-language=zh; zone=Mars/Base'
    const { text } = await ask('GET', paths.home, { cookie })
    expect(text).toContain('data-theme="dark"')
    expect(text).toContain('lang="zh-Hans"')
  })

  test('are told apart by their values, however they are written', () => {
    const cookies = cookiesIn(' a=1;b = "2" ;a=3; c;d=%E4%BD%A0; e=%; =x')
    expect(Object.fromEntries(cookies)).toEqual({
      ...{ a: ['1', '3'], b: ['2'], d: ['你'], e: ['%'], '': ['x'] },
    })
    expect(cookiesIn(undefined).size).toBe(0)
  })

  test('are not taken away by us', async () => {
    const own = await signIn(ask, 'Ana')
    const cookie = `session=${newToken()}; ${own}`
    const out = await ask('POST', session.signOut, { form: {}, cookie })
    const names = out.headers.getSetCookie().map((each) => each.split('=')[0])
    expect(names).toEqual(['bellhop-session'])
  })
})

describe('a browser that keeps no cookie', () => {
  test('is told so before a conversation is made, and keeps what was written', async () => {
    const before = await count()
    const page = await ask('GET', chat.page)
    const form = { cookie: hidden(page, 'cookie'), client_id: hidden(page, 'client_id') }
    const sent = { ...form, name: 'Vera', text: 'Is anybody there?' }
    const refused = await ask('POST', chat.page, { form: sent })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Your browser kept no cookie of this site')
    expect(refused.text).toContain('Is anybody there?</textarea>')
    const bare = { text: 'Anybody?', client_id: 'no-cookies-1' }
    const headers = { 'Sec-Fetch-Mode': 'navigate' }
    expect((await ask('POST', chat.page, { form: bare, headers })).status).toBe(422)
    expect(await count()).toBe(before)
    // It was only lost: the next try brings the one that came with the refusal.
    const cookie = cookieIn(refused, 'visitor')
    expect((await ask('POST', chat.page, { form: sent, cookie })).status).toBe(303)
    expect(await count()).toBe(before + 1)
  })

  test('is told so at the door, and no session is opened', async () => {
    const page = await ask('GET', session.signIn)
    const form = { email: 'ana@desk.test', password: PASSWORD, cookie: hidden(page, 'cookie') }
    const refused = await ask('POST', session.signIn, { form })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Your browser kept no cookie of this site')
    expect(refused.text).toContain('value="ana@desk.test"')
    expect(cookieIn(refused, 'session')).toBe('')
    const cookie = cookieIn(page, 'probe')
    expect((await ask('POST', session.signIn, { form, cookie })).status).toBe(303)
  })

  test('is told so before the desk has an owner', async () => {
    const token = (await installToken(desk.desk)) ?? ''
    const page = await ask('GET', `${install}?token=${token}`)
    const account = { name: 'Olga', email: 'olga@desk.test', password: PASSWORD }
    const form = { token, ...account, cookie: hidden(page, 'cookie') }
    const refused = await ask('POST', install, { form, headers: { 'Accept-Language': 'zh' } })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Cookie')
    expect(await installToken(desk.desk)).toBe(token)
  })

  test('is no script, which need not ask for the page first', async () => {
    const form = { text: 'By a script', client_id: 'script-0001' }
    expect((await ask('POST', chat.page, { form })).status).toBe(303)
    const asJson = { json: { ...form, client_id: 'script-0002' }, headers: json }
    expect((await ask('POST', chat.page, asJson)).status).toBe(201)
  })
})

describe('a session’s cookie that signs nobody in', () => {
  const away = /^bellhop-session=; Max-Age=0; Path=\/; HttpOnly; SameSite=Lax$/

  test('is taken away', async () => {
    const own = await signIn(ask, 'Ana')
    await ask('POST', session.signOut, { form: {}, cookie: own })
    for (const cookie of [own, `bellhop-session=${newToken()}`, 'bellhop-session=nothing']) {
      const answer = await ask('GET', workbench.page, { cookie })
      expect([answer.status, answer.headers.getSetCookie().join()]).toEqual([
        303,
        expect.stringMatching(away),
      ])
    }
    expect((await ask('GET', workbench.page)).headers.getSetCookie()).toEqual([])
  })

  test('stays with who reads by it that their account is disabled, and with a stream', async () => {
    const own = await signIn(ask, 'Ana')
    const feed = workbench.feed(null, 0)
    const dead = `bellhop-session=${newToken()}`
    expect((await ask('GET', feed, { cookie: dead })).headers.getSetCookie()).toEqual([])
    await disableAccount(desk.desk, { role: 'agent', email: 'ana@desk.test' })
    expect((await ask('GET', workbench.page, { cookie: own })).headers.getSetCookie()).toEqual([])
  })
})
