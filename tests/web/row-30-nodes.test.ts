import { afterAll, beforeAll, expect, test } from 'bun:test'
import { textPaths } from '../../views/office/texts/paths'
import { paths } from '../../views/paths'
import { Screen } from '../feeds/page'
import { openTestDesk, type TestDesk, until } from '../support/desk'
import { startMariadb, type TestMariadb } from '../support/mariadb'
import { startRedis, type TestRedis } from '../support/redis'
import { askOf } from './ask'
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

test('what one node is told to say, pages of the other say at once, and on MySQL too', async () => {
  const screen = new Screen(true)
  const language = other.web.reads.texts.edition('en')
  other.web.feeds.start({ zone: 'UTC', id: 'vera', language }, screen, { address: '127.0.0.1' })
  screen.open()
  await until(() => screen.swaps('expectation').length > 0)
  const text = 'Nobody is aboard. 请留言 😀'
  const saved = await office.post(textPaths.change('chat.nobodyHere', 'en'), { text })
  expect(saved.status).toBe(303)
  await until(() => screen.swaps('expectation').at(-1)?.includes(text), 10_000)
  expect((await askOf(other)('GET', paths.chat.page)).text).toContain(text)

  // Whoever saves on the other node sees what was saved here.
  const late = await office.post(textPaths.change('chat.nobodyHere', 'en'), { text, version: '' })
  expect(late.status).toBe(409)
  await office.post(textPaths.reset('chat.nobodyHere', 'en'))
  await until(() => !screen.swaps('expectation').at(-1)?.includes(text), 10_000)
  screen.leave()
}, 60_000)

test('it is read again after rings were lost', async () => {
  const { store } = office.desk.desk
  const wording = { language: 'en', word: 'chat.hello', forms: { text: 'Unheard' } }
  await store.texts.put({ ...wording, version: 'one', at: 1, byName: '' }, null)
  await redis.restart()
  await until(() => other.web.reads.texts.edition('en') !== 'en', 30_000)
  expect((await askOf(other)('GET', paths.chat.page)).text).toContain('<h1>Unheard</h1>')
}, 60_000)
