import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { paths } from '../../views/paths'
import { type FollowedDesk, openFollowedDesk } from '../feeds/harness'
import { openTestClock, type TestClock } from '../support/clock'
import { clientId, hire } from '../support/desk'
import { type Ask, askOf, htmx, json, signIn } from './ask'

const { chat, office, workbench } = paths
const list = office.of('blocks')
let clock: TestClock
let harness: FollowedDesk
let ask: Ask
let cookies: Record<'ana' | 'sina' | 'olga', string>
beforeAll(async () => {
  clock = openTestClock()
  harness = await openFollowedDesk(clock)
  ask = askOf(harness.desk)
  await hire(harness.desk, 'Sina', 5, 'supervisor')
  await hire(harness.desk, 'Olga', 5, 'admin')
  cookies = {
    ana: await signIn(ask, 'Ana'),
    sina: await signIn(ask, 'Sina'),
    olga: await signIn(ask, 'Olga'),
  }
})
afterAll(() => harness.desk.close())

const SAYS = 'You cannot send messages here'
const block = (id: string, form: Record<string, string>, cookie = cookies.sina) =>
  ask('POST', workbench.block(id), { cookie, form, headers: json })
const say = (token: string, text = 'Let me in', headers = {}) =>
  ask('POST', chat.messages, {
    ...{ cookie: `visitor=${token}`, headers },
    form: { text, client_id: clientId() },
  })
const linesOf = async (id: string) => (await harness.store.conversations.row(id))?.lastSeq
const lift = (id: string) =>
  ask('POST', office.of('blocks', id, 'lift'), { cookie: cookies.olga, form: {}, headers: json })
const newest = async () => (await harness.store.blocks.all())[0]

describe('a visitor who is kept out', () => {
  test('is cut off at once, and their words come back with one sentence', async () => {
    const { person, conversation, token } = await harness.talk()
    const other = await harness.talk('Vito')
    const screens = [
      harness.follow(person, conversation, 0),
      harness.follow(other.person, other.conversation, 0),
    ]
    const form = { scope: 'visitor', for: '1h', reason: 'Insults' }
    expect((await block(conversation, form)).status).toBe(204)
    // It comes back, and hears at the door why.
    expect(screens.map((screen) => screen.ended)).toEqual(['renew', null])
    const lines = await linesOf(conversation)
    const page = await say(token)
    expect(page.status).toBe(403)
    expect(page.text).toContain(SAYS)
    expect(page.text).toContain('Let me in')
    const told = await say(token, 'And now?', json)
    expect([told.status, told.text.includes(SAYS)]).toEqual([403, true])
    expect(await linesOf(conversation)).toBe(lines)
    const cookie = `visitor=${token}`
    const feed = await ask('GET', chat.feed(0), { cookie })
    expect(feed.status).toBe(403)
    const anew = { name: 'Vera', text: 'Anew', client_id: clientId() }
    expect((await ask('POST', chat.page, { cookie, form: anew })).status).toBe(403)
    // What stands there they may read.
    expect((await ask('GET', chat.page, { cookie })).status).toBe(200)
    expect((await say(other.token)).status).toBeLessThan(400)
    for (const screen of screens) screen.leave()
  })

  test('is let in again when somebody lifts it, and when its time is over', async () => {
    const { conversation, token } = await harness.talk()
    await block(conversation, { scope: 'visitor', for: '10m' })
    const id = (await newest())?.id ?? ''
    expect((await lift(id)).status).toBe(200)
    expect((await lift(id)).status).toBe(200)
    expect((await say(token)).status).toBeLessThan(400)
    await block(conversation, { for: '10m' })
    expect((await say(token)).status).toBe(403)
    clock.jump(10 * 60_000)
    expect((await say(token)).status).toBeLessThan(400)
    const page = await ask('GET', list, { cookie: cookies.sina })
    expect(page.text).toContain('unblocked by Olga')
    expect(page.text).toContain('over')
    const acts = (await harness.store.audit.newest(3)).map(({ act }) => act)
    expect(acts).toEqual(['blocked', 'unblocked', 'blocked'])
  })

  test('is told so wherever they ask, and until when, in their language', async () => {
    const { conversation, token } = await harness.talk()
    const cookie = `visitor=${token}`
    const read = (path: string) => ask('GET', path, { cookie })
    const feed = async (cookies: string) => {
      const answer = await ask('GET', chat.feed(0), { cookie: cookies, headers: htmx })
      return [answer.status, answer.text, answer.headers.get('Retry-After')] as const
    }
    expect((await read(chat.page)).text).not.toContain(SAYS)
    await block(conversation, { for: '1h' })
    const { until, id = '' } = (await newest()) ?? {}
    const says = `${SAYS} until ${new Date(until ?? 0).toISOString().slice(11, 16)}.`
    const [status, line, after] = await feed(cookie)
    expect([status, after]).toEqual([403, '3600'])
    expect(line).toContain(says)
    expect(line).toContain('data-reason="blocked"')
    // The page that is drawn meanwhile says it too, and does not claim to be cut off.
    const page = (await read(chat.page)).text
    expect(page).toContain(`data-state="${says}`)
    const chinese = await ask('GET', chat.page, { cookie: `${cookie}; bellhop-language=zh` })
    expect(chinese.text).toMatch(/您在 \d\d:\d\d 之前无法在此发送消息/)
    // Of several the one that lasts longest is said; one has no end.
    await block(conversation, { for: '10m' })
    expect((await feed(cookie))[1]).toContain(says)
    await block(conversation, { for: '' })
    expect((await feed(cookie))[1]).toContain(`${SAYS}.`)
    for (const one of (await harness.store.blocks.all()).slice(0, 3)) await lift(one.id)
    expect((await read(chat.page)).text).not.toContain(SAYS)
    expect((await newest())?.id).not.toBe(id)
  })

  test('stays out after a restart of what is known', async () => {
    const { conversation, token } = await harness.talk()
    await block(conversation, {})
    await harness.desk.desk.blocks.refresh()
    expect((await say(token)).status).toBe(403)
    expect((await newest())?.until).toBeNull()
  })
})

