import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import type { Person, Staff } from '../../actors/people'
import { isProblem } from '../../actors/problem'
import type { ConversationRow } from '../../actors/summary'
import { hireAgent } from '../../src/commands/agents/hire'
import { createDepartment } from '../../src/commands/departments/create'
import { createRole } from '../../src/commands/roles/write'
import { SESSION_IDLE_MS } from '../../src/commands/sessions/begin'
import { hashToken, newToken } from '../../src/commands/tokens'
import { start } from '../../src/commands/visitors/start'
import { may } from '../../src/policies/may'
import { allows } from '../../src/policies/permissions'
import type { Route } from '../../src/web/route'
import { routes } from '../../src/web/routes'
import { paths } from '../../views/paths'
import { formOf } from '../security/cases'
import { clientId, openTestDesk, PASSWORD, type TestDesk } from '../support/desk'
import { withQuickPasswords } from '../support/quick-passwords'

const NOBODY = '00000000-0000-7000-8000-000000000000'
const ORIGIN = 'http://desk.test'

/** Roles of the desk's own: one that reads all and does nothing, one that keeps people, one that may nothing. */
const own = {
  'looks on everywhere': ['conversations.watch.all', 'reports.read', 'board.read', 'audit.read'],
  'keeps people': ['conversations.watch.department', 'agents.manage', 'accounts.manage'],
  'may nothing': [],
} as const
const builtIn = ['owner', 'admin', 'supervisor', 'agent'] as const

let desk: TestDesk
let row: ConversationRow
const people = new Map<string, Staff>()
beforeAll(async () => {
  desk = await openTestDesk()
  await createDepartment(desk.desk, { id: 'sales', name: 'Sales' })
  const roles = new Map<string, string>(builtIn.map((role) => [role, role]))
  for (const [name, permissions] of Object.entries(own)) {
    const grants = permissions.filter((one) => one !== 'reports.read')
    const id = await createRole(desk.desk, { name, permissions: grants })
    if (isProblem(id)) throw new Error(id.reason)
    roles.set(name, id)
  }
  for (const [name, role] of roles) {
    const account = { name, email: `${name.replaceAll(' ', '.')}@desk.test`, password: PASSWORD }
    const departments = ['support']
    const id = await hireAgent(withQuickPasswords(desk.desk), account, { departments }, role)
    if (isProblem(id)) throw new Error(id.reason)
    const grants = (await desk.desk.store.roles.find(role))?.permissions
    people.set(name, {
      ...{ kind: 'staff', id, name, role, departments },
      ...(grants ? { grants } : {}),
    })
  }
  row = await begin()
})
afterAll(() => desk.close())

/** A conversation of another department than that of everybody here. */
const begin = async (): Promise<ConversationRow> => {
  const form = { name: 'Vera', text: 'Hello', department: 'sales', client_id: clientId() }
  const started = await start(desk.desk, null, form, { address: '203.0.113.7', language: 'en' })
  if (isProblem(started)) throw new Error(started.reason)
  return rowNow(started.conversation)
}

const rowNow = async (id: string) => {
  const found = await desk.desk.store.conversations.row(id)
  if (!found) throw new Error('it is gone')
  return found
}

/** A session of its own for each request: some of them end the one they come with. */
const cookieOf = async (person: Person | null): Promise<string> => {
  if (!person) return ''
  const { accounts } = desk.desk.store
  const token = newToken()
  const at = desk.desk.clock.now()
  const times = { at, idle: at + SESSION_IDLE_MS, expires: at + SESSION_IDLE_MS }
  await accounts.openSession(hashToken(token), person.id, times)
  return `bellhop-session=${token}`
}

