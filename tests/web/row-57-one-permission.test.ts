import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { type Verb, verbs } from '../../actors/conversation/verbs'
import type { Staff } from '../../actors/people'
import { isProblem } from '../../actors/problem'
import type { ConversationRow } from '../../actors/summary'
import { hireAgent } from '../../src/commands/agents/hire'
import { createDepartment } from '../../src/commands/departments/create'
import { createRole } from '../../src/commands/roles/write'
import { start } from '../../src/commands/visitors/start'
import { canGrant, type Permission, permissions } from '../../src/policies/permissions'
import { why } from '../../src/policies/why'
import type { Route } from '../../src/web/route'
import { routes } from '../../src/web/routes'
import { providerPaths } from '../../views/office/providers/paths'
import { rightPaths } from '../../views/office/rights'
import { permissionWords } from '../../views/words/permissions'
import { session } from '../security/app'
import { formOf } from '../security/cases'
import { clientId, openTestDesk, PASSWORD, type TestDesk } from '../support/desk'
import { type Ask, askOf, json } from './ask'

const NOBODY = '00000000-0000-7000-8000-000000000000'
const granted = permissions.filter(canGrant)

/** Without which the others open nothing: a role is given them with whatever it is given. */
const doors: ReadonlySet<Permission> = new Set(['workbench.use', 'office.use'])

/** Somebody of support for each permission that a role can have, whose role has that one alone. */
type One = Staff & { only: Permission; grants: readonly string[]; cookie: string }

let desk: TestDesk
let ask: Ask
let olga: string
const people = new Map<Permission, One>()
beforeAll(async () => {
  desk = await openTestDesk()
  ask = askOf(desk)
  await createDepartment(desk.desk, { id: 'sales', name: 'Sales' })
  const hire = async (name: string, role: string) => {
    const email = `${name.toLowerCase().replaceAll('.', '-')}@desk.test`
    const account = { name, email, password: PASSWORD }
    const id = await hireAgent(desk.desk, account, { departments: ['support'] }, role)
    if (isProblem(id)) throw new Error(id.reason)
    return id
  }
  olga = await hire('Olga', 'admin')
  for (const only of granted) {
    const role = await createRole(desk.desk, { name: `Only ${only}`, permissions: [only] })
    if (isProblem(role)) throw new Error(role.reason)
    const grants = (await desk.desk.store.roles.find(role))?.permissions ?? []
    const id = await hire(only, role)
    const person = { kind: 'staff', id, name: only, role, departments: ['support'] } as const
    people.set(only, { ...person, only, grants, cookie: await session(desk.desk, id) })
  }
  // That they are refused is told of elsewhere; here it would be a write for each of thousands.
  desk.desk.store.audit.add = async () => {}
}, 60_000)
afterAll(() => desk.close())

const answerTo = async (
  { method, path }: Route,
  cookie: string,
  id: string,
  form: Record<string, string> = {},
) => {
  const place = path.replace(':id', id).replace(':client_id', said).replace(/:\w+/g, 'none')
  const asked = {
    ...{ cookie, headers: json },
    ...(method === 'POST' ? { form } : {}),
  }
  const { status, text } = await ask(method, place, asked)
  const isJson = status >= 400 && text.startsWith('{')
  return { status, reason: isJson ? JSON.parse(text).error?.reason : undefined }
}

/** The streams go on until somebody hangs up: what their door says is asked where they are opened. */
const ofStaff = routes.filter(
  ({ permission, live }) => permission !== 'anyone' && permission !== 'visitor' && !live,
)

