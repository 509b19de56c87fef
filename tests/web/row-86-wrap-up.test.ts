import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'bun:test'
import { usualWrapUp } from '../../actors/department/usual-wrap-up'
import type { Entry } from '../../actors/entry'
import { isProblem } from '../../actors/problem'
import { changeAgent } from '../../src/commands/agents/change'
import { configureDepartment } from '../../src/commands/departments/configure'
import { rulePaths } from '../../views/office/rules'
import { paths } from '../../views/paths'
import { goOnDuty, until, visit } from '../support/desk'
import { htmx, json } from './ask'
import { fieldsOf, type Office, openOffice } from './office'

const { workbench, chat } = paths
let office: Office
let ana: string
beforeAll(async () => {
  office = await openOffice()
  const row = (await store().agents.all()).find(({ name }) => name === 'Ana')
  if (!row) throw new Error('no Ana')
  ana = row.id
  await changeAgent(office.desk.desk, ana, { capacity: 50 })
  await goOnDuty(office.desk, { kind: 'staff', role: 'agent', ...row })
})
afterAll(() => office.close())

const store = () => office.desk.desk.store
const configure = async (change: object) => {
  const set = await configureDepartment(office.desk.desk, 'support', change)
  if (isProblem(set)) throw new Error(set.reason)
}
/** What is asked: a reason and whether it was solved, and an order if there was one. */
const order = {
  ...{ key: 'order', type: 'text', required: false, pattern: '@@-##', options: [] },
  ...{ label: { en: 'Order', zh: '订单' }, help: { en: '', zh: '' } },
}
beforeEach(() => configure({ wrapUpFields: [...usualWrapUp, order], silence: 3_600_000 }))

const rowOf = (id: string) => store().conversations.row(id)
const talk = async () => {
  const { conversation: id, token } = await visit(office.desk, 'Vera')
  await until(async () => (await rowOf(id))?.agent === ana)
  return { id, visitor: `bellhop-visitor=${token}` }
}
const post = (path: string, form = {}, headers: Record<string, string> = json) =>
  office.ask('POST', path, { cookie: office.cookies.agent, form, headers })
const get = (path: string, headers = {}) =>
  office.ask('GET', path, { cookie: office.cookies.agent, headers })
const errorOf = ({ text }: { text: string }) => JSON.parse(text).error
const told = ({ body, text }: Entry) =>
  body.kind === 'notice' ? body.notice.code : `${body.kind}: ${text}`
const lastOf = async (id: string, n: number) =>
  (await store().transcripts.after(id, 0, 100)).slice(-n).map(told)
const filled = { 'field.reason': 'refund', 'field.solved': 'no', 'field.order': 'ab-12' }

