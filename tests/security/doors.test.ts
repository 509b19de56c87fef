import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { z } from 'zod'
import type { BuiltInRole } from '../../actors/people'
import { permissions, roles } from '../../src/policies/permissions'
import type { Route } from '../../src/web/route'
import { routes } from '../../src/web/routes'
import { privacyPaths } from '../../views/office/privacy/details'
import { paths } from '../../views/paths'
import { type App, hire, openApp, type Visit, visit } from './app'
import type { Asked } from './ask'
import { doorway, formOf, MISSING, reads } from './cases'

const kinds = Object.keys(roles) as BuiltInRole[]
const accepts = ['page', 'fragment', 'json'] as const

let app: App
let vera: Visit
const cookies: Record<string, string> = {}

beforeAll(async () => {
  app = await openApp()
  vera = await visit(app, { name: 'Vera' })
  for (const role of kinds) cookies[role] = (await hire(app, `${role}-one`, { role })).cookie
})
afterAll(() => app.close())

const ask = async (route: Route, cookie: string, accept: Asked['accept']) => {
  const form = reads(route) ? { form: formOf(route.path) } : {}
  const place = route.path
    .replace(':id', MISSING)
    .replace(':client_id', vera.clientId)
    .replace(':word', 'chat.hello')
  return (await app.ask(route.method, place, { ...form, cookie, accept })).status
}

const { look, archive, erasures, holds } = privacyPaths
const typed = new Set<string>([look, archive, erasures, holds])

const closed = routes.filter(({ permission }) => permission !== 'anyone')
const forStaff = closed.filter(({ permission }) => permission !== 'visitor')
const named = (some: readonly Route[]) =>
  some.map((route) => [`${route.method} ${route.path}`, route] as const)

describe('every door', () => {
  test.each(named(closed))('%s is closed to who is not known', async (_, route) => {
    for (const accept of accepts)
      for (const cookie of ['', 'session=x', 'visitor=x'])
        expect(await ask(route, cookie, accept), accept).toBe(doorway(route, accept))
  })

  test.each(named(forStaff))('%s is closed to visitors', async (_, route) => {
    for (const accept of accepts)
      expect(await ask(route, vera.cookie, accept), accept).toBe(doorway(route, accept))
  })

  test.each(named(forStaff))('%s asks the role for its permission', async (_, route) => {
    for (const role of kinds) {
      const status = await ask(route, cookies[role] ?? '', 'json')
      const isAllowed = permissions.some((one) => one === route.permission && roles[role].has(one))
      if (!isAllowed) expect(status, role).toBe(403)
      // It leads to a page of the office, where there is one for them.
      else if (route.path === paths.office.page) expect([303, 404], role).toContain(status)
      else if (route.path.includes(':id')) expect(status, role).toBe(404)
      // Whom is typed there nobody knows here.
      else if (typed.has(route.path)) expect(status, role).toBe(422)
      // What wants a file has none here.
      else expect([200, 201, 204, 415, 426], `${role}: ${status}`).toContain(status)
    }
  })

  const forVisitors = closed.filter(({ permission }) => permission === 'visitor')
  test.each(named(forVisitors))('%s leads staff nowhere', async (_, route) => {
    for (const role of kinds) expect(await ask(route, cookies[role] ?? '', 'json')).toBe(404)
    // One that is named is none of hers here.
    const isNamed = route.path.includes(':id')
    expect((await ask(route, vera.cookie, 'json')) === 404).toBe(isNamed)
  })
})

test('every form can be told to a program', () => {
  for (const { form, method, path } of routes) {
    expect(form === undefined || method === 'POST', path).toBe(true)
    const told = form && z.toJSONSchema(form, { io: 'input' })
    if (form) expect(Object.keys(told?.properties ?? {})).toEqual(Object.keys(form.shape))
  }
})

test('no two routes answer the same', () => {
  const names = routes.map(({ method, path }) => `${method} ${path.replace(/:\w+/g, ':')}`)
  expect(names.filter((name, n) => names.indexOf(name) !== n)).toEqual([])
})

test('a route about one conversation says what may be done to it, and no other does', () => {
  for (const { path, asks, permission } of routes) {
    // Who reads of one in the office may read of it by the office's own permission.
    if (path.startsWith(paths.office.of('conversations'))) continue
    const isAboutOne = path.startsWith(paths.workbench.conversation(':id'))
    expect(asks !== undefined, path).toBe(isAboutOne)
    if (asks) expect<string[]>(permissions, path).toContain(permission)
  }
})
