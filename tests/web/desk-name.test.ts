import { afterAll, beforeAll, expect, test } from 'bun:test'
import { handle } from '../../src/cli/control-requests'
import { settingsPath } from '../../views/office/settings/paths'
import { paths } from '../../views/paths'
import { json } from './ask'
import { openOffice } from './office'

let office: Awaited<ReturnType<typeof openOffice>>
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.desk.close())

const pages = [paths.home, paths.chat.page, paths.widget.page, '/nowhere', paths.session.signIn]
/** Which names of a desk stand on the pages of visitors. */
const namesOn = async () => {
  const { ask } = office
  const texts = await Promise.all(pages.map((path) => ask('GET', path)))
  return texts.map(({ text }) =>
    ['Bellhop', 'Bücher &amp; Co', 'Olga Ltd'].filter((one) => text.includes(one)),
  )
}
const version = async () =>
  /name="version" value="([^"]+)"/.exec((await office.get(settingsPath)).text)?.[1] ?? ''

test('visitors read the name that the office gave the desk, and no other, on every page', async () => {
  const { post, desk } = office
  expect(await namesOn()).toEqual(pages.map(() => ['Bellhop']))
  const stale = await version()
  const saved = await post(settingsPath, { name: '  Bücher & Co ', version: stale })
  expect(saved.status).toBe(303)
  expect(await namesOn()).toEqual(pages.map(() => ['Bücher &amp; Co']))
  expect(JSON.parse((await office.get(settingsPath, json)).text).name).toBe('Bücher & Co')
  // Who answers knows the program by its own.
  expect((await office.get(paths.workbench.page)).text).toContain('· Bellhop</title>')
  expect((await post(settingsPath, { name: 'Another', version: stale })).status).toBe(409)
  const long = await post(settingsPath, { name: '😀'.repeat(121), version: await version() }, json)
  expect([long.status, JSON.parse(long.text).error.reason]).toEqual([422, 'nameTooLong'])
  const [row] = await desk.desk.store.audit.newest(1)
  expect(row).toMatchObject({ act: 'named', actorName: 'Olga', detail: { value: 'Bücher & Co' } })
  expect((await post(settingsPath, { name: '', version: await version() })).status).toBe(303)
  expect(await namesOn()).toEqual(pages.map(() => ['Bellhop']))
})

test('the command line gives it too, and who may not set the desk up does not', async () => {
  const { desk, ask, cookies } = office
  await handle(desk.desk, { do: 'desk name', input: { name: 'Olga Ltd' } })
  // By itself each node looks again within seconds.
  await desk.web.deskName.load()
  expect(await namesOn()).toEqual(pages.map(() => ['Olga Ltd']))
  const form = { name: 'Sina Ltd' }
  const refused = await ask('POST', settingsPath, { form, cookie: cookies.supervisor })
  expect(refused.status).toBe(403)
})
