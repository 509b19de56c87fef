import { afterAll, beforeAll, expect, test } from 'bun:test'
import { createDecipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto'
import type { Staff } from '../../actors/people'
import { say } from '../../src/commands/conversations/say'
import { setPush } from '../../src/commands/me/push'
import { pushKeys } from '../../src/push/keys'
import { openPusher } from '../../src/push/pusher'
import { isPushService } from '../../src/push/service'
import { paths } from '../../views/paths'
import {
  clientId,
  goOnDuty,
  hire,
  openTestDesk,
  type TestDesk,
  until,
  visit,
} from '../support/desk'
import { NOTE } from '../support/leaks'
import { type Ask, askOf, json, signIn } from './ask'

/** A push service, and the browser that it leads to. */
const openService = () => {
  const pair = createECDH('prime256v1')
  pair.generateKeys()
  const auth = randomBytes(16)
  const heard: { headers: Headers; body: Buffer }[] = []
  let status = 201
  const server = Bun.serve({
    port: 0,
    hostname: '127.0.0.1',
    async fetch(request) {
      heard.push({ headers: request.headers, body: Buffer.from(await request.arrayBuffer()) })
      return new Response(null, { status })
    },
  })
  /** As a browser opens it (RFC 8188 and 8291). */
  const open = (body: Buffer): Record<string, unknown> => {
    const [salt, length] = [body.subarray(0, 16), body[20] ?? 0]
    const [theirs, sealed] = [body.subarray(21, 21 + length), body.subarray(21 + length)]
    const info = Buffer.concat([Buffer.from('WebPush: info\0'), pair.getPublicKey(), theirs])
    const secret = Buffer.from(hkdfSync('sha256', pair.computeSecret(theirs), auth, info, 32))
    const part = (name: string, bytes: number) =>
      Buffer.from(hkdfSync('sha256', secret, salt, `Content-Encoding: ${name}\0`, bytes))
    const plain = createDecipheriv('aes-128-gcm', part('aes128gcm', 16), part('nonce', 12))
    plain.setAuthTag(sealed.subarray(-16))
    const text = Buffer.concat([plain.update(sealed.subarray(0, -16)), plain.final()]).toString()
    return JSON.parse(text.slice(0, text.lastIndexOf('\u0002')))
  }
  return {
    heard,
    subscription: {
      endpoint: `http://127.0.0.1:${server.port}/push/ana`,
      p256dh: pair.getPublicKey('base64url'),
      auth: auth.toString('base64url'),
    },
    told: () => heard.map(({ body }) => open(body)),
    answers: (next: number) => {
      status = next
    },
    close: () => server.stop(true),
  }
}

let desk: TestDesk
let ask: Ask
let ana: Staff
let cookie: string
let leave: () => void
const service = openService()
const closes: (() => unknown)[] = [service.close]
beforeAll(async () => {
  desk = await openTestDesk()
  ask = askOf(desk)
  ana = await hire(desk, 'Ana', 9)
  leave = await goOnDuty(desk, ana)
  cookie = await signIn(ask, 'Ana')
  const { baseUrl } = desk.config
  const pusher = openPusher({ ...desk.desk, baseUrl, reaches: () => true })
  closes.unshift(pusher.close)
})
afterAll(async () => {
  leave()
  for (const close of closes) await close()
  await desk.close()
})

const subscribe = () => {
  const token = cookie.split('=')[1] ?? ''
  return setPush(desk.desk, ana, { token, language: 'zh' }, service.subscription, () => true)
}

test('a browser is told of what comes, sealed for it alone, without a word of the message', async () => {
  expect(await subscribe()).toBeNull()
  const { person, conversation } = await visit(desk, 'Vera', 'My card is 4111')
  await until(() => service.heard.length === 1)
  const [{ headers, body } = service.heard[0] ?? { headers: new Headers(), body: Buffer.of() }] =
    service.heard
  expect(headers.get('Authorization')).toContain(`k=${pushKeys(desk.config.secret).publicKey}`)
  expect(headers.get('Content-Encoding')).toBe('aes128gcm')
  expect(body.toString('latin1')).not.toContain('4111')
  expect(service.told()[0]).toEqual({
    ...{ about: conversation, title: '有会话分配给您', body: '打开工作台即可回复。', always: true },
    url: paths.workbench.conversation(conversation),
  })
  await say(
    desk.desk,
    person,
    conversation,
    { text: '4112', client_id: clientId() },
    { address: '' },
  )
  await until(() => service.heard.length === 2)
  expect(service.told()[1]).toMatchObject({ title: '访客给您发来消息', always: false })
  expect(JSON.stringify(service.told())).not.toContain('411')
})

test('each conversation is told of, though lines of several have one id', async () => {
  const before = service.heard.length
  const { conversation } = await visit(desk, 'Mia')
  await until(() => service.heard.length > before)
  expect(service.told().slice(before)).toMatchObject([
    { about: conversation, title: '有会话分配给您' },
  ])
})

test('the words come only for who wants them, and nothing by a rule that says never', async () => {
  const rules = (form: Record<string, string>) =>
    ask('POST', paths.workbench.me, { cookie, form, headers: json })
  await rules({ push_text: 'yes', assigned: 'never' })
  const before = service.heard.length
  const { person, conversation } = await visit(desk, 'Vito')
  await until(async () => (await desk.desk.store.conversations.row(conversation))?.agent === ana.id)
  const message = { text: 'Where is my parcel?', client_id: clientId() }
  await say(desk.desk, person, conversation, message, { address: '' })
  await until(() => service.heard.length > before)
  expect(service.told().slice(before)).toMatchObject([{ body: 'Where is my parcel?' }])
})

test('what is masked is masked on a locked screen, too', async () => {
  const before = service.heard.length
  const { person, conversation } = await visit(desk, 'Wim')
  await until(async () => (await desk.desk.store.conversations.row(conversation))?.agent === ana.id)
  const message = { text: 'Take it off 4111 1111 1111 1111', client_id: clientId() }
  await say(desk.desk, person, conversation, message, { address: '' })
  await until(() => service.heard.length > before)
  expect(service.told().slice(before)).toMatchObject([{ body: 'Take it off •••• •••• •••• 1111' }])
})

test('a colleague’s call by name is told of once, whatever is changed of the note', async () => {
  const bo = await hire(desk, 'Bo')
  const his = await signIn(ask, bo.name)
  const rules = (form: Record<string, string>) =>
    ask('POST', paths.workbench.me, { cookie, form, headers: json })
  await rules({ mention: 'hidden', assigned: 'never' })
  const { conversation } = await visit(desk, 'Nora')
  const before = service.heard.length
  const note = { text: `${NOTE}: look, @Ana`, client_id: clientId() }
  const asked = { cookie: his, headers: json }
  await ask('POST', paths.workbench.notes(conversation), { ...asked, form: note })
  await until(() => service.heard.length > before)
  expect(service.told().slice(before)).toEqual([
    {
      ...{ about: conversation, title: '有同事 @ 您', body: note.text, always: false },
      url: paths.workbench.conversation(conversation),
    },
  ])
  const { revision } = paths.workbench.entry(conversation)
  const form = { text: `${note.text}, please` }
  await ask('POST', revision(note.client_id), { ...asked, form })
  await rules({ mention: 'never' })
  const next = { text: `${note.text} too`, client_id: clientId() }
  await ask('POST', paths.workbench.notes(conversation), { ...asked, form: next })
  await Bun.sleep(100)
  expect(service.heard).toHaveLength(before + 1)
})

test('who is gone at the service is forgotten, and who signs out is told no more', async () => {
  const pushes = () => desk.desk.store.profiles.pushesOf(ana.id, desk.desk.clock.now())
  expect(await pushes()).toHaveLength(1)
  service.answers(410)
  const { person, conversation } = await visit(desk, 'Mia')
  await until(async () => (await desk.desk.store.conversations.row(conversation))?.agent === ana.id)
  const message = { text: 'Hello?', client_id: clientId() }
  await say(desk.desk, person, conversation, message, { address: '' })
  await until(async () => (await pushes()).length === 0)
  await subscribe()
  expect(await pushes()).toHaveLength(1)
  await ask('POST', paths.session.signOut, { cookie, form: {} })
  expect(await pushes()).toHaveLength(0)
})

test.each([
  ['http://push.example.com/x', false],
  ['https://127.0.0.1/x', false],
  ['https://2130706433/x', false],
  ['https://[::ffff:127.0.0.1]/x', false],
  ['https://localhost/x', false],
  ['https://redis/x', false],
  ['https://printer.local/x', false],
  ['https://push.example.com:6379/x', false],
  ['https://ana@push.example.com/x', false],
  ['gopher://push.example.com', false],
  ['https://fcm.googleapis.com/fcm/send/x', true],
  ['https://web.push.apple.com/x', true],
])('nothing is sent into networks of its own: %s', (endpoint, may) => {
  expect(isPushService(endpoint)).toBe(may)
})

test('an address that is none is refused in a sentence', async () => {
  const amir = await hire(desk, 'Amir')
  const his = await signIn(ask, amir.name)
  const form = { ...service.subscription, endpoint: 'https://10.0.0.1/x' }
  const asked = { cookie: his, form, headers: json }
  const { status, text } = await ask('POST', paths.workbench.push, asked)
  expect([status, JSON.parse(text).error.reason]).toEqual([422, 'pushNotValid'])
})
