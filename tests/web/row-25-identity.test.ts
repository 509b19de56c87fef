import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { createHmac } from 'node:crypto'
import { rotateSecret } from '../../src/commands/sites/rotate-secret'
import { hashToken, newToken } from '../../src/commands/tokens'
import { current } from '../../src/commands/visitors/current'
import { paths } from '../../views/paths'
import { goOnDuty, hire, openTestDesk, type TestDesk, until } from '../support/desk'
import { askOf, signIn } from './ask'
import { beginChat, openTab, saidOn, type Tab } from './tab'

const { chat } = paths
const AUDIENCE = 'http://desk.test'
const HOUR_S = 3_600

let desk: TestDesk
let secret = ''
beforeAll(async () => {
  desk = await openTestDesk()
})
afterAll(() => desk.close())

const base64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
let ids = 0
const claims = (more: object = {}) => ({
  ...{ aud: AUDIENCE, sub: 'customer-1', jti: `token-${++ids}` },
  ...{ exp: Math.floor(desk.desk.clock.now() / 1000) + HOUR_S },
  ...more,
})

/** By hand, so that what no library would sign can be signed as well. */
const signed = (payload: object, { alg = 'HS256', hash = 'sha256', key = secret } = {}) => {
  const body = `${base64({ alg, typ: 'JWT' })}.${base64(payload)}`
  const sign = () => createHmac(hash, key).update(body).digest('base64url')
  return `${body}.${alg === 'none' ? '' : sign()}`
}
const prove = (tab: Tab, token: string) => tab.post(chat.identity, { token }, { accept: 'json' })

/** Who this browser's visitor is. */
const whoIs = async (tab: Tab) => {
  const token = tab.jar.get('bellhop-visitor') ?? ''
  return (await desk.desk.store.visits.visitorOf(hashToken(token))) ?? ''
}
const rowOf = async (tab: Tab) => desk.desk.store.visitors.find(await whoIs(tab))
const talkOf = async (tab: Tab) => current(desk.desk, await whoIs(tab))

test('before there is a secret no token holds', async () => {
  const refused = await prove(openTab(desk), signed(claims(), { key: 'guessed' }))
  expect(refused.status).toBe(401)
  expect(refused.text).toContain('"identityOff"')
  secret = await rotateSecret(desk.desk)
})

describe('a token is refused', () => {
  const now = () => Math.floor(desk.desk.clock.now() / 1000)
  const without = (claim: string) =>
    signed(Object.fromEntries(Object.entries(claims()).filter(([name]) => name !== claim)))
  const cases: [what: string, token: () => string, reason: string][] = [
    ['signed by nobody', () => signed(claims(), { alg: 'none' }), 'identityNotValid'],
    [
      'signed in another way',
      () => signed(claims(), { alg: 'HS512', hash: 'sha512' }),
      'identityNotValid',
    ],
    ['signed as it does not say', () => signed(claims(), { alg: 'RS256' }), 'identityNotValid'],
    ['of another secret', () => signed(claims(), { key: 'another' }), 'identityNotValid'],
    ['of an hour ago', () => signed(claims({ exp: now() - HOUR_S })), 'identityExpired'],
    ['that is not over yet', () => signed(claims({ nbf: now() + HOUR_S })), 'identityNotValid'],
    ['for another desk', () => signed(claims({ aud: 'https://chat.example' })), 'identityAudience'],
    ['for nobody', () => without('aud'), 'identityAudience'],
    ['that never ends', () => without('exp'), 'identityNotValid'],
    ['without an id', () => without('jti'), 'identityNotValid'],
    ['about nobody', () => without('sub'), 'identityNotValid'],
    [
      'about who has an account here',
      () => signed(claims({ sub: 'desk-customer:1' })),
      'identityNotValid',
    ],
    ['about an empty name', () => signed(claims({ sub: '' })), 'identityNotValid'],
    ['with an address that is none', () => signed(claims({ email: 'vera' })), 'identityNotValid'],
    ['that is none', () => 'not.a.token', 'identityNotValid'],
    ['of nothing', () => '', 'identityNotValid'],
  ]
  test.each(cases)('%s', async (_, token, reason) => {
    const tab = await beginChat(desk)
    const before = await rowOf(tab)
    const answer = await prove(tab, token())
    expect([answer.status, JSON.parse(answer.text).error.reason]).toEqual([401, reason])
    expect(answer.headers.getSetCookie()).toEqual([])
    expect(await rowOf(tab)).toEqual(before)
  })

  test('that was used, by whomever', async () => {
    const token = signed(claims({ sub: 'twice' }))
    expect((await prove(openTab(desk), token)).status).toBe(204)
    const again = await prove(openTab(desk), token)
    expect([again.status, JSON.parse(again.text).error.reason]).toEqual([401, 'identityUsed'])
  })

  test('of a secret that was taken back', async () => {
    const old = signed(claims())
    secret = await rotateSecret(desk.desk)
    expect((await prove(openTab(desk), old)).status).toBe(401)
  })

  test('from the page of another site', async () => {
    const headers = { 'Sec-Fetch-Site': 'cross-site' }
    const token = signed(claims())
    const answer = await openTab(desk).post(chat.identity, { token }, { accept: 'json', headers })
    expect(answer.status).toBe(403)
  })
})

