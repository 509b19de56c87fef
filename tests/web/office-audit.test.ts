import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import type { AuditRow } from '../../actors/audit'
import { routes } from '../../src/web/routes'
import { paths } from '../../views/paths'
import { json } from './ask'
import { type Office, openOffice } from './office'

let office: Office
/** A department that nothing hangs on, and what stands in it for the address of a route. */
const ids: Record<string, string> = {}
beforeAll(async () => {
  office = await openOffice()
  ids.department = await office.make('Shoes')
})
afterAll(() => office.close())

const at = (path: string) => `${paths.office.page}/${path}`
type Case = {
  form?: Record<string, string>
  /** What the audit says of it, and some of what differs. */
  says: [act: AuditRow['act'], object: RegExp, detail: AuditRow['detail']]
  /** Under this name the answer's id is that of later ones; `of` is the name whose id is in the path. */
  makes?: string
  of?: string
}

const day = 'BEGIN:VEVENT UID:1 DTSTART;VALUE=DATE:20400101 END:VEVENT'
const calendar = `BEGIN:VCALENDAR ${day} END:VCALENDAR`.replaceAll(' ', '\r\n')
const [of, boots] = ['department', { value: 'Boots' }] as const
const ofHours: Case = { says: ['hoursChanged', /^department:/, {}], of: 'department' }

