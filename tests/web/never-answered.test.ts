import { afterAll, beforeAll, expect, test } from 'bun:test'
import type { Staff } from '../../actors/people'
import { isProblem } from '../../actors/problem'
import { changeAgent } from '../../src/commands/agents/change'
import { end } from '../../src/commands/conversations/end'
import { reopen } from '../../src/commands/conversations/reopen'
import { say } from '../../src/commands/conversations/say'
import { paths } from '../../views/paths'
import { clientId, goOnDuty, until, visit } from '../support/desk'
import { type Office, openOffice } from './office'

const { workbench } = paths
let office: Office
let ana: Staff
beforeAll(async () => {
  office = await openOffice()
  const row = (await store().agents.all()).find(({ name }) => name === 'Ana')
  if (!row) throw new Error('no Ana')
  ana = { kind: 'staff', role: 'agent', ...row }
  await changeAgent(desk(), ana.id, { capacity: 50 })
  await goOnDuty(office.desk, ana)
})
afterAll(() => office.close())

const desk = () => office.desk.desk
const store = () => desk().store
const answer = async (id: string) => {
  const form = { text: 'Here it is', client_id: clientId() }
  const said = await say(desk(), ana, id, form, { address: '203.0.113.9' })
  if (isProblem(said)) throw new Error(said.reason)
}
const talk = async (name: string) => {
  const { person, conversation: id } = await visit(office.desk, name)
  await until(async () => (await store().conversations.row(id))?.agent === ana.id)
  return { id, person }
}
const list = async (query: string, headers = {}) => {
  const cookie = office.cookies.supervisor
  return (await office.ask('GET', `${workbench.page}?${query}`, { cookie, headers })).text
}
const has = (page: string, id: string) => page.includes(`id="c-${id}"`)

test('what ended without an answer is found among the closed ones, and what was answered is not', async () => {
  const [missed, answered, open] = [
    await talk('Missed'),
    await talk('Answered'),
    await talk('Open'),
  ]
  await answer(answered.id)
  for (const { person, id } of [missed, answered]) expect(await end(desk(), person, id)).toBeNull()
  const found = await list('view=closed&answered=never')
  expect([missed, answered, open].map(({ id }) => has(found, id))).toEqual([true, false, false])
  expect(found).toContain('never answered')
  expect(await list('view=closed&answered=never', { 'Accept-Language': 'zh' })).toContain(
    '无人回复',
  )
  const all = await list('view=closed&answered=perhaps')
  expect([missed, answered].map(({ id }) => has(all, id))).toEqual([true, true])
  // It goes on, is answered, and ends once more.
  expect(await reopen(desk(), missed.person, missed.id)).toBeNull()
  expect(has(await list('view=all&answered=never'), missed.id)).toBe(false)
  await until(async () => (await store().conversations.row(missed.id))?.agent === ana.id)
  await answer(missed.id)
  expect(await end(desk(), ana, missed.id)).toBeNull()
  expect(has(await list('view=closed&answered=never'), missed.id)).toBe(false)
})
