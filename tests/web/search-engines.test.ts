import { afterAll, beforeAll, expect, test } from 'bun:test'
import { routes } from '../../src/web/routes'
import { paths } from '../../views/paths'
import { openTestDesk, type TestDesk, visit } from '../support/desk'
import { type Ask, askOf } from './ask'

let desk: TestDesk
let ask: Ask
beforeAll(async () => {
  desk = await openTestDesk()
  ask = askOf(desk)
})
afterAll(() => desk.close())

test('the front page may be found, and nothing else', async () => {
  const { token } = await visit(desk, 'Vera')
  const findable = routes.filter((route) => route.findable).map(({ path }) => path)
  expect(findable).toEqual([paths.home, paths.robots])
  for (const path of findable)
    expect((await ask('GET', path)).headers.has('X-Robots-Tag')).toBe(false)
  const cookie = `visitor=${token}`
  for (const path of [paths.chat.page, paths.workbench.page, paths.session.signIn, '/nowhere'])
    for (const as of [{}, { cookie }]) {
      const { headers } = await ask('GET', path, as)
      expect(headers.get('X-Robots-Tag')).toBe('noindex, nofollow')
    }
})

test('search engines are told what is nothing to read', async () => {
  const { status, headers, text } = await ask('GET', paths.robots)
  expect([status, headers.get('Content-Type')]).toEqual([200, 'text/plain; charset=UTF-8'])
  const lines = text.trim().split('\n')
  expect(lines[0]).toBe('User-agent: *')
  expect(lines).toContain('Disallow: /chat/')
  expect(lines).toContain('Disallow: /workbench/')
  // What says noindex must be read for that.
  expect(lines).not.toContain('Disallow: /chat')
})
