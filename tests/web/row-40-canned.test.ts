import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { cannedOfDesk } from '../../views/office/canned'
import { paths } from '../../views/paths'
import { clientId, goOnDuty, until, visit } from '../support/desk'
import { htmx, json } from './ask'
import { fieldsOf, type Office, openOffice } from './office'

const { workbench } = paths
let office: Office
let conversation: string
beforeAll(async () => {
  office = await openOffice()
  const { store } = office.desk.desk
  const ana = (await store.agents.all()).find(({ name }) => name === 'Ana')
  if (!ana) throw new Error('no Ana')
  await goOnDuty(office.desk, { kind: 'staff', role: 'agent', ...ana })
  conversation = (await visit(office.desk, 'Vera Kovač')).conversation
  await until(async () => (await store.conversations.row(conversation))?.agent === ana.id)
})
afterAll(() => office.close())

const as = (cookie: string) => ({
  get: (path: string, headers = {}) => office.ask('GET', path, { cookie, headers }),
  post: (path: string, form: Record<string, string> = {}, headers = {}) =>
    office.ask('POST', path, { cookie, form, headers }),
})
const ana = () => as(office.cookies.agent)
const idOf = (answer: { text: string }) => JSON.parse(answer.text).id as string
const errorOf = (answer: { text: string }) => JSON.parse(answer.text).error
let made = 0
const make = async (form: Record<string, string>, who = ana()) => {
  const answer = await who.post(
    workbench.canned,
    { code: `code-${++made}`, body: 'Hello', ...form },
    json,
  )
  expect([answer.status, answer.text]).toEqual([201, expect.stringContaining('id')])
  return idOf(answer)
}
const found = async (q: string, who = ana()) => {
  const path = `${workbench.canned}?q=${encodeURIComponent(q)}&conversation=${conversation}`
  const { status, text } = await who.get(path, json)
  expect(status).toBe(200)
  return JSON.parse(text).canned as { id: string; code: string; text: string }[]
}

describe('a canned reply', () => {
  test('is made, found by code, title and words, and comes with what is known filled in', async () => {
    const body =
      'Hello {{visitor.name|there}}, your parcel {{?Order number}} is with {{visitor.email}}.'
    const id = await make({ code: '/ret', title: 'Return label', body, 'body.zh': '您的退货标签' })
    const text = 'Hello Vera Kovač, your parcel {{?Order number}} is with {{visitor.email}}.'
    for (const q of ['ret', '/RE', 'label', 'parcel', '退货'])
      expect(await found(q), q).toContainEqual(expect.objectContaining({ id, code: 'ret', text }))
    expect(await found('nothing like it')).toEqual([])
    const panel = await ana().get(workbench.cannedFor(conversation, 're'), htmx)
    expect(panel.text).toContain('/<mark>re</mark>t')
    expect(panel.text).toContain('data-question="Order number"')
    expect(panel.text).toContain('<b>Vera Kovač</b>')
  })

  test('comes in the language of the visitor', async () => {
    const { desk } = office.desk
    const row = await desk.store.conversations.row(conversation)
    expect((await desk.store.visitors.find(row?.visitor ?? ''))?.language).toBe('en')
    await make({ code: 'hi', body: '您好', 'body.en': 'Hello {{visitor.first_name}}' })
    expect((await found('hi'))[0]?.text).toBe('Hello Vera')
  })

  test('is one’s own, and nobody else’s to see, use, change or count', async () => {
    const id = await make({ code: 'secret', body: 'Only mine' })
    for (const other of [as(office.cookies.admin), as(office.cookies.supervisor)]) {
      expect(await found('secret', other)).toEqual([])
      for (const path of [workbench.cannedReply(id), cannedOfDesk.page(id)])
        expect((await other.get(path)).status).toBe(404)
      for (const path of [
        workbench.cannedRevision(id),
        workbench.cannedRemoval(id),
        workbench.cannedUse(id),
      ])
        expect((await other.post(path, {})).status).toBe(404)
    }
    expect((await ana().post(workbench.cannedUse(id))).status).toBe(204)
    expect((await ana().get(workbench.cannedReply(id), json)).text).toContain('"uses":1')
  })

  test('of the desk is kept by who may, and used by those it is for', async () => {
    for (const scope of ['all', 'department']) {
      const form = { code: `by-${scope}`, body: 'x', scope, departments: 'support' }
      expect((await ana().post(workbench.canned, form, json)).status).toBe(403)
    }
    const elsewhere = await office.make()
    const lead = as(office.cookies.supervisor)
    await make({ code: 'ours', scope: 'department', departments: 'support' }, lead)
    await make({ code: 'ours-elsewhere', scope: 'department', departments: elsewhere }, lead)
    expect((await found('ours')).map(({ code }) => code)).toEqual(['ours'])
    for (const departments of ['', 'nowhere']) {
      const form = { code: 'bad', body: 'x', scope: 'department', departments }
      const refused = await lead.post(workbench.canned, form, json)
      expect([refused.status, errorOf(refused).field]).toEqual([422, 'departments'])
    }
  })

  const bad: [field: string, value: string, status: number][] = [
    ['code', '', 422],
    ['code', 'two words', 422],
    ['code', 'x'.repeat(41), 422],
    ['code', '<b>', 422],
    ['body', ' ', 422],
    ['body', 'x'.repeat(4001), 422],
    ['title', 'x'.repeat(121), 422],
    ['scope', 'world', 422],
    ['colour', 'red', 422],
    ['code', 'TAKEN', 409],
  ]
  test.each(bad)(
    'of the %s %p is refused in a sentence, and all that was typed stays',
    async (field, value, status) => {
      await ana().post(workbench.canned, { code: 'taken', body: 'x' })
      const form = { code: 'new-one', title: 'Kept title', body: 'Kept words', [field]: value }
      const told = await ana().post(workbench.canned, form, json)
      expect([told.status, errorOf(told).message.length > 10]).toEqual([status, true])
      const again = await ana().post(workbench.canned, form)
      expect(again.status).toBe(status)
      if (field !== 'title') expect(again.text).toContain('value="Kept title"')
      if (field !== 'body') expect(again.text).toContain('Kept words</textarea>')
    },
  )

  test('is changed by its form, never over what somebody else saved meanwhile', async () => {
    const id = await make({ code: 'stale', scope: 'all' }, as(office.cookies.admin))
    const page = await office.get(cannedOfDesk.page(id))
    const fields = fieldsOf(page.text, cannedOfDesk.revision(id))
    const change = (body: string) => office.post(cannedOfDesk.revision(id), { ...fields, body })
    await office.follow(await change('First'))
    const late = await change('Second')
    expect(late.status).toBe(409)
    expect(late.text).toContain('Second</textarea>')
    expect(late.text).toContain('As saved now: First')
    const { version = '' } = fieldsOf(late.text, cannedOfDesk.revision(id))
    await office.follow(
      await office.post(cannedOfDesk.revision(id), { ...fields, body: 'Second', version }),
    )
    expect((await found('stale'))[0]?.text).toBe('Second')
    const { to } = await office.follow(await office.post(cannedOfDesk.removal(id)))
    expect(to).toBe(paths.office.after(cannedOfDesk.list, 'removed'))
    expect(await found('stale')).toEqual([])
  })

  test('is markup nowhere, whatever is in it', async () => {
    const hostile = '</script><script>alert(1)</script>{{visitor.name|<img src=x>}}'
    const id = await make({
      code: 'hostile',
      title: hostile,
      body: hostile,
      folder: '<b hx-get=/x>',
    })
    for (const path of [
      workbench.canned,
      workbench.cannedReply(id),
      workbench.cannedFor(conversation),
    ])
      for (const headers of [{}, htmx]) {
        const { text } = await ana().get(path, headers)
        expect(text).toContain('alert(1)')
        expect(text).not.toContain('<script>alert')
        expect(text).not.toContain('<b hx-get')
        expect(text).not.toContain('<img src=x')
      }
  })
})

