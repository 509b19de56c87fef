import { afterAll, beforeAll, expect, test } from 'bun:test'
import { handle } from '../../src/cli/control-requests'
import { settingsPath, settingsPaths } from '../../views/office/settings/paths'
import { paths } from '../../views/paths'
import { json } from './ask'
import { fieldsOf, openOffice } from './office'

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
const at = settingsPaths.group('brand')
const version = async () => fieldsOf((await office.get(settingsPath)).text, at).version ?? ''

test('visitors read the name that the office gave the desk, and no other, on every page', async () => {
  const { post, desk } = office
  expect(await namesOn()).toEqual(pages.map(() => ['Bellhop']))
  const stale = await version()
  const saved = await post(at, { name: '  Bücher & Co ', version: stale })
  expect(saved.status).toBe(303)
  expect(await namesOn()).toEqual(pages.map(() => ['Bücher &amp; Co']))
  expect(JSON.parse((await office.get(settingsPath, json)).text).brand.name).toBe('Bücher & Co')
  // Who answers knows the program by its own.
  expect((await office.get(paths.workbench.page)).text).toContain('· Bellhop</title>')
  expect((await post(at, { name: 'Another', version: stale })).status).toBe(409)
  const long = await post(at, { name: '😀'.repeat(121), version: await version() }, json)
  expect([long.status, JSON.parse(long.text).error.reason]).toEqual([422, 'nameTooLong'])
  const [row] = await desk.desk.store.audit.newest(1)
  expect(row).toMatchObject({
    ...{ act: 'changed', object: 'setting:desk.brand', actorName: 'Olga' },
    detail: { 'was.name': '', 'is.name': 'Bücher & Co' },
  })
  expect((await post(at, { name: '', version: await version() })).status).toBe(303)
  expect(await namesOn()).toEqual(pages.map(() => ['Bellhop']))
})

test('the command line gives it too, and who may not set the desk up does not', async () => {
  const { desk, ask, cookies } = office
  const changes = { name: 'Olga Ltd' }
  await handle(desk.desk, { do: 'desk settings', input: { group: 'brand', changes } })
  await desk.web.reads.settings.load()
  expect(await namesOn()).toEqual(pages.map(() => ['Olga Ltd']))
  const form = { name: 'Sina Ltd' }
  const refused = await ask('POST', at, { form, cookie: cookies.supervisor })
  expect(refused.status).toBe(403)
})