/** For each form of the office one that changes something, in an order in which they can be sent. */
const cases: Record<string, Case> = {
  [at('departments')]: {
    form: { name: 'Coats', patience: '5m' },
    says: ['created', /^department:/, { value: 'Coats', 'is.patience': 300_000 }],
  },
  [at('departments/:id/settings')]: {
    form: { patience: '7m' },
    says: ['changed', /^department:/, { 'was.patience': '10m', 'is.patience': '7m' }],
    of: 'department',
  },
  [at('departments/:id/routing')]: {
    form: { headStart: '3m' },
    says: ['changed', /^department:/, { 'was.headStart': '10m', 'is.headStart': '3m' }],
    of: 'department',
  },
  [at('departments/:id/name')]: {
    form: { name: 'Boots' },
    says: ['changed', /^department:/, { 'was.name': 'Shoes', 'is.name': 'Boots' }],
    of: 'department',
  },
  [at('departments/:id/wrap-up/usual')]: {
    says: ['changed', /^department:/, { 'was.wrapUpFields': '[]' }],
    of: 'department',
  },
  [at('departments/:id/wrap-up/fields')]: {
    form: { key: 'order', label_en: 'Order' },
    says: ['changed', /^department:/, { value: 'Boots' }],
    of: 'department',
  },
  [at('departments/:id/wrap-up/removal')]: {
    form: { was: 'order' },
    says: ['changed', /^department:/, { value: 'Boots' }],
    of: 'department',
  },
  [at('departments/:id/default')]: { says: ['changed', /^setting:default/, boots], of },
  [at('hours/:id/week')]: { form: { use: 'own', mon: '9-17' }, ...ofHours },
  [at('hours/:id/exceptions')]: { form: { from: '2030-01-01' }, ...ofHours },
  [at('hours/:id/removal')]: { form: { was: '["2030-01-01","2030-01-01","",""]' }, ...ofHours },
  [at('hours/:id/calendar')]: { form: { calendar }, ...ofHours },
  [at('departments/:id/removal')]: { says: ['removed', /^department:/, boots], of },
  [at('departments/:id/restoration')]: {
    says: ['changed', /^department:/, { 'was.removed': 'yes', 'is.removed': 'no' }],
    of: 'department',
  },
  [at('blocks')]: {
    form: { network: '203.0.113.0/24', for: '1d', reason: 'Spam' },
    says: ['blocked', /^block:/, { value: '203.0.113.0/24' }],
    makes: 'block',
  },
  [at('blocks/:id/lift')]: { says: ['unblocked', /^block:/, {}], of: 'block' },
  [at('mail/trial')]: {
    form: { email: 'olga@desk.test' },
    says: ['created', /^letter:/, { value: 'trial' }],
    makes: 'letter',
  },
  [at('mail/:id/dropping')]: { says: ['changed', /^letter:/, { value: 'trial' }], of: 'letter' },
  [at('mail/:id/resending')]: { says: ['changed', /^letter:/, { value: 'trial' }], of: 'letter' },
  [at('canned')]: {
    form: { code: 'hi', body: 'Good day' },
    says: ['created', /^canned:/, { value: '/hi', 'is.body': 'Good day' }],
    makes: 'canned',
  },
  [at('canned/:id/revision')]: {
    form: { code: 'hi', body: 'Hello' },
    says: ['changed', /^canned:/, { 'was.body': 'Good day', 'is.body': 'Hello' }],
    of: 'canned',
  },
  [at('canned/:id/removal')]: {
    says: ['removed', /^canned:/, { value: '/hi', 'was.body': 'Hello' }],
    of: 'canned',
  },
  [at('rules/macros')]: {
    form: { name: 'Tag it', 'act.1': 'tag.add', 'value.1': 'VIP' },
    says: ['created', /^macro:/, { value: 'Tag it' }],
    makes: 'macro',
  },
  [at('rules/macros/:id/revision')]: {
    form: { name: 'Tag', 'act.1': 'tag.add', 'value.1': 'VIP' },
    says: ['changed', /^macro:/, { 'was.name': 'Tag it', 'is.name': 'Tag' }],
    of: 'macro',
  },
  [at('rules/macros/:id/removal')]: { says: ['removed', /^macro:/, { value: 'Tag' }], of: 'macro' },
  [at('sites')]: {
    form: { origins: 'https://shop.example' },
    says: ['changed', /^setting:sites$/, { 'is.origins': '["https://shop.example"]' }],
  },
  [at('sites/secret')]: { says: ['changed', /^setting:identity-secret$/, {}] },
  [at('invitations')]: {
    form: { pattern: '/cart', after: '10s', text: 'May we help?' },
    says: ['changed', /^setting:triggers$/, {}],
    makes: 'trigger',
  },
  [at('invitations/:id/removal')]: { says: ['changed', /^setting:triggers$/, {}], of: 'trigger' },
  [at('settings/brand')]: {
    form: { name: 'Olga Ltd' },
    says: ['changed', /^setting:desk\.brand$/, { 'was.name': '', 'is.name': 'Olga Ltd' }],
  },
  [at('forms/:id/fields')]: {
    form: { key: 'order', label_en: 'Order' },
    says: ['changed', /^setting:form\/./, { value: 'Boots' }],
    of: 'department',
  },
  [at('forms/:id/removal')]: {
    form: { was: 'order' },
    says: ['changed', /^setting:form\/./, {}],
    of: 'department',
  },
  [at('forms/:id/consent')]: {
    form: { text_en: 'We keep it for a year' },
    says: ['changed', /^setting:form\/./, {}],
    of: 'department',
  },
  [at('forms/:id/welcome')]: {
    form: { greeting_en: 'Good day' },
    says: ['changed', /^setting:form\/./, { 'is.greeting': '{"en":"Good day","zh":""}' }],
    of: 'department',
  },
  [at('texts/:word/en')]: {
    form: { text: 'Ahoy' },
    says: ['changed', /^text:en:/, { value: 'chat.hello', 'is.text': 'Ahoy' }],
  },
  [at('texts/:word/en/removal')]: {
    says: ['changed', /^text:en:/, { value: 'chat.hello', 'was.text': 'Ahoy' }],
  },
  [at('texts/:word/zh')]: {
    form: { text: '您好呀' },
    says: ['changed', /^text:zh:/, { value: 'chat.hello', 'is.text': '您好呀' }],
  },
  [at('texts/:word/zh/removal')]: {
    says: ['changed', /^text:zh:/, { value: 'chat.hello', 'was.text': '您好呀' }],
  },
}

const changing = routes.filter(
  ({ method, path }) => method === 'POST' && path.startsWith(paths.office.page),
)
const rows = () => office.desk.desk.store.audit.newest(1_000)
/** What is told of while something is done. */
const toldOf = async (work: () => Promise<unknown>): Promise<AuditRow[]> => {
  const before = new Set((await rows()).map(({ id }) => id))
  await work()
  return (await rows()).filter(({ id }) => !before.has(id))
}