describe('without a script', () => {
  test('a reply is chosen on a page, and stands in the composer', async () => {
    const id = await make({ code: 'plain', body: 'Dear {{visitor.name}},\n{{?Day}}' })
    const room = await ana().get(workbench.conversation(conversation))
    expect(room.text).toContain(`href="${workbench.cannedFor(conversation)}"`)
    const choices = await ana().get(workbench.cannedFor(conversation))
    const link = workbench.withCanned(conversation, id)
    expect(choices.text).toContain(`href="${link}"`)
    expect((await ana().get(link)).text).toContain('>Dear Vera Kovač,\n{{?Day}}</textarea>')
    const other = await as(office.cookies.admin).get(link)
    expect(other.text).not.toContain('Dear Vera')
  })
})

describe('a message with an open place', () => {
  const say = (text: string, headers = {}) =>
    ana().post(workbench.messages(conversation), { text, client_id: clientId() }, headers)

  test.each([
    ['Your order {{?Order number}} is here', 'gapLeft', '{{?Order number}}'],
    ['Hello {{visitor.name}}', 'gapLeft', '{{visitor.name}}'],
    ['Hello {{visitr.name|there}}', 'variableUnknown', '{{visitr.name|there}}'],
    ['您的订单 {{订单号}}', 'variableUnknown', '{{订单号}}'],
  ])('%s is not sent, and its words stay', async (text, reason, gap) => {
    const before = (await office.desk.desk.store.conversations.row(conversation))?.preview
    const told = await say(text, json)
    expect([told.status, errorOf(told).reason]).toEqual([422, reason])
    expect(errorOf(told).message).toContain(gap)
    const again = await say(text)
    expect(again.status).toBe(422)
    expect(again.text).toContain(`${text}</textarea>`)
    expect((await office.desk.desk.store.conversations.row(conversation))?.preview).toBe(before)
  })

  test('is one only where there is a place: other braces are words', async () => {
    expect((await say('{{7*7}} { {x}} {{}} %{name}', json)).status).toBe(201)
  })

  test('goes to colleagues as it is', async () => {
    const form = { text: 'Say {{?what}}', client_id: clientId() }
    expect((await ana().post(workbench.notes(conversation), form, json)).status).toBe(201)
  })
})
