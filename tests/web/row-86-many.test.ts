import { afterAll, beforeAll, expect, test } from 'bun:test'
import { usualWrapUp } from '../../actors/department/usual-wrap-up'
import { changeAgent } from '../../src/commands/agents/change'
import { configureDepartment } from '../../src/commands/departments/configure'
import { paths } from '../../views/paths'
import { goOnDuty, until, visit } from '../support/desk'
import { json } from './ask'
import { type Office, openOffice } from './office'

const { workbench } = paths
let office: Office
let ana: string
/** Departments that choose among other reasons, besides the one that all visitors of this file come to. */
let [shoes, coats] = ['', '']
const option = (value: string) => ({ value, label: { en: `The ${value}`, zh: '' } })
const reason = (...values: string[]) => ({
  ...{ key: 'reason', type: 'select', required: true, pattern: '' },
  ...{ label: { en: 'Reason', zh: '原因' }, help: { en: '', zh: '' } },
  options: values.map(option),
})
beforeAll(async () => {
  office = await openOffice()
  const row = (await store().agents.all()).find(({ name }) => name === 'Ana')
  if (!row) throw new Error('no Ana')
  ana = row.id
  await changeAgent(office.desk.desk, ana, { capacity: 50 })
  await goOnDuty(office.desk, { kind: 'staff', role: 'agent', ...row })
  const { desk } = office.desk
  await configureDepartment(desk, 'support', { wrapUpFields: usualWrapUp })
  shoes = await office.make('Shoes')
  coats = await office.make('Coats')
  const others = usualWrapUp.slice(1)
  await configureDepartment(desk, shoes, { wrapUpFields: [reason('sole', 'lace'), ...others] })
  await configureDepartment(desk, coats, { wrapUpFields: [reason('lace', 'sole'), ...others] })
})
afterAll(() => office.close())

const store = () => office.desk.desk.store
const rowOf = (id: string) => store().conversations.row(id)
/** One that is in a department by now. */
const talkIn = async (department: string) => {
  const { conversation: id } = await visit(office.desk, 'Vera')
  await until(async () => (await rowOf(id))?.agent === ana)
  if (department === 'support') return id
  const form = { to: `department:${department}` }
  await office.ask('POST', workbench.transfer(id), { cookie: office.cookies.agent, form })
  await until(async () => (await rowOf(id))?.department === department)
  return id
}
const close = (id: string[], answers: Record<string, string> = {}, headers = {}) =>
  office.ask('POST', workbench.bulk, {
    ...{ cookie: office.cookies.admin, headers },
    json: { what: 'close', id, ...answers },
  })
const selectsOn = (text: string) =>
  [...text.matchAll(/<select[^>]*name="(field\.[^"]*)"/g)].map(([, name]) => name)
const endOf = async (id: string) => (await store().transcripts.last(id, 1))[0]?.text
const isOpen = async (id: string) => (await rowOf(id))?.closedAt === null

test('departments that ask otherwise are asked for each, and each ends as its own asks', async () => {
  const ids = [await talkIn('support'), await talkIn(shoes)]
  const [own = '', other = ''] = ids
  const page = await close(ids)
  expect(page.status).toBe(422)
  const names = ['field.reason@support', 'field.solved', `field.reason@${shoes}`]
  expect(selectsOn(page.text)).toEqual(names)
  for (const says of ['Reason (Support)', 'Reason (Shoes)', 'The sole'])
    expect(page.text).toContain(says)
  // An answer for all of them that fits one alone ends none.
  const all = { 'field.reason': 'refund', 'field.solved': 'no' }
  const half = await close(ids, all, json)
  expect([half.status, JSON.parse(half.text).error.field]).toEqual([422, `field.reason@${shoes}`])
  expect(await Promise.all(ids.map(isOpen))).toEqual([true, true])
  const again = await close(ids, { ...all, [`field.reason@${shoes}`]: 'refund' })
  expect(again.text).toContain(`id="field.reason@${shoes}-problem"`)
  const done = await close(ids, { ...all, [`field.reason@${shoes}`]: 'sole' }, json)
  expect([done.status, JSON.parse(done.text).refused]).toEqual([200, []])
  expect(await endOf(own)).toContain('Return or')
  expect(await endOf(other)).toContain('The sole')
})

test('those that offer the same, in whatever order, are asked once', async () => {
  const ids = [await talkIn(shoes), await talkIn(coats)]
  expect(selectsOn((await close(ids)).text)).toEqual(['field.reason', 'field.solved'])
  const unknown = await close(ids, { 'field.reason@nowhere': 'sole' }, json)
  expect([unknown.status, JSON.parse(unknown.text).error.reason]).toEqual([422, 'fieldUnknown'])
  const done = await close(ids, { 'field.reason': 'lace', 'field.solved': 'yes' }, json)
  expect([done.status, JSON.parse(done.text).done]).toEqual([200, 2])
  expect(await endOf(ids[1] ?? '')).toContain('The lace')
})
