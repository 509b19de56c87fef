import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { isProblem } from '../../actors/problem'
import { changeAgent } from '../../src/commands/agents/change'
import { configureDepartment } from '../../src/commands/departments/configure'
import { createDepartment } from '../../src/commands/departments/create'
import { start } from '../../src/commands/visitors/start'
import { departmentPaths } from '../../views/office/departments'
import { routingPath } from '../../views/office/routing'
import { clientId, goOnDuty, hire, openTestDesk, type TestDesk, until } from '../support/desk'
import { htmx, json } from './ask'
import { fieldsOf, type Office, openOffice } from './office'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

const formOf = async (id: string) =>
  fieldsOf((await office.get(routingPath(id))).text, routingPath(id))
const settingsOf = async (id: string) => (await office.rowOf(id))?.settings

describe('the page of routing', () => {
  test('shows what is set, and saved as it is changes nothing', async () => {
    const id = await office.make()
    const before = await office.rowOf(id)
    const fields = await formOf(id)
    expect(fields).toMatchObject({
      ...{ headStart: '10m', languageRule: 'any', languageWait: '30s', skillRule: 'any' },
      ...{ fairLimit: '0', overflowTo: '', overflowLength: '0', overflowWait: '0s' },
    })
    const { text, to } = await office.follow(await office.post(routingPath(id), fields))
    expect(text).toContain('Saved.')
    expect(to).toStartWith(routingPath(id))
    expect(await office.rowOf(id)).toEqual(before)
  })

  test('is led to from its department, whose own form leaves it as it is', async () => {
    const [id, other] = [await office.make(), await office.make('Night shift')]
    await office.post(routingPath(id), { overflowTo: other, headStart: '0s' }, json)
    const page = (await office.get(departmentPaths.page(id))).text
    expect(page).toContain(`href="${routingPath(id)}"`)
    expect(page).toContain('overflows to Night shift')
    const fields = fieldsOf(page, departmentPaths.settings(id))
    expect(fields).not.toHaveProperty('headStart')
    await office.follow(
      await office.post(departmentPaths.settings(id), { ...fields, patience: '5m' }),
    )
    expect(await settingsOf(id)).toMatchObject({ overflowTo: other, patience: 300_000 })
  })

  test('is set as a whole, and says what was saved', async () => {
    const [id, other] = [await office.make(), await office.make()]
    const typed = {
      ...{ headStart: '5m', vip: 'VIP\nPress', languageRule: 'preferred', languageWait: '1m' },
      ...{ skillRule: 'preferred', fairLimit: '2', overflowTo: other, overflowLength: '8' },
      overflowWait: '3m',
    }
    await office.follow(await office.post(routingPath(id), { ...(await formOf(id)), ...typed }))
    expect(await settingsOf(id)).toMatchObject({
      ...{ headStart: 300_000, vip: 'VIP\nPress', languageRule: 'preferred' },
      ...{ languageWait: 60_000, skillRule: 'preferred', fairLimit: 2 },
      ...{ overflowTo: other, overflowLength: 8, overflowWait: 180_000 },
    })
    const told = JSON.parse((await office.get(routingPath(other), json)).text)
    expect(told.from).toEqual([(await office.rowOf(id))?.name])
    const answer = await office.post(routingPath(id), { overflowTo: '' }, json)
    expect([answer.status, JSON.parse(answer.text).values.overflowTo]).toEqual([200, ''])
  })

  test.each([
    ['headStart', '2d'],
    ['fairLimit', '11'],
    ['overflowLength', '51'],
    ['languageRule', 'sometimes'],
    ['overflowTo', 'nowhere'],
  ])('does not take %s %p: all that was typed stays, the fault in focus', async (key, typed) => {
    const id = await office.make()
    const before = await office.rowOf(id)
    const sent = { ...(await formOf(id)), languageWait: '45s', [key]: typed }
    const again = await office.post(routingPath(id), sent)
    expect(again.status).toBe(422)
    const focused = [...again.text.matchAll(/<[^>]*\sautofocus[^>]*>/g)]
      .map(([tag]) => /\sid="([^"]*)"/.exec(tag)?.[1])
      .filter(Boolean)
    expect(focused).toEqual([`field-${key}`])
    expect(fieldsOf(again.text, routingPath(id)).languageWait).toBe('45s')
    expect(await office.rowOf(id)).toEqual(before)
  })

  test('refuses an overflow that leads back, by whatever way round', async () => {
    const [a, b, c] = [await office.make(), await office.make(), await office.make()]
    const leads = (from: string, to: string) =>
      office.post(routingPath(from), { overflowTo: to }, json)
    expect([(await leads(a, b)).status, (await leads(b, c)).status]).toEqual([200, 200])
    for (const [from, to] of [
      [c, a],
      [b, a],
      [a, a],
    ] as const) {
      const refused = await leads(from, to)
      expect([refused.status, JSON.parse(refused.text).error]).toMatchObject([
        422,
        { reason: 'overflowLoops', field: 'overflowTo' },
      ])
    }
    const page = await office.post(routingPath(c), { ...(await formOf(c)), overflowTo: a })
    expect(page.status).toBe(422)
    expect(page.text).toContain('Its overflow would lead back here.')
    expect(fieldsOf(page.text, routingPath(c)).overflowTo).toBe(a)
    // A program may name it as it is called.
    expect((await leads(c, 'Support')).status).toBe(200)
    expect(await settingsOf(c)).toMatchObject({ overflowTo: 'support' })
  })

  test('of two admins takes one, and shows both versions to the other', async () => {
    const id = await office.make()
    const fields = await formOf(id)
    await office.follow(await office.post(routingPath(id), { ...fields, headStart: '1m' }))
    const late = { ...fields, languageRule: 'required' }
    const again = await office.post(routingPath(id), late)
    expect(again.status).toBe(409)
    expect(again.text).toContain('As saved now: 1m')
    expect(again.text).toContain('As saved now: Makes no difference')
    const part = await office.post(routingPath(id), late, htmx)
    expect(part.status).toBe(409)
    const kept = fieldsOf(again.text, routingPath(id))
    expect(kept).toMatchObject({ headStart: '10m', languageRule: 'required' })
    await office.follow(await office.post(routingPath(id), kept))
    expect(await settingsOf(id)).toMatchObject({ headStart: 600_000, languageRule: 'required' })
  })

  test('is for who may manage departments', async () => {
    for (const cookie of [office.cookies.supervisor, office.cookies.agent])
      expect((await office.ask('GET', routingPath('support'), { cookie })).status).toBe(403)
    expect((await office.get(routingPath('nowhere'))).status).toBe(404)
    expect((await office.post(routingPath('nowhere'))).status).toBe(404)
  })
})

