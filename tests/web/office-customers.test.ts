import { afterAll, beforeAll, expect, test } from 'bun:test'
import { handle } from '../../src/cli/control-requests'
import { customerPaths } from '../../views/office/customers'
import { paths } from '../../views/paths'
import { json } from './ask'
import { customerTab } from './customers'
import { fieldsOf, type Office, openOffice } from './office'
import { beginChat, openTab } from './tab'

const { customers: at } = paths
let office: Office
beforeAll(async () => {
  office = await openOffice()
}, 60_000)
afterAll(() => office.close())

const newest = async () => (await office.desk.desk.store.audit.newest(1))[0]
const told = async () => JSON.parse((await office.get(customerPaths.list, json)).text)
const status = async () => (await openTab(office.desk).get(at.register)).status

test('visitors may have accounts once the office says so, and the audit is told', async () => {
  expect([await status(), (await told()).customers]).toEqual([404, 'no'])
  const { text } = await office.get(customerPaths.list)
  const fields = fieldsOf(text, customerPaths.setting)
  const saved = await office.post(customerPaths.setting, { ...fields, customers: 'yes' })
  expect((await office.follow(saved)).text).toContain('Saved. It holds from now on.')
  expect([await status(), (await told()).customers]).toEqual([200, 'yes'])
  expect(await newest()).toMatchObject({
    ...{ act: 'changed', object: 'setting:desk.customers', actorName: 'Olga' },
    detail: { 'was.customers': 'no', 'is.customers': 'yes' },
  })
  // Made from what was before: both are shown, and it is taken when it is sent again.
  const stale = await office.post(customerPaths.setting, { ...fields, customers: 'no' })
  expect(stale.status).toBe(409)
  expect(stale.text).toContain('As saved now: Yes')
  const kept = fieldsOf(stale.text, customerPaths.setting)
  expect(kept.customers).toBe('no')
  await office.follow(await office.post(customerPaths.setting, kept))
  expect(await status()).toBe(404)
  const wrong = await office.post(customerPaths.setting, { customers: 'perhaps' })
  expect(wrong.status).toBe(422)
})

test('the command line does the same', async () => {
  const { desk } = office.desk
  const input = { group: 'customers', changes: { customers: 'yes' } } as const
  expect(await handle(desk, { do: 'desk settings', input })).toMatchObject({ id: 'desk' })
  await office.desk.web.reads.settings.load()
  expect(await status()).toBe(200)
  expect(await newest()).toMatchObject({ act: 'changed', actorName: 'bellhop' })
  await customerTab(office.desk, 'line@guest.example')
  await handle(desk, { do: 'customer remove', input: { email: 'line@guest.example' } })
  expect(await desk.store.customers.byEmailKey('line@guest.example')).toBeUndefined()
  const again = await handle(desk, { do: 'customer remove', input: { email: 'x@guest.example' } })
  expect(JSON.stringify(again)).toContain('x@guest.example')
})

test('lists who has one, finds them by their address, and takes one away', async () => {
  const vera = await beginChat(office.desk, 'Keep what I said')
  await customerTab(office.desk, 'vera@guest.example', vera)
  await customerTab(office.desk, 'vito@guest.example')
  const { rows } = await told()
  expect(rows.map(({ email }: { email: string }) => email)).toEqual([
    ...['vito@guest.example', 'vera@guest.example'],
  ])
  expect(JSON.stringify(rows)).not.toContain('argon2')
  const { text } = await office.get(`${customerPaths.list}?q=VERA`)
  expect(text).toContain('vera@guest.example')
  expect(text).not.toContain('vito@guest.example')
  const { id } = (await office.desk.desk.store.customers.byEmailKey('vera@guest.example')) ?? {}
  const one = customerPaths.one(id ?? '')
  expect((await office.get(one)).text).toContain('Delete this account')
  const gone = await office.follow(await office.post(customerPaths.removal(id ?? '')))
  expect(gone.text).toContain('Deleted.')
  expect((await office.get(one)).status).toBe(404)
  expect((await vera.get(at.page)).headers.get('Location')).toBe(at.signIn)
  expect(await newest()).toMatchObject({
    ...{ act: 'accountRemoved', object: `customer:${id}`, actorName: 'Olga' },
  })
})

test('is for admins alone', async () => {
  for (const role of ['supervisor', 'agent'] as const)
    for (const [method, path] of [
      ['GET', customerPaths.list],
      ['GET', `${customerPaths.list}.csv`],
      ['POST', customerPaths.setting],
    ] as const)
      expect((await office.ask(method, path, { cookie: office.cookies[role] })).status).toBe(403)
})
