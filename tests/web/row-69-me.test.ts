import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { say } from '../../src/commands/conversations/say'
import { paths } from '../../views/paths'
import {
  clientId,
  goOnDuty,
  hire,
  openTestDesk,
  PASSWORD,
  type TestDesk,
  visit,
} from '../support/desk'
import { type Ask, askOf, json, signIn } from './ask'
import { png } from './images'

const { me, status, page } = paths.workbench
let desk: TestDesk
let ask: Ask
let cookie: string
let id: string
beforeAll(async () => {
  desk = await openTestDesk()
  ask = askOf(desk)
  const ana = await hire(desk, 'Ana')
  await hire(desk, 'Amir')
  id = ana.id
  cookie = await signIn(ask, 'Ana')
})
afterAll(() => desk.close())

const post = (form: Record<string, string>, headers: Record<string, string> = json) =>
  ask('POST', me, { cookie, form, headers })
const told = async () => JSON.parse((await ask('GET', me, { cookie, headers: json })).text)
const reasonOf = (text: string) => JSON.parse(text).error
const send = (bytes: Uint8Array, name = 'a.png') => {
  const form = new FormData()
  form.append('avatar', new File([new Uint8Array(bytes)], name))
  const headers = { Host: 'desk.test', Origin: 'http://desk.test', Cookie: cookie, ...json }
  return desk.request(me, { method: 'POST', headers, body: form })
}

describe('one’s own page', () => {
  test('changes the name that colleagues and visitors read, as a plain form', async () => {
    const done = await post({ name: 'Ana Lind' }, {})
    expect([done.status, done.headers.get('Location')]).toEqual([303, `${me}?said=saved`])
    expect((await told()).name).toBe('Ana Lind')
    expect((await desk.desk.store.agents.find(id))?.name).toBe('Ana Lind')
    const refused = await post({ name: ' ' }, {})
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Please write a name.')
    expect(reasonOf((await post({ colour: 'red' })).text)).toMatchObject({ reason: 'fieldUnknown' })
  })

  test('keeps rules of what is told, and the workbench has them', async () => {
    expect((await told()).notices).toMatchObject({ offer: 'always', message: 'hidden' })
    await post({ offer: 'hidden', message: 'never', push_text: 'yes' })
    const kept = {
      offer: 'hidden',
      assigned: 'always',
      message: 'never',
      mention: 'always',
      pushText: true,
    }
    expect((await told()).notices).toEqual(kept)
    const { text } = await ask('GET', page, { cookie })
    expect(text).toContain('data-offer="hidden" data-assigned="always" data-message="never"')
    expect((await post({ offer: 'often' })).status).toBe(422)
    expect((await told()).notices).toEqual(kept)
  })

  test('shows a picture wherever they are drawn, under a mark that never changes', async () => {
    const before = await ask('GET', paths.chat.page)
    expect(before.text).not.toContain('faces-')
    expect((await send(png())).status).toBe(200)
    const { avatar } = await told()
    const image = await ask('GET', paths.avatar(avatar))
    expect([image.status, image.headers.get('Content-Type')]).toEqual([200, 'image/png'])
    expect(image.headers.get('Cache-Control')).toContain('immutable')
    const [sheet = ''] =
      /\/static\/faces-\w+\.css/.exec((await ask('GET', page, { cookie })).text) ?? []
    expect((await ask('GET', sheet)).text).toContain(`.face-${id.slice(-12)}{`)
    expect((await ask('GET', paths.chat.page)).text).toContain(sheet)
    await post({ avatar_removal: '1' })
    expect((await told()).avatar).toBeNull()
    expect((await ask('GET', paths.avatar(avatar))).status).toBe(404)
    expect((await ask('GET', page, { cookie })).text).not.toContain('faces-')
  })

  test.each([
    ['a script that is called a picture', '<svg onload="alert(1)">', 422, 'avatarNotValid'],
    ['a GIF', 'GIF89a\u0001\u0000\u0001\u0000', 422, 'avatarNotValid'],
    ['one that ends early', '\u0089PNG\r\n\u001a\n', 422, 'avatarNotValid'],
    ['too much', 'x'.repeat(101 * 1024), 413, 'avatarTooLarge'],
  ])('refuses %s as a picture', async (_, bytes, code, reason) => {
    const answer = await send(new Uint8Array(Buffer.from(bytes, 'latin1')))
    expect([answer.status, reasonOf(await answer.text()).reason]).toEqual([code, reason])
    expect((await told()).avatar).toBeNull()
  })

  test('gives another password to who knows the one there is, and ends other sessions', async () => {
    const other = await signIn(ask, 'Ana')
    const NEXT = 'another bell for guests'
    const wrong = await post({ current_password: 'not this one here', new_password: NEXT })
    expect([wrong.status, reasonOf(wrong.text)]).toMatchObject([422, { field: 'current_password' }])
    const short = await post({ current_password: PASSWORD, new_password: 'short' })
    expect(reasonOf(short.text)).toMatchObject({
      reason: 'passwordTooShort',
      field: 'new_password',
    })
    expect((await ask('GET', me, { cookie: other, headers: json })).status).toBe(200)
    expect((await post({ current_password: PASSWORD, new_password: NEXT })).status).toBe(200)
    expect((await ask('GET', me, { cookie: other, headers: json })).status).toBe(401)
    expect((await ask('GET', me, { cookie, headers: json })).status).toBe(200)
    await post({ current_password: NEXT, new_password: PASSWORD })
  })

  test('tells what was done today', async () => {
    const ana = { kind: 'staff', id, name: 'Ana', role: 'agent', departments: ['support'] } as const
    const leave = await goOnDuty(desk, ana)
    const vera = await visit(desk, 'Vera')
    for (let n = 0; (await told()).day.taken === 0 && n < 200; n += 1) await Bun.sleep(10)
    const message = { text: 'Good morning', client_id: clientId() }
    await say(desk.desk, ana, vera.conversation, message, { address: '' })
    expect((await told()).day).toMatchObject({ taken: 1, messages: 1, ended: 0, rating: null })
    expect((await ask('GET', me, { cookie })).text).toContain('First answer (median)')
    leave()
  })
})