describe('a desk that goes by it', () => {
  let desk: TestDesk
  beforeAll(async () => {
    desk = await openTestDesk()
  })
  afterAll(() => desk.close())

  const opens = async (name: string, language: string) => {
    const form = { name, text: 'Hello', client_id: clientId() }
    const started = await start(desk.desk, null, form, { address: '203.0.113.9', language })
    if (isProblem(started)) throw new Error(started.reason)
    return started
  }
  const rowOf = (id: string) => desk.desk.store.conversations.row(id)

  test('gives a visitor to who speaks their language, and tells why', async () => {
    await configureDepartment(desk.desk, 'support', { languageRule: 'required' })
    const [ana, amir] = [await hire(desk, 'Ana', 5), await hire(desk, 'Amir', 5)]
    expect(await changeAgent(desk.desk, ana.id, { languages: 'en' })).toBeNull()
    expect(await changeAgent(desk.desk, amir.id, { languages: 'zh' })).toBeNull()
    const leave = await goOnDuty(desk, ana)
    const { conversation } = await opens('Vera', 'zh')
    const { conversation: english } = await opens('Vito', 'en')
    await until(async () => (await rowOf(english))?.agent === ana.id)
    expect((await rowOf(conversation))?.agent).toBeNull()
    const away = await goOnDuty(desk, amir)
    await until(async () => (await rowOf(conversation))?.agent === amir.id)
    const [decision] = await desk.desk.store.turns.decisions(conversation)
    const why = decision?.candidates.map(({ agent, reject, marks }) => [agent, reject ?? marks])
    expect(why).toEqual([
      [amir.id, ['speaks']],
      [ana.id, 'language'],
    ])
    leave()
    away()
  })

  test('sets who becomes urgent ahead, and a VIP; their place says so', async () => {
    const id = 'quiet'
    expect(await createDepartment(desk.desk, { id, name: 'Quiet' })).toBe(id)
    const waits: string[] = []
    for (const name of ['Vida', 'Viktor', 'Vanja']) {
      const form = { name, text: 'Hello', department: id, client_id: clientId() }
      const from = { address: '203.0.113.9', language: 'en' }
      const started = await start(desk.desk, null, form, from)
      if (isProblem(started)) throw new Error(started.reason)
      waits.push(started.conversation)
      if (name === 'Viktor')
        await desk.desk.system.send(`visitor:${started.visitor}`, {
          ...{ type: 'described', at: desk.desk.clock.now(), agent: 'olga', agentName: 'Olga' },
          changes: { tags: ['vip'] },
        })
    }
    const [vida = '', viktor = '', vanja = ''] = waits
    const order = () => desk.desk.store.conversations.lineOrder(id)
    await until(async () => `${await order()}` === `${[viktor, vida, vanja]}`)
    await desk.desk.system.send(`conversation:${vanja}`, {
      ...{ type: 'prioritized', at: desk.desk.clock.now(), name: 'Olga', priority: 'urgent' },
    })
    await until(async () => `${await order()}` === `${[vanja, viktor, vida]}`)
  })
})
