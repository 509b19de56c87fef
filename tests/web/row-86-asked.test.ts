import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { wrapUpPaths } from '../../views/office/wrap-up'
import { json } from './ask'
import { fieldsOf, type Office, openOffice } from './office'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

const errorOf = ({ text }: { text: string }) => JSON.parse(text).error

describe('what is asked before one ends', () => {
  const page = wrapUpPaths.page('support')
  const keys = async () =>
    JSON.parse((await office.get(page, json)).text).fields.map(({ key }: { key: string }) => key)

  test('is edited at the department’s page in the office, by one at a time', async () => {
    expect((await office.get('/office/departments/support')).text).toContain(`href="${page}"`)
    const before = fieldsOf((await office.get(page)).text, wrapUpPaths.fields('support'))
    expect((await office.post(wrapUpPaths.usual('support'))).status).toBe(303)
    expect(await keys()).toEqual(['reason', 'solved'])
    expect((await office.post(wrapUpPaths.usual('support'))).status).toBe(409)
    const site = { key: 'site', label_en: 'Site', type: 'text', required: 'yes', place: '1' }
    const stale = await office.post(wrapUpPaths.fields('support'), { ...before, ...site })
    expect(stale.status).toBe(409)
    expect(stale.text).toContain('value="Site"')
    const { text } = await office.post(wrapUpPaths.fields('support'), site, json)
    expect(JSON.parse(text).fields[0].key).toBe('site')
    const bad = await office.post(wrapUpPaths.fields('support'), { ...site, key: 'Site 2' }, json)
    expect([bad.status, errorOf(bad).field]).toEqual([422, 'key'])
    await office.post(wrapUpPaths.removal('support'), { was: 'site' })
    expect(await keys()).toEqual(['reason', 'solved'])
    expect((await office.ask('GET', page, { cookie: office.cookies.agent })).status).toBe(403)
  })

  test('may be sent as a list by a program, and is not the business of the other settings', async () => {
    const settings = '/office/departments/support/settings'
    const wrapUpFields = JSON.stringify([{ key: 'reason', type: 'text', label: { en: 'Reason' } }])
    expect((await office.post(settings, { wrapUpFields }, json)).status).toBe(200)
    expect(await keys()).toEqual(['reason'])
    const bad = await office.post(settings, { wrapUpFields: '[{"key":"a"}]' }, json)
    expect([bad.status, errorOf(bad).field]).toEqual([422, 'wrapUpFields'])
    await office.post(settings, { patience: '9m' })
    expect(await keys()).toEqual(['reason'])
  })
})
