import { afterAll, beforeAll, expect, test } from 'bun:test'
import { hashToken } from '../../src/commands/tokens'
import { formPaths } from '../../views/office/forms'
import { paths } from '../../views/paths'
import { type Office, openOffice } from './office'
import { hidden, openTab, saidOn, type Tab } from './tab'

let office: Office
beforeAll(async () => {
  office = await openOffice()
  const field = (key: string, more = {}) =>
    office.post(formPaths.fields('desk'), { key, label_en: key.toUpperCase(), ...more })
  await field('order', { required: 'yes' })
  await field('size')
})
afterAll(() => office.close())

/** Somebody whose two tabs show the form before there is a chat. */
const twoTabs = async () => {
  const tab = openTab(office.desk)
  const pages = [await tab.get(paths.chat.page), await tab.get(paths.chat.page)]
  const ids = pages.map((page) => hidden(page, 'client_id'))
  const send = (nth: number, form: Record<string, string>) =>
    tab.post(paths.chat.page, { client_id: ids[nth] ?? '', ...form })
  return { tab, send }
}
const visitorOf = async (tab: Tab) => {
  const { visits, visitors } = office.desk.desk.store
  const id = await visits.visitorOf(hashToken(tab.jar.get('bellhop-visitor') ?? ''))
  return visitors.find(id ?? '')
}

test('what was answered in a second tab is in the chat that is open by then, once', async () => {
  const { tab, send } = await twoTabs()
  const first = await send(0, { 'field.order': 'A-1', text: 'Where is it?', name: 'Vera' })
  expect(first.status).toBe(303)
  const second = { 'field.order': 'B-2', 'field.size': 'XL', text: 'And this one?' }
  for (let nth = 0; nth < 2; nth += 1) {
    const sent = await send(1, { ...second, email: 'vera@second.test' })
    expect([sent.status, sent.text]).toEqual([303, ''])
  }
  const said = saidOn(await tab.get(paths.chat.page)).map((text) => text.trim())
  expect(said).toEqual(['Where is it?', 'ORDER: B-2\nSIZE: XL', 'And this one?'])
  expect((await visitorOf(tab))?.email).toBe('vera@second.test')
})

test('a second tab that answers nothing says its words alone', async () => {
  const plain = openTab(office.desk)
  const ids = [await plain.get(paths.chat.page), await plain.get(paths.chat.page)]
  const send = (nth: number, form: Record<string, string>) => {
    const page = ids[nth]
    return plain.post(paths.chat.page, {
      client_id: page ? hidden(page, 'client_id') : '',
      ...form,
    })
  }
  await send(0, { 'field.order': 'A-1', text: 'One', email: 'one@first.test' })
  await send(1, { 'field.order': 'A-1', text: 'Two' })
  expect((await visitorOf(plain))?.email).toBe('one@first.test')
  const refused = await send(1, { 'field.order': '', text: 'Three' })
  expect([refused.status, refused.text.includes('Three')]).toEqual([422, true])
})
