import { afterAll, beforeAll, expect, test } from 'bun:test'
import { openLog } from '../../src/log'
import { tagIdOf } from '../../src/reads/office-tags'
import { retagOver } from '../../src/system/maintenance/retag'
import { settingsPaths } from '../../views/office/settings/paths'
import { tagPaths } from '../../views/office/tags/details'
import { paths } from '../../views/paths'
import { openTestDesk, type TestDesk, until, visit } from '../support/desk'
import { startMariadb, type TestMariadb } from '../support/mariadb'
import { startRedis, type TestRedis } from '../support/redis'
import { askOf, json } from './ask'
import { type Office, openOffice } from './office'

let database: TestMariadb
let redis: TestRedis
let office: Office
let other: TestDesk
beforeAll(async () => {
  ;[database, redis] = await Promise.all([startMariadb(), startRedis()])
  const env = {
    ...{ DATABASE_URL: await database.fresh(), REDIS_URL: redis.url },
    SECRET: 'one secret for all nodes of this desk',
  }
  office = await openOffice(env)
  other = await openTestDesk({ env })
}, 60_000)
afterAll(async () => {
  await other.close()
  await office.close()
  await Promise.all([database.stop(), redis.stop()])
})

test('what the office sets on one node, pages of the other have at once', async () => {
  const ask = askOf(other)
  const link = 'https://shop.example/privacy'
  const form = { color: '#0a7d5a', privacy: link }
  expect((await office.post(settingsPaths.group('brand'), form)).status).toBe(303)
  await until(async () => (await ask('GET', paths.chat.page)).text.includes(link), 10_000)
  const [file = ''] =
    /\/static\/brand-[0-9a-f]{12}\.css/.exec((await ask('GET', paths.home)).text) ?? []
  const served = [await ask('GET', file), await office.ask('GET', file)]
  expect(served.map(({ text }) => text.includes('--brand-fill'))).toEqual([true, true])
  // Both call it the same, so a browser has it once.
  expect(served.map(({ headers }) => headers.get('Cache-Control')?.includes('immutable'))).toEqual([
    true,
    true,
  ])
}, 60_000)

test('a tag under another name goes to every conversation, on MySQL too', async () => {
  const { conversation } = await visit(office.desk, 'Vera')
  await office.post(tagPaths.list, { name: 'Größe', color: 'blue' }, json)
  await office.post(paths.workbench.tags(conversation), { add: 'grösse' }, json)
  const [line] = JSON.parse((await office.get(tagPaths.list, json)).text).rows
  expect(line).toMatchObject({ name: 'Größe', uses: 1 })
  const action = tagPaths.revision(tagIdOf('grösse'))
  expect((await office.post(action, { name: '尺寸', color: 'blue' }, json)).status).toBe(201)
  const { store, system, clock } = office.desk.desk
  const retag = retagOver({ store, system, clock, log: openLog('silent') })
  const tags = async () => (await other.desk.store.conversations.find(conversation))?.tags
  await retag()
  await retag()
  expect(await tags()).toEqual(['尺寸'])
}, 60_000)
