import { afterAll, beforeAll, expect, test } from 'bun:test'
import { settingsPath, settingsPaths } from '../../views/office/settings/paths'
import { paths } from '../../views/paths'
import { fieldsOf, openOffice } from './office'

let office: Awaited<ReturnType<typeof openOffice>>
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

test('what who answers is told of begins as the office says', async () => {
  const own = async () =>
    (await office.ask('GET', paths.workbench.me, { cookie: office.cookies.agent })).text
  const form = fieldsOf((await office.get(settingsPath)).text, settingsPaths.group('notices'))
  await office.follow(
    await office.post(settingsPaths.group('notices'), { ...form, message: 'never' }),
  )
  expect(await own()).toMatch(/name="message".*?value="never" selected/s)
  const [row] = await office.desk.desk.store.audit.newest(1)
  expect(row).toMatchObject({ object: 'setting:desk.notices', detail: { 'is.message': 'never' } })
  await office.post(settingsPaths.group('uploads'), { archives: 'no' })
  const [next] = await office.desk.desk.store.audit.newest(1)
  expect(next).toMatchObject({ object: 'setting:desk.uploads', detail: { 'was.archives': 'yes' } })
})
