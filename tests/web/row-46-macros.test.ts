import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import type { Entry } from '../../actors/entry'
import { rulePaths } from '../../views/office/rules'
import { paths } from '../../views/paths'
import { clientId, goOnDuty, until, visit } from '../support/desk'
import { json } from './ask'
import { fieldsOf, type Office, openOffice } from './office'

const { workbench, chat } = paths
let office: Office
let ana: string
beforeAll(async () => {
  office = await openOffice()
  const { store } = office.desk.desk
  const row = (await store.agents.all()).find(({ name }) => name === 'Ana')
  if (!row) throw new Error('no Ana')
  ana = row.id
  await goOnDuty(office.desk, { kind: 'staff', role: 'agent', ...row })
})
afterAll(() => office.close())

const rowOf = (id: string) => office.desk.desk.store.conversations.row(id)
const talk = async () => {
  const { conversation, token } = await visit(office.desk, 'Vera Kovač')
  await until(async () => (await rowOf(conversation))?.agent === ana)
  return { id: conversation, token }
}
const actsOf = (...acts: [does: string, value?: string][]) =>
  Object.fromEntries(
    acts.flatMap(([does, value = ''], at) => [
      [`act.${at + 1}`, does],
      [`value.${at + 1}`, value],
    ]),
  )
let named = 0
const make = async (...acts: [does: string, value?: string][]) => {
  const form = { name: `Macro ${++named}`, ...actsOf(...acts) }
  const answer = await office.post(rulePaths.macros, form, json)
  expect([answer.status, answer.text]).toEqual([201, expect.stringContaining('id')])
  return { id: JSON.parse(answer.text).id as string, name: form.name }
}
const run = (id: string, macro: string, form = {}, headers = {}, cookie = office.cookies.agent) =>
  office.ask('POST', workbench.macro(id, macro), { cookie, form, headers })
const errorOf = (answer: { text: string }) => JSON.parse(answer.text).error
const linesOf = async (id: string): Promise<readonly Entry[]> =>
  office.desk.desk.store.transcripts.after(id, 0, 100)
const told = ({ body, text }: Entry) =>
  body.kind === 'notice' ? body.notice.code : `${body.kind}: ${text}`

describe('a macro', () => {
  test('does all that it says by one press, and colleagues alone read which it was', async () => {
    const { id, token } = await talk()
    const macro = await make(
      ['say', 'Goodbye, {{visitor.name|you}}! – {{agent.name}}'],
      ['note', 'Paid back {{conversation.date}}'],
      ['tag.add', 'Refund'],
      ['end'],
    )
    const room = await office.ask('GET', workbench.conversation(id), {
      cookie: office.cookies.agent,
    })
    expect(room.text).toContain(`action="${workbench.macro(id, macro.id)}"`)
    const answer = await run(id, macro.id)
    expect([answer.status, answer.headers.get('Location')]).toEqual([
      303,
      workbench.conversation(id),
    ])
    expect((await linesOf(id)).map(told).slice(2)).toEqual([
      'ran',
      'text: Goodbye, Vera Kovač! – Ana',
      expect.stringMatching(/^note: Paid back \d{4}-\d\d-\d\d$/),
      'closed',
    ])
    expect(await rowOf(id)).toMatchObject({ tags: ['Refund'], state: 'closed' })
    const seen = await office.ask('GET', chat.page, { cookie: `bellhop-visitor=${token}` })
    expect(seen.text).toContain('Goodbye, Vera')
    expect(seen.text).not.toContain(macro.name)
    expect(seen.text).not.toContain('Paid back')
  })

  test('does nothing where one act cannot be done, and says why of that one', async () => {
    const { id } = await talk()
    for (let nth = 0; nth < 20; nth += 1)
      await office.ask('POST', workbench.tags(id), {
        cookie: office.cookies.agent,
        form: { add: `tag ${nth}` },
      })
    const before = await linesOf(id)
    const full = await make(['say', 'Never said'], ['tag.add', 'One more'], ['end'])
    const refused = await run(id, full.id, {}, json)
    expect([refused.status, errorOf(refused).reason]).toEqual([409, 'tooManyTags'])
    const gone = await make(['note', 'Never noted'], ['say', '/nothing-such'])
    const unknown = await run(id, gone.id, {}, json)
    expect([unknown.status, errorOf(unknown).reason]).toEqual([409, 'cannedUnknown'])
    const open = await make(['note', 'Never noted'], ['say', 'Mail to {{visitor.email}}'])
    const gap = await run(id, open.id, {}, json)
    expect([gap.status, errorOf(gap).reason]).toEqual([422, 'gapLeft'])
    const page = await run(id, open.id)
    expect([page.status, page.text.includes('{{visitor.email}} is not filled in')]).toEqual([
      ...[422, true],
    ])
    expect(await linesOf(id)).toEqual(before)
    expect((await rowOf(id))?.state).toBe('active')
  })

  test('is as much as who runs it may do: what is beside the talk by all, the rest by its holder', async () => {
    const { id } = await talk()
    const talks = await make(['say', 'Hello'])
    const beside = await make(['tag.add', 'Seen'])
    const olga = office.cookies.admin
    const refused = await run(id, talks.id, {}, json, olga)
    expect([refused.status, errorOf(refused).reason]).toEqual([403, 'notYours'])
    expect((await run(id, beside.id, {}, json, olga)).status).toBe(204)
    expect((await rowOf(id))?.tags).toEqual(['Seen'])
    expect((await run(id, 'nowhere', {}, json)).status).toBe(404)
    expect((await run('nowhere', talks.id, {}, json)).status).toBe(404)
    expect((await office.ask('POST', workbench.macro(id, talks.id), { form: {} })).status).toBe(401)
  })

  test('of a department is for whoever belongs to it', async () => {
    const { id } = await talk()
    const elsewhere = await office.make()
    const form = { name: 'Elsewhere', departments: elsewhere, ...actsOf(['tag.add', 'x']) }
    const macro = JSON.parse((await office.post(rulePaths.macros, form, json)).text).id
    expect((await run(id, macro, {}, json)).status).toBe(404)
  })

  test('says a canned reply in the language of the visitor, and hands over', async () => {
    const { id } = await talk()
    const reply = { code: 'moved', body: '已转接', 'body.en': 'Sales knows more', scope: 'all' }
    expect((await office.post(workbench.canned, reply, json)).status).toBe(201)
    const sales = await office.make('Sales')
    const macro = await make(['say', '/Moved'], ['transfer', 'Sales'])
    expect((await run(id, macro.id, {}, json)).status).toBe(204)
    const lines = (await linesOf(id)).map(told)
    expect(lines).toContain('text: Sales knows more')
    expect(lines.at(-1)).toBe('transferred')
    expect(await rowOf(id)).toMatchObject({ department: sales, agent: null })
  })

  test('that was sent twice with one id is run once, and none on what has moved since', async () => {
    const { id } = await talk()
    const macro = await make(['say', 'Once'])
    const form = { client_id: clientId() }
    for (let nth = 0; nth < 2; nth += 1)
      expect((await run(id, macro.id, form, json)).status).toBe(204)
    const said = (await linesOf(id)).filter(({ text }) => text === 'Once')
    expect(said).toHaveLength(1)
    const late = await run(id, macro.id, { seq: '1' }, json)
    expect([late.status, errorOf(late).reason]).toEqual([409, 'already'])
  })
})