/** What a route answers, without waiting for the end of one that goes on. */
const ask = async (
  { method, path }: Route,
  person: Person | null,
  id: string,
  form: Record<string, string> = {},
) => {
  const cookie = await cookieOf(person)
  const at = path.replace(':id', id).replace(/:\w+/g, 'none')
  const headers = {
    ...{ Host: new URL(ORIGIN).host, Accept: 'application/json' },
    ...(cookie ? { Cookie: cookie } : {}),
    ...(method === 'POST' ? { Origin: ORIGIN } : {}),
    ...(method === 'POST' ? { 'Content-Type': 'application/x-www-form-urlencoded' } : {}),
  }
  const init = {
    method,
    headers,
    ...(method === 'POST' ? { body: new URLSearchParams(form).toString() } : {}),
  }
  const answer = await desk.web.app.request(`${ORIGIN}${at}`, init)
  const isJson = (answer.headers.get('Content-Type') ?? '').startsWith('application/json')
  const isProblemToo = isJson && answer.status >= 400
  const reason = isProblemToo ? (await answer.json()).error?.reason : undefined
  if (!isProblemToo) await answer.body?.cancel()
  return { status: answer.status, reason: reason as string | undefined }
}

const named = (route: Route) => `${route.method} ${route.path}`
/** Those that nobody can open but by a socket's handshake are asked like all others: the gate is before it. */
const ofStaff = routes.filter(
  ({ permission }) => permission !== 'anyone' && permission !== 'visitor',
)
const ofOthers = routes.filter((route) => !ofStaff.includes(route))
const tried = new Set<Route>()

describe('row 57: role × route', () => {
  test.each(ofStaff.map((route) => [named(route), route] as const))('%s', async (_, route) => {
    tried.add(route)
    const { permission } = route
    if (permission === 'anyone' || permission === 'visitor') throw new Error('not of staff')
    for (const [name, person] of people) {
      const { status, reason } = await ask(route, person, NOBODY)
      const isLetIn = !(status === 403 && reason === 'notAllowed') && status !== 401
      expect([name, isLetIn]).toEqual([name, allows(person, permission)])
    }
    expect((await ask(route, null, NOBODY)).status).toBe(401)
  })

  test.each(ofOthers.map((route) => [named(route), route] as const))('%s', async (_, route) => {
    tried.add(route)
    for (const person of [null, ...people.values()]) {
      const { status, reason } = await ask(route, person, NOBODY)
      expect(reason).not.toBe('notAllowed')
      // Whose second factor it is is found out there: it is set up by who gets no further, too.
      const isOwn = route.path.startsWith(paths.session.factor)
      if (!isOwn || person) expect(reason).not.toBe('signInFirst')
      if (route.permission === 'visitor')
        expect([named(route), status]).toEqual([named(route), 404])
    }
  })

  test('every route was tried, with every role', () => {
    expect(routes.filter((route) => !tried.has(route)).map(named)).toEqual([])
    expect([...people.keys()]).toEqual([...builtIn, ...Object.keys(own)])
  })
})

describe('row 57: role × route × a conversation of another department', () => {
  const aboutOne = routes.filter(({ asks }) => asks !== undefined && asks !== 'work')

  test.each(aboutOne.map((route) => [named(route), route] as const))('%s', async (_, route) => {
    const { permission, asks = 'watch' } = route
    if (permission === 'anyone' || permission === 'visitor') throw new Error('not of staff')
    row = await begin()
    for (const [name, person] of people) {
      // As it is now: somebody before may have done what the route does.
      const now = await rowNow(row.id)
      const { status, reason } = await ask(route, person, row.id, formOf(route.path))
      if (!allows(person, permission))
        expect([name, status, reason]).toEqual([name, 403, 'notAllowed'])
      // That there is such a conversation is told to nobody who may not know it.
      else if (!may.watch(person, now)) expect([name, status]).toEqual([name, 404])
      else if (asks === 'work' || !may[asks](person, { ...now, answered: true }, Date.now()))
        // What is over already is done.
        expect(status).toBeGreaterThanOrEqual(asks === 'work' || asks === 'end' ? 200 : 400)
      // What somebody wrote is changed by them alone, whatever their role.
      else if (!route.path.includes(':client_id'))
        expect([name, reason]).not.toEqual([name, 'notAllowed'])
    }
  })

  test('is of no use where nobody was kept out, and nobody was let in', () => {
    const sees = [...people.values()].map((person) => may.watch(person, row))
    expect(sees).toContain(true)
    expect(sees).toContain(false)
  })
})
