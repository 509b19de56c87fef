import { afterAll, beforeAll, expect, test } from 'bun:test'
import { departmentPaths } from '../../views/office/departments'
import { settingsPath, settingsPaths } from '../../views/office/settings/paths'
import { paths } from '../../views/paths'
import { visit } from '../support/desk'
import { json } from './ask'
import { fieldsOf, type Office, openOffice } from './office'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

const styleIn = (text: string) => /\/static\/brand-[0-9a-f]{12}\.css/.exec(text)?.[0]

test('the colour of a brand is on no page beside the workbench: each stands under the desk’s own head', async () => {
  const brand = settingsPaths.group('brand')
  const { text } = await office.get(settingsPath)
  await office.post(brand, { ...fieldsOf(text, brand), color: '#0a7d5a' })
  const front = await office.ask('GET', paths.home)
  expect(styleIn(front.text)).toBeDefined()
  const { conversation } = await visit(office.desk, 'Vera')
  const wrapUpFields = JSON.stringify([{ key: 'reason', type: 'text', label: { en: 'Reason' } }])
  await office.post(departmentPaths.settings('support'), { wrapUpFields }, json)
  const [entry] = await office.desk.desk.store.transcripts.after(conversation, 0, 1)
  const { workbench } = paths
  await office.post(workbench.status, { status: 'away' })
  await office.post(workbench.claim(conversation))
  const pages = [
    workbench.merge(conversation),
    workbench.decisions(conversation),
    workbench.cards(conversation),
    workbench['wrap-up'](conversation),
    workbench.cannedFor(conversation),
    workbench.search('hello'),
    workbench.visitors(),
    workbench.entry(conversation).message(entry?.clientId ?? ''),
  ]
  for (const path of pages) {
    const { status, text } = await office.get(path)
    expect([status, path]).toEqual([200, path])
    expect([styleIn(text), path]).toEqual([undefined, path])
    expect(text).toContain('<header class="topbar">')
    expect(text.match(/<main/g)).toHaveLength(1)
    expect(text.match(/<h1/g)).toHaveLength(1)
  }
})
