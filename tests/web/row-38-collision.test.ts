import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import type { Staff } from '../../actors/people'
import { paths } from '../../views/paths'
import { clientId, goOnDuty, until, visit } from '../support/desk'
import { htmx, json } from './ask'
import { type Office, openOffice } from './office'

const { workbench } = paths
let office: Office
let ana: Staff
let id: string
beforeAll(async () => {
  office = await openOffice()
  const row = (await office.desk.desk.store.agents.all()).find(({ name }) => name === 'Ana')
  if (!row) throw new Error('no Ana')
  ana = { kind: 'staff', role: 'agent', ...row }
  await goOnDuty(office.desk, ana)
  id = (await visit(office.desk, 'Vera')).conversation
  const { conversations } = office.desk.desk.store
  await until(async () => (await conversations.row(id))?.agent === ana.id)
})
afterAll(() => office.close())

const as = (cookie: string) => ({
  get: (path: string) => office.ask('GET', path, { cookie }),
  post: (path: string, form: Record<string, string> = {}, headers = {}) =>
    office.ask('POST', path, { cookie, form, headers }),
})
const asAna = () => as(office.cookies.agent)
const asSina = () => as(office.cookies.supervisor)
const newest = async () =>
  String((await office.desk.desk.store.transcripts.last(id, 1))[0]?.seq ?? 0)
const note = (text: string) =>
  asSina().post(workbench.notes(id), { text, client_id: clientId(), seq: '1', send_at: '' }, json)
const said = async () =>
  (await office.desk.desk.store.transcripts.last(id, 50)).map(({ text }) => text)

describe('an answer on what a colleague has changed since', () => {
  test('is not sent, in a sentence and with a choice, and its words stay', async () => {
    const seq = await newest()
    expect((await note('They were called already')).status).toBe(201)
    const form = { text: 'We will call you', client_id: clientId(), seq }
    const refused = await asAna().post(workbench.messages(id), form, json)
    expect(refused.status).toBe(409)
    expect(JSON.parse(refused.text).error.reason).toBe('colleagueWrote')
    const page = await asAna().post(workbench.messages(id), form)
    expect(page.status).toBe(409)
    expect(page.text).toContain('We will call you</textarea>')
    expect(page.text).toMatch(/<fieldset class="stale-choice"(?![^>]*hidden)/)
    const live = await asAna().post(workbench.messages(id), form, htmx)
    expect(live.text).toContain('data-reason="colleagueWrote"')
    expect(await said()).not.toContain('We will call you')
    expect((await asAna().post(workbench.messages(id), { ...form, anyway: '1' })).status).toBe(303)
    expect(await said()).toContain('We will call you')
  })

  test('goes when nobody but its writer and the visitor wrote, and from who does not say', async () => {
    const seq = await newest()
    const send = (more: Record<string, string>) =>
      asAna().post(workbench.messages(id), { text: 'Yes', client_id: clientId(), ...more }, json)
    expect((await send({ seq })).status).toBe(201)
    expect((await send({ seq })).status).toBe(201)
    await note('One more')
    expect((await send({})).status).toBe(201)
    expect((await send({ seq })).status).toBe(409)
    expect((await send({ seq, send_at: '2h' })).status).toBe(409)
    expect((await send({ seq: await newest() })).status).toBe(201)
  })
})

describe('a draft', () => {
  test('is kept for its writer alone, shown wherever they are, and gone when sent', async () => {
    const keep = (form: Record<string, string>) => asAna().post(workbench.draft(id), form)
    expect((await keep({ text: 'Half a sen', client_id: clientId(), seq: '1' })).status).toBe(303)
    const page = await asAna().get(workbench.conversation(id))
    expect(page.text).toContain('Half a sen</textarea>')
    expect(page.text).toContain('name="drafted" value="1"')
    expect((await asSina().get(workbench.conversation(id))).text).not.toContain('Half a sen')
    const form = { text: 'Half a sentence', client_id: clientId(), drafted: '1' }
    expect((await asAna().post(workbench.messages(id), form)).status).toBe(303)
    expect((await asAna().get(workbench.conversation(id))).text).not.toContain('Half a sen</text')
    await keep({ text: 'Again' })
    await keep({ text: '  \n' })
    expect((await asAna().get(workbench.conversation(id))).text).not.toContain('Again</textarea>')
    await keep({ text: 'Away with it' })
    await keep({ text: 'Away with it', discard: '1' })
    expect(await office.desk.desk.store.drafts.of(ana.id)).toEqual([])
  })

  test.each([
    [{ text: 'x'.repeat(4001) }, 422],
    [{ text: 'Hi', colour: 'red' }, 422],
    [{ text: 'Hi', written_by: 'somebody-else' }, 409],
  ])('of %o is refused', async (form, status) => {
    expect((await asAna().post(workbench.draft(id), form as never, json)).status).toBe(status)
  })
})

test('who else has a conversation open is seen by colleagues, and not by its visitor', async () => {
  const amir = as(await office.employ('Amir', 'agent'))
  await amir.get(workbench.conversation(id))
  const page = await asAna().get(workbench.conversation(id))
  expect(page.text).toContain('Also here: Amir')
  expect(page.text).not.toContain('Also here: Ana')
})