describe('an agent who ends a conversation', () => {
  test.each<[string, object, string, RegExp]>([
    ['without a reason', { 'field.solved': 'yes' }, 'field.reason', /fill in “Reason”/],
    ['without whether it was solved', { 'field.reason': 'order' }, 'field.solved', /“Solved”/],
    ['with a reason that there is none', { ...filled, 'field.reason': 'x' }, 'field.reason', /cho/],
    ['with neither yes nor no', { ...filled, 'field.solved': 'maybe' }, 'field.solved', /choose/],
    ['with an order that is none', { ...filled, 'field.order': '12' }, 'field.order', /like @@-##/],
    ['with what nobody asks', { ...filled, 'field.role': 'owner' }, 'field.role', /role/],
  ])('%s is told which field it is, and it goes on', async (_, form, field, says) => {
    const { id } = await talk()
    const ended = await post(workbench.closure(id), form)
    expect([ended.status, errorOf(ended).field]).toEqual([422, field])
    expect(errorOf(ended).message).toMatch(says)
    expect((await rowOf(id))?.state).toBe('active')
  })

  test('fills it in: colleagues read it at its end and in the room, its visitor in no byte', async () => {
    const { id, visitor } = await talk()
    expect((await post(workbench.closure(id), filled, htmx)).status).toBe(204)
    expect(await lastOf(id, 2)).toEqual([
      'closed',
      'wrapUp: Reason: Return or refund\nSolved: no\nOrder: ab-12',
    ])
    expect((await rowOf(id))?.wrapUp).toMatchObject({ filled: true })
    const room = await get(workbench.conversation(id))
    for (const part of room.text.split('id="facts"'))
      for (const says of ['Return or refund', 'ab-12']) expect(part).toContain(says)
    expect(room.text).toContain('Wrap-up by Ana')
    for (const path of [
      chat.page,
      `${chat.transcript}?format=json`,
      `${chat.transcript}?format=txt`,
    ]) {
      const page = await office.ask('GET', path, { cookie: visitor })
      expect([path, page.status]).toEqual([path, 200])
      for (const inside of ['refund', 'ab-12', 'Solved', 'rap-up'])
        expect(page.text).not.toContain(inside)
    }
    const journal = JSON.stringify(await store().turns.journal(`conversation:${id}`, 0, 100))
    expect(journal).toContain('"reason"')
    for (const words of ['Return or refund', 'ab-12']) expect(journal).not.toContain(words)
  })

  test('without a script is asked again on a page, with all that was typed', async () => {
    const { id } = await talk()
    const form = { seq: '9', 'field.order': 'my order', 'field.reason': 'complaint' }
    const { status, text } = await post(workbench.closure(id), form, {})
    expect(status).toBe(422)
    const again = fieldsOf(text, workbench.closure(id))
    expect(again).toMatchObject(form)
    expect(text).toContain('aria-invalid="true"')
    const ended = await post(workbench.closure(id), { ...again, ...filled }, {})
    expect(ended.status).toBe(303)
    expect((await rowOf(id))?.state).toBe('closed')
    // What is done is done, whatever the form brings then.
    expect((await post(workbench.closure(id), {}, htmx)).status).toBe(204)
  })

  test('whose department asks nothing that must be said may say nothing: it is marked', async () => {
    await configure({ wrapUpFields: [order] })
    const { id } = await talk()
    expect((await post(workbench.closure(id))).status).toBe(204)
    expect(await lastOf(id, 2)).toEqual(['closed', 'notWrappedUp'])
    await configure({ wrapUpFields: [] })
    const other = await talk()
    expect((await post(workbench.closure(other.id))).status).toBe(204)
    expect(await lastOf(other.id, 1)).toEqual(['closed'])
    expect((await rowOf(other.id))?.wrapUp).toBeNull()
  })

  test('has the fields in the card that asks whether it shall end, in their language', async () => {
    const { id } = await talk()
    const { text } = await get(workbench.conversation(id), { 'Accept-Language': 'zh-CN' })
    const card = text.split('id="end-form"')[1]?.split('</form>')[0] ?? ''
    for (const part of [
      'name="field.reason"',
      '咨询类型',
      '退换货',
      'name="field.solved"',
      'required',
    ])
      expect(card).toContain(part)
  })
})

describe('one that ends without an agent', () => {
  test('by its visitor is marked as not filled, which the visitor never reads', async () => {
    const { id, visitor } = await talk()
    const ended = await office.ask('POST', chat.closure, { cookie: visitor, form: {} })
    expect(ended.status).toBe(303)
    expect(await lastOf(id, 2)).toEqual(['closed', 'notWrappedUp'])
    const room = await get(workbench.conversation(id))
    expect(room.text.split('Wrap-up not filled').length).toBeGreaterThan(2)
    const page = await office.ask('GET', chat.page, { cookie: visitor })
    expect(page.text).not.toContain('rap-up')
    const list = await get(`${workbench.page}?view=closed`)
    expect(list.text).toContain('Wrap-up not filled')
  })

  test('by silence too, by what is asked then; and is filled in afterwards', async () => {
    await configure({ wrapUpFields: [], silence: 1_000 })
    const { id } = await talk()
    await configure({ wrapUpFields: usualWrapUp })
    await post(workbench.messages(id), { text: 'Are you there?', client_id: crypto.randomUUID() })
    await until(async () => (await rowOf(id))?.wrapUp?.filled === false, 10_000)
    expect(await lastOf(id, 2)).toEqual(['closed', 'notWrappedUp'])
    const fill = workbench['wrap-up'](id)
    const page = await get(fill)
    expect([page.status, page.text.includes(`action="${fill}"`)]).toEqual([200, true])
    const wrong = await post(fill, { 'field.reason': 'order' })
    expect([wrong.status, errorOf(wrong).field]).toEqual([422, 'field.solved'])
    expect((await post(fill, { ...filled, 'field.order': '' })).status).toBe(422)
    const { 'field.order': _, ...both } = filled
    expect((await post(fill, both, {})).status).toBe(303)
    expect((await rowOf(id))?.wrapUp).toMatchObject({ filled: true })
    expect((await get(workbench.conversation(id))).text).toContain('Change wrap-up')
  })

  test('is asked again when it goes on and ends anew', async () => {
    const { id, visitor } = await talk()
    await post(workbench.closure(id), filled)
    await office.ask('POST', chat.reopening, { cookie: visitor, form: {} })
    await until(async () => (await rowOf(id))?.state === 'active')
    expect((await rowOf(id))?.wrapUp).toBeNull()
    expect((await post(workbench.closure(id))).status).toBe(422)
    expect((await post(workbench['wrap-up'](id), filled)).status).toBe(409)
  })
})

describe('a macro that ends', () => {
  test('does nothing without what is asked, and all of it with that', async () => {
    const form = {
      'act.1': 'say',
      'value.1': 'Goodbye',
      'act.2': 'end',
      'value.2': '',
      name: 'Bye',
    }
    const macro = JSON.parse((await office.post(rulePaths.macros, form, json)).text).id
    const { id } = await talk()
    const path = workbench.macro(id, macro)
    const missing = await post(path)
    expect([missing.status, errorOf(missing).field]).toEqual([422, 'field.reason'])
    expect(await lastOf(id, 1)).toEqual(['assigned'])
    const room = await get(workbench.conversation(id))
    const asks = workbench.wrapUpFor(id, macro)
    expect(room.text).toContain(`href="${asks}"`)
    const page = await get(asks)
    const ran = await post(path, { ...fieldsOf(page.text, path), ...filled }, {})
    expect(ran.status).toBe(303)
    expect((await lastOf(id, 3))[0]).toBe('text: Goodbye')
    expect((await rowOf(id))?.wrapUp).toMatchObject({ filled: true })
    expect((await get(workbench.wrapUpFor(id, 'closure'))).status).toBe(404)
  })

  test('that does not end takes no such answers', async () => {
    const form = { 'act.1': 'tag.add', 'value.1': 'VIP', name: 'Tag' }
    const macro = JSON.parse((await office.post(rulePaths.macros, form, json)).text).id
    const { id } = await talk()
    const sent = await post(workbench.macro(id, macro), filled)
    expect([sent.status, (await rowOf(id))?.tags]).toEqual([422, []])
  })
})

describe('many at once', () => {
  const bulk = (form: Record<string, string>, headers = json) =>
    office.ask('POST', workbench.bulk, { cookie: office.cookies.supervisor, form, headers })

  test('are asked once, and end all or none', async () => {
    const ids = [(await talk()).id, (await talk()).id]
    const other = await office.make()
    await configureDepartment(office.desk.desk, other, {
      wrapUpFields: [{ ...order, key: 'site' }],
    })
    const all = { what: 'close', all: '1', view: 'all' }
    const missing = await bulk(all)
    expect([missing.status, errorOf(missing).field]).toEqual([422, 'field.reason'])
    for (const id of ids) expect((await rowOf(id))?.state).toBe('active')
    const page = await bulk({ ...all, 'field.order': 'kept' }, {} as typeof json)
    const form = fieldsOf(page.text, workbench.bulk)
    expect(form).toMatchObject({ ...all, 'field.order': 'kept' })
    expect((await bulk({ ...form, ...filled, 'field.site': 'x' })).status).toBe(422)
    const done = await bulk({ ...form, ...filled })
    expect([done.status, JSON.parse(done.text).refused]).toEqual([200, []])
    for (const id of ids)
      expect([id, ...(await lastOf(id, 1))]).toEqual([id, expect.stringContaining('Return or')])
  })

  test('that are not ended are asked nothing', async () => {
    const { id } = await talk()
    expect((await bulk({ what: 'tag', add: 'VIP', id, ...filled })).status).toBe(422)
    expect((await bulk({ what: 'tag', add: 'VIP', id })).status).toBe(200)
  })
})
