import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { invitationPaths } from '../../views/office/invitations'
import { json } from './ask'
import { type Office, openOffice } from './office'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

describe('invitations in the office', () => {
  test('are made and removed there, and what is not taken comes back', async () => {
    const { list, removal } = invitationPaths
    const { ask, cookies } = office
    const [olga, ana] = [cookies.admin, cookies.agent]
    expect((await ask('GET', list, { cookie: ana, headers: json })).status).toBe(403)
    const form = {
      pattern: '/pricing*',
      after: '20s',
      visits: '2',
      language: 'zh',
      text: '需要帮助吗？',
    }
    for (const [field, value] of [
      ['pattern', 'pricing'],
      ['pattern', `/${'x'.repeat(200)}`],
      ['after', 'soon'],
      ['after', '2d'],
      ['visits', '0'],
      ['text', ' '],
    ]) {
      const wrong = { ...form, [field ?? '']: value ?? '' }
      const refused = await ask('POST', list, { cookie: olga, form: wrong, headers: json })
      expect([refused.status, JSON.parse(refused.text).error.field]).toEqual([422, field])
    }
    const again = await ask('POST', list, { cookie: olga, form: { ...form, after: 'soon' } })
    expect([again.status, again.text.includes('需要帮助吗？')]).toEqual([422, true])
    const made = await ask('POST', list, { cookie: olga, form, headers: json })
    expect(made.status).toBe(201)
    const { id } = JSON.parse(made.text)
    const page = await ask('GET', list, { cookie: olga })
    expect(page.text).toContain('after 20s, from visit 2')
    const gone = () => ask('POST', removal(id), { cookie: olga, headers: json })
    expect([(await gone()).status, (await gone()).status]).toEqual([204, 404])
  })
})