describe('row 57: a role with one permission', () => {
  test.each(granted)('%s opens the routes that ask for it, and no other', async (only) => {
    const { cookie = '', grants = [] } = people.get(only) ?? {}
    expect(grants.filter((one) => one !== only && !doors.has(one as Permission))).toEqual([])
    expect(grants).toContain(only)
    const opened: string[] = []
    for (const route of ofStaff) {
      const { status, reason } = await answerTo(route, cookie, NOBODY)
      if (!(status === 403 && reason === 'notAllowed')) opened.push(`${route.method} ${route.path}`)
    }
    const asking = ofStaff.filter(({ permission }) => grants.includes(permission))
    expect(opened).toEqual(asking.map(({ method, path }) => `${method} ${path}`))
  })

  test('is what the page “who may what” says of them, in both languages', async () => {
    const cookie = await session(desk.desk, olga)
    for (const { only, name, grants } of people.values()) {
      const address = `${rightPaths.list}?q=${encodeURIComponent(name)}`
      const told = JSON.parse((await ask('GET', address, { cookie, headers: json })).text)
      const row = told.rows.find((one: { name: string }) => one.name === name)
      const may = permissions.filter((one) => row?.[one] === 'yes' || row?.[one] === true)
      expect([name, may]).toEqual([name, [...grants] as Permission[]])
      for (const [language, tag] of [
        ['en', 'en'],
        ['zh', 'zh-CN'],
      ] as const) {
        const page = `${rightPaths.why}?person=${people.get(only)?.id}&permission=${only}`
        const { text } = await ask('GET', page, { cookie, headers: { 'Accept-Language': tag } })
        expect(text).toContain(permissionWords(only, language))
      }
    }
  })

  test('there is one for each that can be given, and the rest nobody’s own role can have', () => {
    expect([...people.keys()]).toEqual(granted)
    const rest = permissions.filter((one) => !granted.includes(one))
    // Who says who somebody is may come in as anybody: that is for owners alone.
    const ofRoles = ofStaff.filter(({ path }) => !path.startsWith(providerPaths.list))
    for (const one of rest) expect(ofRoles.map(({ permission }) => permission)).not.toContain(one)
  })
})

/** The id of the first line of the conversation that was begun last. */
let said = 'none'
const begin = async (department: string): Promise<ConversationRow> => {
  said = clientId()
  const form = { name: 'Vera', text: 'Hello', department, client_id: said }
  const started = await start(desk.desk, null, form, { address: '203.0.113.7', language: 'en' })
  if (isProblem(started)) throw new Error(started.reason)
  const row = await desk.desk.store.conversations.row(started.conversation)
  if (!row) throw new Error('no conversation')
  return row
}

describe('row 57: a role with one permission, and the row of a conversation', () => {
  const aboutOne = routes.filter(({ asks, live }) => asks !== undefined && !live)
  const named = aboutOne.map((route) => [`${route.method} ${route.path}`, route] as const)

  test.each(named)('%s is closed, in their own department and in another', async (_, route) => {
    for (const department of ['support', 'sales']) {
      const row = await begin(department)
      for (const { cookie, only, grants } of people.values()) {
        const { status } = await answerTo(route, cookie, row.id, formOf(route.path))
        const mine = `${only} in ${department}`
        // To see one of a department is a permission of its own, and so is to see all.
        const sees =
          only === 'conversations.watch.all' ||
          (only === 'conversations.watch.department' && department === 'support')
        if (!grants.includes(route.permission)) expect([mine, status]).toEqual([mine, 403])
        else expect([mine, status === 404]).toEqual([mine, !sees])
      }
    }
  })

  test('the page that says why says the same of each', async () => {
    for (const department of ['support', 'sales']) {
      const row = await begin(department)
      for (const { asks, permission } of aboutOne)
        for (const person of people.values()) {
          if (!asks || !Object.hasOwn(verbs, asks)) continue
          const said = why(person, row, asks as Verb)
          const [asked] = said.grounds
          const has = asked?.permission !== undefined && person.grants.includes(asked.permission)
          expect([asks, person.only, asked?.isSo]).toEqual([asks, person.only, has])
          if (!person.grants.includes(permission)) expect([asks, said.may]).toEqual([asks, false])
        }
    }
  })
})