describe('the room of who is kept out', () => {
  const room = async (id: string, cookie = cookies.ana) =>
    (await ask('GET', workbench.conversation(id), { cookie })).text
  const unblock = (conversation: string, id = '', cookie = cookies.sina) =>
    ask('POST', workbench.unblock(conversation), { cookie, form: { block: id }, headers: json })

  test('says who did it, why and until when, live too, and has the way back', async () => {
    const { conversation, token } = await harness.talk()
    const screen = harness.bench(conversation, 0)
    await block(conversation, { for: '1h', reason: 'Insults' })
    const says = 'This visitor is blocked by Sina until'
    await clock.until(() => screen.has(says))
    const page = await room(conversation)
    expect(page).toContain(says)
    expect(page).toContain('Reason: Insults')
    expect(page).not.toContain(workbench.unblock(conversation))
    const id = (await newest())?.id ?? ''
    expect(await room(conversation, cookies.sina)).toContain(`name="block" value="${id}"`)
    expect((await unblock(conversation, id, cookies.ana)).status).toBe(403)
    expect((await unblock(conversation, id)).status).toBe(204)
    expect((await unblock(conversation, id)).status).toBe(204)
    expect(await room(conversation)).not.toContain('is blocked by')
    expect((await say(token)).status).toBeLessThan(400)
    screen.leave()
  })

  test('tells of their address too, and lifts nothing that is of others', async () => {
    const { conversation } = await harness.talk()
    const other = await harness.talk('Vito')
    await block(conversation, {})
    const id = (await newest())?.id ?? ''
    expect(await room(other.conversation)).not.toContain('is blocked by')
    expect((await unblock(other.conversation, id)).status).toBe(404)
    await lift(id)
    await block(conversation, { scope: 'address', for: '' })
    expect(await room(other.conversation)).toContain('This visitor’s address is blocked by Sina.')
    await lift((await newest())?.id ?? '')
  })

  test('and the lists of the office call them by name', async () => {
    const { conversation } = await harness.talk('Vera Kovač')
    await block(conversation, { for: '1h' })
    const { id = '', value = '' } = (await newest()) ?? {}
    const page = await ask('GET', list, { cookie: cookies.sina })
    const row = page.text.split(`action="${office.of('blocks', id, 'lift')}"`)[0] ?? ''
    expect(row.slice(row.lastIndexOf('<tr'))).toContain('Vera Kovač')
    expect(row).not.toContain(value)
    const audit = await ask('GET', office.of('audit'), { cookie: cookies.olga })
    expect(audit.text).toContain('<bdi>Vera Kovač</bdi>')
    expect(audit.text).not.toContain(value)
    await lift(id)
  })
})