describe('in the office', () => {
  const bad: [why: string, form: Record<string, string>, reason: string][] = [
    ['no acts', {}, 'macroEmpty'],
    ['an act that is none', actsOf(['fly', 'x']), 'macroActNotValid'],
    ['no words', actsOf(['say', ' ']), 'macroActNotValid'],
    ['a question', actsOf(['say', 'Your {{?order}}']), 'macroAsks'],
    ['a name that stands for nothing', actsOf(['say', '{{visitr.name}}']), 'macroAsks'],
    ['a department there is not', actsOf(['transfer', 'Nowhere']), 'macroActNotValid'],
    ['an end before the end', actsOf(['end'], ['tag.add', 'x']), 'macroEndsEarly'],
    ['two partings', actsOf(['transfer', 'Support'], ['end']), 'macroEndsEarly'],
    ['too long a value', actsOf(['tag.add', 'x'.repeat(41)]), 'macroActNotValid'],
    ['eleven acts', { 'act.11': 'end' }, 'fieldUnknown'],
  ]
  test.each(bad)(
    'a macro with %s is not made, and what was typed stays',
    async (_, form, reason) => {
      const typed = { name: 'Kept name', ...form }
      const refused = await office.post(rulePaths.macros, typed, json)
      expect([refused.status, errorOf(refused).reason]).toEqual([422, reason])
      const again = await office.post(rulePaths.macros, typed)
      expect([again.status, again.text.includes('value="Kept name"')]).toEqual([422, true])
    },
  )

  test('is changed by its form, never over what somebody else saved, and removed', async () => {
    const { id, name } = await make(['say', 'One {{visitor.name|you}}'], ['end'])
    const page = await office.get(rulePaths.macro(id))
    const fields = fieldsOf(page.text, rulePaths.revision(id))
    expect(fields['act.1']).toBe('say')
    expect(page.text).not.toContain('.seq')
    const sent = { ...fields, 'value.1': 'Two' }
    await office.follow(await office.post(rulePaths.revision(id), sent))
    const late = await office.post(rulePaths.revision(id), { ...sent, 'value.1': 'Three' })
    expect([late.status, late.text.includes('Three</textarea>')]).toEqual([409, true])
    expect(late.text).toContain('Say: Two')
    expect((await office.post(rulePaths.macros, { name, ...actsOf(['end']) }, json)).status).toBe(
      409,
    )
    await office.follow(await office.post(rulePaths.removal(id)))
    expect((await office.get(rulePaths.macro(id))).status).toBe(404)
  })

  test('is for who keeps the rules', async () => {
    for (const role of ['agent', 'supervisor'] as const) {
      const cookie = office.cookies[role]
      expect((await office.ask('GET', rulePaths.list, { cookie })).status).toBe(403)
      const form = { name: 'Mine', ...actsOf(['end']) }
      expect((await office.ask('POST', rulePaths.macros, { cookie, form })).status).toBe(403)
    }
  })
})
