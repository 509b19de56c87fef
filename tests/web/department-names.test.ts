import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { departmentPaths } from '../../views/office/departments'
import { paths } from '../../views/paths'
import { clientId } from '../support/desk'
import { json } from './ask'
import { fieldsOf, type Office, openOffice } from './office'
import { openTab } from './tab'

let office: Office
let returns: string
beforeAll(async () => {
  office = await openOffice()
  returns = await office.make('Returns')
  await office.employ('Bea', 'agent', [returns])
})
afterAll(() => office.close())

const zh = { 'Accept-Language': 'zh-CN' }
const en = { 'Accept-Language': 'en' }
const settings = (id: string, form: Record<string, string>, headers = {}) =>
  office.post(departmentPaths.settings(id), form, headers)
const optionOf = (text: string) =>
  new RegExp(`<option[^>]*value="${returns}"[^>]*>([^<]*)`).exec(text)?.[1]

describe('what visitors read a department to be called', () => {
  test('is its own name until another one is set, each language by itself', async () => {
    const chooser = async (headers: Record<string, string>) =>
      optionOf((await office.ask('GET', paths.chat.page, { headers })).text)
    expect(await chooser(zh)).toStartWith('Returns')
    const page = (await office.get(departmentPaths.page(returns))).text
    const form = fieldsOf(page, departmentPaths.settings(returns))
    expect([form.nameEn, form.nameZh]).toEqual(['', ''])
    await office.follow(await settings(returns, { ...form, nameZh: ' 退货  ' }))
    expect((await office.rowOf(returns))?.settings).toMatchObject({ nameEn: '', nameZh: '退货' })
    expect(await chooser(zh)).toStartWith('退货')
    expect(await chooser(en)).toStartWith('Returns')
    // A site may name it as visitors read it.
    const named = `${paths.chat.page}?department=${encodeURIComponent('退货')}`
    expect((await office.ask('GET', named, { headers: en })).text).toMatch(
      new RegExp(`<option[^>]*value="${returns}"[^>]*selected`),
    )
  })

  test('stands on the page of who waits there, with and without a script; colleagues read their own', async () => {
    const tab = openTab(office.desk)
    await tab.get(paths.chat.page, { headers: zh })
    const asked = { name: 'Vera', text: 'Hallo', department: returns, client_id: clientId() }
    expect((await tab.post(paths.chat.page, asked, { headers: zh })).status).toBe(303)
    const seen = async (path: string, headers: Record<string, string>) =>
      (await tab.get(path, { headers })).text
    for (const path of [paths.chat.page, paths.chat.tail(0)]) {
      expect(await seen(path, zh)).toContain('退货')
      expect(await seen(path, en)).not.toContain('退货')
      expect(await seen(path, en)).toContain('Returns')
    }
    const [row] = await office.desk.desk.store.conversations.matching({ open: true }, undefined, 1)
    const room = await office.get(paths.workbench.conversation(row?.id ?? ''))
    expect(room.text).toContain('Returns')
    expect(room.text).not.toContain('退货')
  })

  test('is shown in the office beside its own, and is none of another department', async () => {
    const list = (await office.get(departmentPaths.list)).text
    expect(list).toContain('<bdi>退货</bdi>')
    const other = await office.make('Complaints')
    for (const [field, typed] of [
      ['nameEn', 'RETURNS'],
      ['nameZh', '退货'],
      ['nameEn', 'Rеturns'],
    ] as const) {
      const refused = await settings(other, { [field]: typed }, json)
      expect([refused.status, JSON.parse(refused.text).error]).toMatchObject([
        409,
        { reason: 'departmentTaken', field },
      ])
    }
    const page = await settings(other, { nameZh: '退货', patience: '7m' })
    expect(page.text).toContain('There is a department “Returns” already')
    expect(fieldsOf(page.text, departmentPaths.settings(other))).toMatchObject({
      ...{ nameZh: '退货', patience: '7m' },
    })
    expect((await office.post(departmentPaths.name(other), { name: '退货' })).status).toBe(409)
    // Its own name may be said again, and a long one is told to be.
    expect((await settings(returns, { nameEn: 'Returns' }, json)).status).toBe(200)
    expect((await settings(returns, { nameEn: 'x'.repeat(200) }, json)).status).toBe(422)
  })
})