describe('an address and a network', () => {
  const from = (address: string) => ({ 'X-Forwarded-For': address })

  test('keep out whoever comes from there, by what trusted proxies say alone', async () => {
    const { conversation, token } = await harness.talk()
    // All of these visits come from 203.0.113.9.
    expect((await block(conversation, { scope: 'network' })).status).toBe(204)
    expect((await newest())?.value).toBe('203.0.113.0/24')
    const { holds } = harness.desk.desk.blocks
    const isOut = (address: string) => holds({ visitor: undefined, address: () => address })
    expect(isOut('203.0.113.77')).toBeDefined()
    expect(isOut('203.0.114.1')).toBeUndefined()
    // No proxy was told of: what the header says is nobody's address.
    expect((await say(token, 'Hello', from('203.0.113.9'))).status).toBeLessThan(400)
    await lift((await newest())?.id ?? '')
    expect((await block(conversation, { scope: 'address' })).status).toBe(204)
    expect((await newest())?.value).toBe('203.0.113.9')
    expect(isOut('203.0.113.9')).toBeDefined()
    expect(isOut('203.0.113.10')).toBeUndefined()
    await lift((await newest())?.id ?? '')
  })

  test('are written down in the office too, of both families', async () => {
    const add = (network: string, more = {}) =>
      ask('POST', list, { cookie: cookies.sina, form: { network, ...more }, headers: json })
    const { holds } = harness.desk.desk.blocks
    const isOut = (address: string) =>
      holds({ visitor: undefined, address: () => address }) !== undefined
    expect((await add('2001:db8:7::/48', { for: '2h', reason: 'Spam' })).status).toBe(201)
    expect(isOut('2001:db8:7:1::/64')).toBe(true)
    expect(isOut('2001:db8:8:1::/64')).toBe(false)
    expect((await add('198.51.100.0/24')).status).toBe(201)
    // Until tomorrow at this time: the time alone would read as over.
    expect((await add('192.0.2.0/24', { for: '1d' })).status).toBe(201)
    const all = await ask('GET', list, { cookie: cookies.sina })
    expect(all.text).toMatch(/until \d{1,2} \w{3}, \d\d:\d\d/)
    expect([isOut('198.51.100.200'), isOut('198.51.101.1')]).toEqual([true, false])
    for (const wrong of [
      '10.0.0.0/33',
      '0.0.0.0/0',
      'example.com',
      '1.2.3',
      '::/0',
      '10.0.0.1/8/8',
    ])
      expect((await add(wrong)).status).toBe(422)
    expect((await add('198.51.100.7', { for: 'long' })).status).toBe(422)
    const page = await ask('POST', list, {
      cookie: cookies.sina,
      form: { network: 'nowhere', reason: 'a reason that is kept' },
    })
    expect([page.status, page.text.includes('a reason that is kept')]).toEqual([422, true])
  })
})

test('only who supervises keeps anybody out', async () => {
  const { conversation, token } = await harness.talk()
  expect((await block(conversation, {}, cookies.ana)).status).toBe(403)
  expect((await ask('GET', list, { cookie: cookies.ana })).status).toBe(403)
  expect((await block(conversation, { scope: 'planet' })).status).toBe(422)
  expect((await block(conversation, { for: '0s' })).status).toBe(422)
  expect((await say(token)).status).toBeLessThan(400)
})