describe('a token that holds', () => {
  test('says who wrote as nobody known, who stays in their talk', async () => {
    const tab = await beginChat(desk, 'Where is my parcel?')
    const [before, talk] = [await whoIs(tab), await talkOf(tab)]
    const about = { sub: 'vera', name: 'Vera Lind', email: 'vera@shop.example' }
    const answer = await prove(tab, signed(claims({ ...about, attributes: { plan: 'gold' } })))
    expect([answer.status, answer.text]).toEqual([204, ''])
    expect(answer.headers.get('HX-Refresh')).toBe('true')
    expect(await whoIs(tab)).toBe(before)
    expect(await rowOf(tab)).toMatchObject({ name: 'Vera Lind', email: 'vera@shop.example' })
    const isNamed = async () => (await talkOf(tab))?.visitorName === 'Vera Lind'
    expect(await until(isNamed)).toBe(true)
    expect((await talkOf(tab))?.id).toBe(talk?.id ?? '')
    // The same again changes nothing, and no page need be drawn anew.
    const again = await prove(tab, signed(claims(about)))
    expect([again.status, again.headers.get('HX-Refresh')]).toEqual([204, null])
  })

  test('makes nobody else them who came as the same nobody, by the link of a mail', async () => {
    const tab = await beginChat(desk, 'Mine alone')
    const other = openTab(desk)
    other.jar.set('bellhop-visitor', newToken())
    const hash = hashToken(other.jar.get('bellhop-visitor') ?? '')
    await desk.desk.store.visits.remember(hash, await whoIs(tab), desk.desk.clock.now())
    expect(saidOn(await other.get(chat.page))).toEqual(['Mine alone'])
    await prove(tab, signed(claims({ sub: 'uma', name: 'Uma' })))
    expect(saidOn(await other.get(chat.page))).toEqual([])
    expect(saidOn(await tab.get(chat.page))).toEqual(['Mine alone'])
  })

  test('brings somebody back to their talk in another browser', async () => {
    const home = await beginChat(desk, 'From my desk')
    await prove(home, signed(claims({ sub: 'wanda', name: 'Wanda' })))
    const phone = openTab(desk)
    await phone.get(chat.page)
    const cookie = phone.jar.get('bellhop-visitor')
    expect((await prove(phone, signed(claims({ sub: 'wanda' })))).status).toBe(204)
    expect(await whoIs(phone)).toBe(await whoIs(home))
    expect(phone.jar.get('bellhop-visitor')).toBe(cookie ?? '')
    expect(saidOn(await phone.get(chat.page))).toEqual(['From my desk'])
  })

  test('takes along what they had as nobody, and tells the agent', async () => {
    const ana = await hire(desk, 'Ana')
    const rest = await goOnDuty(desk, ana)
    const home = await beginChat(desk, 'The first question')
    await prove(home, signed(claims({ sub: 'xenia', name: 'Xenia' })))
    await home.post(chat.closure)
    const phone = await beginChat(desk, 'The second question')
    const stranger = await whoIs(phone)
    const talk = await talkOf(phone)
    expect((await prove(phone, signed(claims({ sub: 'xenia' })))).status).toBe(204)
    expect(await whoIs(phone)).toBe(await whoIs(home))
    expect(await talkOf(phone)).toMatchObject({ id: talk?.id, visitorName: 'Xenia' })
    expect(saidOn(await phone.get(chat.page))).toEqual(['The second question'])
    expect(saidOn(await home.get(chat.page))).toEqual(['The second question'])
    expect(await current(desk.desk, stranger)).toBeUndefined()
    // They can go on, and the agent sees who it is.
    await phone.submit(chat.messages, { text: 'And a third', client_id: `third-${ids}-question` })
    const cookie = await signIn(askOf(desk), 'Ana')
    const room = paths.workbench.conversation(talk?.id ?? '')
    const shown = await until(async () => {
      const { text } = await askOf(desk)('GET', room, { cookie })
      return text.includes('And a third') ? text : undefined
    })
    expect(shown).toContain('Xenia')
    expect(shown).toContain('Customer of the site, proven')
    rest()
  })

  test('leaves what is another’s to those: who comes after them in this browser begins anew', async () => {
    const tab = await beginChat(desk, 'A secret of Yuri')
    await prove(tab, signed(claims({ sub: 'yuri', name: 'Yuri' })))
    const yuri = await whoIs(tab)
    await prove(tab, signed(claims({ sub: 'zoe', name: 'Zoe' })))
    expect(await whoIs(tab)).not.toBe(yuri)
    expect(saidOn(await tab.get(chat.page))).toEqual([])
    expect((await current(desk.desk, yuri))?.visitor).toBe(yuri)
  })

  test('may be forgotten: whoever comes next is nobody', async () => {
    const tab = await beginChat(desk, 'Mine alone')
    await prove(tab, signed(claims({ sub: 'ulla' })))
    expect((await tab.post(chat.forgetting, {}, { accept: 'json' })).status).toBe(204)
    expect(saidOn(await tab.get(chat.page))).toEqual([])
  })
})

describe('what the page of a site reports', () => {
  test('stands in the room under a title of its own, and proves nothing', async () => {
    const tab = await beginChat(desk, 'What do you know of me?')
    const attributes = JSON.stringify({ plan: 'silver', 'E-mail': 'boss@shop.example', seats: 3 })
    expect((await tab.post(chat.attributes, { attributes }, { accept: 'json' })).status).toBe(204)
    expect(await rowOf(tab)).toMatchObject({ email: '' })
    const cookie = await signIn(askOf(desk), 'Ana')
    const room = paths.workbench.conversation((await talkOf(tab))?.id ?? '')
    const { text } = await askOf(desk)('GET', room, { cookie })
    const [, site = ''] = text.split('class="from-site"')
    expect(site).toContain('silver')
    expect(site).toContain('boss@shop.example')
    expect(text).not.toContain('Customer of the site, proven')
  })

  test.each(['[]', '{"a":{"b":1}}', 'null', '{', JSON.stringify({ '': 'x' })])(
    'is refused when it is no list of names and values: %s',
    async (attributes) => {
      const tab = await beginChat(desk)
      const answer = await tab.post(chat.attributes, { attributes }, { accept: 'json' })
      expect(answer.status).toBe(422)
    },
  )
})
