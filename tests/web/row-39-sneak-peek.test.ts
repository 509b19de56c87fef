import { afterAll, beforeAll, expect, test } from 'bun:test'
import { addressOf } from '../../actors/address'
import type { Fact } from '../../actors/facts'
import { configureDepartment } from '../../src/commands/departments/configure'
import { paths } from '../../views/paths'
import { until, visit } from '../support/desk'
import { json } from './ask'
import { type Office, openOffice } from './office'

let office: Office
let cookie: string
let conversation: string
const heard: Fact[] = []
beforeAll(async () => {
  office = await openOffice()
  const vera = await visit(office.desk, 'Vera')
  conversation = vera.conversation
  cookie = `bellhop-visitor=${vera.token}`
  office.desk.desk.bus.subscribe(addressOf('conversation', conversation), (fact) => {
    if (fact.what === 'sneakPeek') heard.push(fact)
  })
})
afterAll(() => office.close())

const types = (form: Record<string, string>) =>
  office.ask('POST', paths.chat.sneakPeek, { cookie, form, headers: json })
const page = async () => (await office.ask('GET', paths.chat.page, { cookie })).text

test('what a visitor types stays with them unless the desk has allowed it and they are told', async () => {
  expect(await page()).not.toContain('data-shown-at')
  expect((await types({ text: 'My number is' })).status).toBe(403)
  expect(heard).toEqual([])
  const [department] = await office.desk.desk.store.departments.all()
  const changed = await configureDepartment(office.desk.desk, department?.id ?? '', {
    sneakPeek: true,
  })
  expect(changed).toBe(null)
  await until(async () => (await page()).includes(`data-shown-at="${paths.chat.sneakPeek}"`))
  expect(await page()).toContain('sees what you type')
  expect((await types({ text: `${'x'.repeat(3000)} <b>My number` })).status).toBe(204)
  expect(heard).toHaveLength(1)
  expect(heard[0]?.text?.length).toBe(1000)
  expect((await types({ text: 'Hi', more: '1' })).status).toBe(422)
})