test('each form of the office that changes something stands here', () => {
  // What is told of people, roles and visitors is asked where their forms are: `office-people.test.ts` and others.
  const asked =
    /^(?:(?:departments\/:id\/)?people|roles|visitors|files|customers|tags|providers|privacy|first-steps|settings\/[^b])/
  const here = changing.filter(({ path }) => !asked.test(path.slice(at('').length)))
  expect(here.map(({ path }) => path).sort()).toEqual(Object.keys(cases).sort())
})

describe.each(Object.entries(cases))('%s', (path, { form = {}, says, makes, of }) => {
  const [act, object, detail] = says
  test('is one row of the audit, by whom and with what differs; refused, it is only told so', async () => {
    const address = path.replace(':id', of ? (ids[of] ?? '') : '').replace(':word', 'chat.hello')
    const refusals = await toldOf(async () => {
      const unknown = { nobody: 'knows' }
      if (Object.keys(form).length > 0 || /:(id|word)/.test(path)) {
        const { status } = await office.post(path.replace(/:(id|word)/, 'nobody'), unknown, json)
        expect(status).toBeGreaterThanOrEqual(400)
      }
      const agents = { cookie: office.cookies.agent, form, headers: json }
      expect((await office.ask('POST', address, agents)).status).toBe(403)
    })
    expect(refusals.map(({ act, actorName }) => [act, actorName])).toEqual([['refused', 'Ana']])
    const told = await toldOf(async () => {
      const done = await office.post(address, form, json)
      expect([done.text, [200, 201, 204].includes(done.status)]).toEqual([done.text, true])
      if (makes) ids[makes] = JSON.parse(done.text).id
    })
    expect(told).toHaveLength(1)
    expect(told[0]).toMatchObject({ actorName: 'Olga', act, detail })
    expect(told[0]?.object).toMatch(object)
  })
})

test('what is saved as it is already is no row', async () => {
  const same = { patience: '7m' }
  const told = await toldOf(async () => {
    for (const [path, form] of [
      [`departments/${ids.department}/settings`, same],
      [`departments/${ids.department}/name`, { name: 'Boots' }],
      [`departments/${ids.department}/restoration`, {}],
      [`forms/${ids.department}/welcome`, { greeting_en: 'Good day' }],
      ['sites', { origins: 'https://shop.example' }],
      ['settings/brand', { name: 'Olga Ltd' }],
    ] as const)
      await office.post(at(path), form, json)
  })
  expect(told).toEqual([])
})

test('an agent’s own prepared words are nobody’s to read there', async () => {
  const form = { code: 'mine', body: 'Private words', scope: 'mine' }
  const told = await toldOf(async () => {
    const asked = { cookie: office.cookies.agent, form, headers: json }
    expect((await office.ask('POST', paths.workbench.canned, asked)).status).toBe(201)
  })
  expect(told).toEqual([])
})

test('the page tells what differs in words of the reader, and no secret', async () => {
  const { accounts } = office.desk.desk.store
  const secret = (await accounts.setting('identity-secret')) ?? 'none'
  // Refusals stand among them: what was done to the department fits on one page.
  const ofBoots = `${at('audit')}?object=department:${ids.department}`
  const english = await office.get(ofBoots)
  expect(english.text).toContain('Department <bdi>Boots</bdi>')
  expect(english.text).toContain('Longest wait</th>')
  expect(english.text).toContain('<bdi class="audit-value was"><b>10m</b></bdi>')
  expect(english.text).not.toContain(secret)
  const ofSecret = await office.get(`${at('audit')}?object=setting:identity-secret`)
  expect(ofSecret.text).toContain('Secret for sites')
  expect(ofSecret.text).not.toContain(secret)
  const chinese = await office.get(ofBoots, { 'Accept-Language': 'zh-CN' })
  expect(chinese.text).toContain('部门 <bdi>Boots</bdi>')
})
