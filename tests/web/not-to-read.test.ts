import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { changeDeskSettings } from '../../src/commands/desk-settings/change'
import { tagIdOf } from '../../src/reads/office-tags'
import { routes, routesAt } from '../../src/web/routes'
import { departmentPaths } from '../../views/office/departments'
import { paths } from '../../views/paths'
import { wordsIn } from '../../views/words'
import { macro, reply } from '../contracts/store/canned'
import { customer } from '../contracts/store/customers'
import { visit } from '../support/desk'
import { htmx, json } from './ask'
import { type Office, openOffice } from './office'

const { chat, workbench } = paths
const { notToRead } = wordsIn('en').pages

let office: Office
let open: string
/** Somebody of the desk, and a visitor. */
const somebody = { staff: '', visitor: '' }
beforeAll(async () => {
  office = await openOffice()
  await changeDeskSettings(office.desk.desk, 'customers', { customers: 'yes' })
  const vera = await visit(office.desk, 'Vera')
  open = vera.conversation
  somebody.visitor = vera.person.id
  const { store } = office.desk.desk
  const olga = (await store.agents.all()).find(({ name }) => name === 'Olga')
  somebody.staff = olga?.id ?? ''
  const own = { id: 'own', holder: olga?.id ?? '', scope: 'mine' } as const
  await store.canned.create(reply('own', own), 'own')
  await store.canned.create(reply('support', { id: 'support' }), 'support')
  await store.macros.create(macro('support', { id: 'support' }), 'support')
  const tag = { key: 'seen', name: 'Seen', color: 'plain', description: '', into: null } as const
  await store.tags.put([{ tag: { ...tag, leaves: false, version: 'one' }, before: null }])
  await store.providers.create({
    ...{ id: 'support', label: 'P', issuer: 'https://p.test', clientId: 'p', clientSecret: '' },
    ...{ domains: [], role: '', countsAsSecond: false, version: 'one' },
  })
  await store.customers.create(customer('support'), 'support@guest.example')
})
afterAll(() => office.close())

/** Of what an address may be about. */
const idAt = (path: string) => {
  if (path.startsWith(paths.workbench.canned)) return 'own'
  if (path.startsWith(paths.office.of('people', ':id'))) return somebody.staff
  if (path.startsWith(paths.office.of('roles', ':id'))) return 'agent'
  if (path.startsWith(paths.office.of('tags', ':id'))) return tagIdOf('seen')
  if (path.startsWith(paths.office.of('visitors', ':id'))) return somebody.visitor
  return path.startsWith(paths.office.page) ? 'support' : open
}

const pageOfForms = () => [
  [chat.messages, chat.page],
  [chat.rating, chat.page],
  [workbench.status, workbench.page],
  [workbench.messages(open), workbench.conversation(open)],
  [workbench.tags(open), workbench.conversation(open)],
  [departmentPaths.settings('support'), departmentPaths.page('support')],
  [paths.language, paths.home],
]

describe('an address that only takes in forms', () => {
  test('shows who reads it the way to its page, in their language', async () => {
    for (const [path = '', page = ''] of pageOfForms())
      for (const language of ['en', 'zh'] as const) {
        const answer = await office.get(path, { 'Accept-Language': language })
        expect([path, answer.status, answer.headers.get('Allow')]).toEqual([path, 405, 'POST'])
        expect(answer.text).toContain(wordsIn(language).pages.notToRead.title)
        expect(answer.text).toContain(`href="${page}"`)
        expect(answer.headers.get('Content-Security-Policy')).toBeTruthy()
      }
  })

  test('has a page above it that is there, whichever it is', async () => {
    for (const { method, path } of routes) {
      const isShown = routesAt(path, routes).some((one) => one.method === 'GET')
      if (method !== 'POST' || isShown) continue
      const place = path.replace(':id', idAt(path)).replace(':word', 'chat.hello')
      const answer = await office.get(place)
      expect([place, answer.status]).toEqual([place, 405])
      const to = /<a class="button primary" href="([^"]*)"/.exec(answer.text)?.[1] ?? ''
      expect(to).toStartWith('/')
      // Who is not signed in with an account of theirs is led to where they can be, and who is, in.
      const isDoor = to.startsWith(paths.customers.page) || to === paths.session.signIn
      const is = isDoor ? 303 : 200
      expect([place, (await office.get(to)).status]).toEqual([place, is])
    }
  })

  test('says no more than its methods to whoever reads no page', async () => {
    for (const [method, headers] of [
      ['HEAD', {}],
      ['PUT', {}],
      ['GET', json],
      ['GET', htmx],
    ] as const) {
      const answer = await office.ask(method, chat.messages, { headers })
      expect([answer.status, answer.headers.get('Allow')]).toEqual([405, 'POST'])
      expect(answer.text).not.toContain(notToRead.title)
    }
  })

  test('is under the office told to nobody who may not come in', async () => {
    const place = departmentPaths.settings('support')
    const answer = await office.ask('GET', place, { cookie: office.cookies.agent })
    expect([answer.status, answer.text.includes(notToRead.title)]).toEqual([403, false])
  })
})

describe('what a refused form is answered with', () => {
  test('leads back to a page that can be read, by its links and its switches', async () => {
    const { conversation, token } = await visit(office.desk, 'Vito')
    const cookie = `bellhop-visitor=${token}`
    const form = { text: '', client_id: 'not-to-read-1' }
    const refused = await office.ask('POST', chat.messages, { form, cookie })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain(`name="back" value="${chat.page}"`)
    expect(refused.text).not.toContain(`value="${chat.messages}"`)
    const late = await office.ask('POST', workbench.claim(conversation), {
      ...{ form: {}, cookie: office.cookies.agent },
    })
    expect(late.status).toBe(409)
    expect(late.text).not.toMatch(new RegExp(`(href|value)="${workbench.claim(conversation)}"`))
  })
})
