import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { contextIn } from '../../actors/current'
import { emptyProfile, profileLimits } from '../../actors/visitor/profile'
import { nextVisit } from '../../actors/visitor/visit'
import { systemClock } from '../../src/clock'
import { paths } from '../../views/paths'
import { type FollowedDesk, openFollowedDesk } from '../feeds/harness'
import { until } from '../support/desk'
import { type Ask, askOf, htmx, json, signIn } from './ask'

const { chat, workbench } = paths
let harness: FollowedDesk
let ask: Ask
let ana: string
beforeAll(async () => {
  harness = await openFollowedDesk({ clock: systemClock, until })
  ask = askOf(harness.desk)
  ana = await signIn(ask, 'Ana')
})
afterAll(() => harness.desk.close())

type Form = Record<string, string>
const describeIt = (id: string, form: Form, headers: Form = {}) =>
  ask('POST', workbench.visitor(id), { cookie: ana, form, headers })
const known = async (visitor: string) => {
  const stored = await harness.store.turns.load(`visitor:${visitor}`)
  return { version: stored?.version, ...contextIn('visitor', stored?.snapshot) }
}

describe('the card of a visitor', () => {
  test('holds what colleagues write down, one row of the journal each time', async () => {
    const { conversation, person } = await harness.talk()
    const before = await known(person.id)
    const form = {
      ...{ name: 'Vera Kovač', email: 'vera@example.org', phone: '+49 341 1', company: '晨光' },
      ...{ tags: 'VIP， wholesale,VIP', notes: 'Calls\r\nback', attribute: 'Since', type: 'date' },
      value: '2023-03-01',
    }
    const plain = await describeIt(conversation, form)
    expect([plain.status, plain.headers.get('Location')]).toEqual([
      303,
      workbench.conversation(conversation),
    ])
    const after = await known(person.id)
    expect(after).toMatchObject({ name: 'Vera Kovač', email: 'vera@example.org' })
    expect(after.profile).toEqual({
      ...{ phone: '+49 341 1', company: '晨光', notes: 'Calls\nback' },
      ...{
        tags: ['VIP', 'wholesale'],
        attributes: { Since: { type: 'date', value: '2023-03-01' } },
      },
    })
    expect(after.version).toBe((before.version ?? 0) + 1)
    // What is so already is done, and nothing is written.
    expect((await describeIt(conversation, form, htmx)).status).toBe(204)
    expect((await known(person.id)).version).toBe(after.version)
    await describeIt(conversation, { attribute: 'Since', value: '' })
    expect((await known(person.id)).profile?.attributes).toEqual({})
  })

  test('says the new name wherever the visitor is listed, and all of it live in the room', async () => {
    const { conversation, token } = await harness.talk()
    const room = harness.bench(conversation, 2)
    await until(() => room.has('id="facts"') || room.has('id="inbox"'))
    await describeIt(conversation, { name: 'Vera the Second', phone: '030 5550' })
    await until(() => room.swaps('facts').some((html) => html.includes('030 5550')))
    await until(() => room.swaps('room-head').some((html) => html.includes('Vera the Second')))
    const own = await ask('GET', chat.page, { cookie: `visitor=${token}` })
    expect(own.text).not.toContain('030 5550')
    room.leave()
  })

  test('shows the page they open, and what their browser says, live', async () => {
    const { conversation, person } = await harness.talk()
    const room = harness.bench(conversation, 2)
    // Where their page is has been asked and told: nothing else is to come by itself.
    await until(() => room.swaps('visitor-page').some((html) => html.includes('data-page=')))
    const now = systemClock.now()
    const about = {
      ...{ language: 'zh', zone: 'Asia/Shanghai', browser: 'Firefox 140', system: 'Linux' },
      ...{ device: '', address: '203.0.113.9', referrer: 'https://s.example/', utm: {} },
      place: { country: 'CN', city: { en: 'Shanghai', zh: '上海' } },
    }
    const page = { url: 'http://desk.test/pricing', title: 'Prices', at: now }
    await harness.store.visits.keep(nextVisit(undefined, person.id, page, about))
    harness.bus.publish([{ topic: `visitor:${person.id}`, what: 'visited' }])
    await until(() => room.swaps('facts').some((html) => html.includes('Prices')))
    const facts = room.swaps('facts').at(-1) ?? ''
    for (const word of ['Asia/Shanghai', 'Firefox 140', 'Shanghai, China', '203.0.113.9'])
      expect(facts).toContain(word)
    room.leave()
  })

  test.each([
    [{ email: 'vera@' }, 'email', 'emailNotValid'],
    [{ tags: Array.from({ length: 21 }, (_, n) => `t${n}`).join(',') }, 'tags', 'tooManyTags'],
    [{ tags: 'x'.repeat(41) }, 'tags.0', 'nameTooLong'],
    [{ notes: 'x'.repeat(profileLimits.notes + 1) }, 'notes', 'textTooLong'],
    [{ attribute: 'Orders', type: 'number', value: 'many' }, 'value', 'notANumber'],
    [{ attribute: 'VIP', type: 'yesNo', value: '也许' }, 'value', 'notYesOrNo'],
    [{ attribute: 'Born', type: 'date', value: '2026-02-30' }, 'value', 'notADate'],
    [{ value: 'x' }, 'attribute', 'nameMissing'],
    [{ attribute: 'A', type: 'blob', value: 'x' }, 'type', 'fieldNotValid'],
    [{ age: '7' }, undefined, 'fieldUnknown'],
  ])('refuses %j', async (form, field, reason) => {
    const { conversation, person } = await harness.talk()
    const refused = await describeIt(conversation, form as unknown as Form, json)
    const { error } = JSON.parse(refused.text)
    expect([refused.status, error.field, error.reason]).toEqual([422, field, reason])
    expect((await known(person.id)).profile).toEqual(emptyProfile)
  })

  test('gives back what was not taken on a page without a script', async () => {
    const { conversation } = await harness.talk()
    const refused = await describeIt(conversation, { notes: 'Likes tea', email: 'vera@' })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Likes tea')
  })

  test('is nobody’s who may not see the conversation', async () => {
    const form = { name: 'X' }
    const nobody = await ask('POST', workbench.visitor('0190'), {
      cookie: ana,
      form,
      headers: json,
    })
    expect(nobody.status).toBe(404)
    const { conversation } = await harness.talk()
    const visitor = await ask('POST', workbench.visitor(conversation), { form, headers: json })
    expect(visitor.status).toBe(401)
  })
})
