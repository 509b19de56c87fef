import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import type { BuiltInRole } from '../../actors/people'
import { isProblem } from '../../actors/problem'
import { hireAgent } from '../../src/commands/agents/hire'
import { type Permission, permissions, roles } from '../../src/policies/permissions'
import { type Route, route } from '../../src/web/route'
import { routes } from '../../src/web/routes'
import { paths } from '../../views/paths'
import { openTestDesk, PASSWORD, type TestDesk } from '../support/desk'
import { withQuickPasswords } from '../support/quick-passwords'
import { type Ask, askOf, htmx, json, signIn } from './ask'

const placeOf = (permission: Permission) => `${paths.office.page}/test/${permission}`

/** A page and a form for each permission there is. */
const tried: Route[] = permissions.flatMap((permission) => [
  route({
    ...{ method: 'GET', path: placeOf(permission), permission },
    show: (c) => c.text(`for ${permission}`),
  }),
  route({
    ...{ method: 'POST', path: placeOf(permission), permission },
    run: () => null,
    to: () => paths.office.page,
    moves: true,
  }),
])

const kinds = Object.keys(roles) as BuiltInRole[]
const names: Record<BuiltInRole, string> = {
  ...{ owner: 'Otto', admin: 'Olga', supervisor: 'Sina', agent: 'Ana' },
}

let desk: TestDesk
let ask: Ask
const cookies: Record<string, string> = {}
beforeAll(async () => {
  desk = await openTestDesk({ routes: [...routes, ...tried] })
  ask = askOf(desk)
  for (const role of kinds) {
    const name = names[role]
    const account = { name, email: `${name.toLowerCase()}@desk.test`, password: PASSWORD }
    const id = await hireAgent(
      withQuickPasswords(desk.desk),
      account,
      { departments: ['support'] },
      role,
    )
    if (isProblem(id)) throw new Error(id.reason)
    cookies[role] = await signIn(ask, name)
  }
})
afterAll(() => desk.close())

describe.each(kinds)('whose role is %s', (role) => {
  test('comes in where the table has a line for it, and nowhere else', async () => {
    const cookie = cookies[role] ?? ''
    for (const permission of permissions) {
      const expected = roles[role].has(permission)
      const shown = await ask('GET', placeOf(permission), { cookie })
      expect([permission, shown.status]).toEqual([permission, expected ? 200 : 403])
      expect(shown.text.includes(`for ${permission}`)).toBe(expected)
      const done = await ask('POST', placeOf(permission), { cookie, form: {} })
      expect([permission, done.status]).toEqual([permission, expected ? 303 : 403])
    }
  })
})

describe('the office', () => {
  const page = placeOf('settings.manage')

  test('sends who is not signed in to the door, and a program away', async () => {
    const led = await ask('GET', page)
    expect(led.status).toBe(303)
    const to = new URL(led.headers.get('Location') ?? '', 'http://desk.test')
    expect([to.pathname, to.searchParams.get('next')]).toEqual([paths.session.signIn, page])
    expect((await ask('GET', page, { headers: json })).status).toBe(401)
    expect((await ask('POST', page, { form: {} })).status).toBe(401)
  })

  test('says why it is closed, in every form', async () => {
    const cookie = cookies.agent ?? ''
    const shown = await ask('GET', page, { cookie })
    expect(shown.text).toContain('Your account may not do this.')
    const told = await ask('GET', page, { cookie, headers: json })
    expect([told.status, JSON.parse(told.text).error.reason]).toEqual([403, 'notAllowed'])
    const part = await ask('POST', page, { cookie, form: {}, headers: htmx })
    expect(part.text).toContain('data-reason="notAllowed"')
  })

  test('says nothing of what is not in it to who may not come in', async () => {
    const nowhere = `${paths.office.page}/nowhere`
    for (const path of [nowhere, paths.office.page]) {
      expect((await ask('GET', path)).status).toBe(303)
      expect((await ask('GET', path, { headers: json })).status).toBe(401)
      expect((await ask('GET', path, { cookie: cookies.agent ?? '' })).status).toBe(403)
    }
    // A supervisor has pages in it.
    const cookie = cookies.supervisor ?? ''
    expect((await ask('GET', nowhere, { cookie })).status).toBe(404)
    expect((await ask('GET', paths.office.page, { cookie })).status).toBe(303)
    expect((await ask('GET', '/officer')).status).toBe(404)
  })

  test('leads a script on where a plain form is led', async () => {
    const done = await ask('POST', page, { cookie: cookies.admin ?? '', form: {}, headers: htmx })
    expect([done.status, done.headers.get('HX-Location')]).toEqual([204, paths.office.page])
  })
})