describe('away', () => {
  const away = (form: Record<string, string>) =>
    ask('POST', status, { cookie, form: { status: 'away', ...form } })
  const reason = async () => (await desk.desk.store.agents.find(id))?.awayFor

  test('has a reason of the list or in own words, which goes when they are back', async () => {
    await away({ reason: 'lunch' })
    expect(await reason()).toBe('lunch')
    expect((await ask('GET', page, { cookie })).text).toContain('<bdi>Lunch</bdi>')
    const zh = await ask('GET', page, { cookie, headers: { 'Accept-Language': 'zh' } })
    expect(zh.text).toContain('<bdi>用餐</bdi>')
    // Another reason, while away already; own words come first.
    await away({ reason: 'meeting', words: 'Fire drill' })
    expect(await reason()).toBe('Fire drill')
    await ask('POST', status, { cookie, form: { status: 'ready' } })
    expect(await reason()).toBe('')
  })

  test('refuses a reason that is none, and one that is too long', async () => {
    expect((await away({ reason: 'bored' })).status).toBe(422)
    expect((await away({ words: 'x'.repeat(61) })).status).toBe(422)
  })

  test('is read by colleagues and by no visitor', async () => {
    const ana = { kind: 'staff', id, name: 'Ana', role: 'agent', departments: ['support'] } as const
    const leave = await goOnDuty(desk, ana)
    const vera = await visit(desk, 'Vera')
    for (let n = 0; n < 200; n += 1) {
      if ((await desk.desk.store.conversations.row(vera.conversation))?.agent === id) break
      await Bun.sleep(10)
    }
    await away({ words: 'At the dentist' })
    expect((await ask('GET', page, { cookie })).text).toContain('At the dentist')
    const chat = await ask('GET', paths.chat.page, { cookie: `bellhop-visitor=${vera.token}` })
    expect(chat.text).toContain('Ana')
    expect(chat.text).not.toContain('dentist')
    leave()
  })
})
