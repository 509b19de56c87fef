import { afterAll, beforeAll, expect, test } from 'bun:test'
import { paths } from '../../views/paths'
import { openTestClock } from '../support/clock'
import { hire, openTestDesk, PASSWORD, type TestDesk } from '../support/desk'

const { clock, pass, jump, until } = openTestClock()

let desk: TestDesk
beforeAll(async () => {
  desk = await openTestDesk({ clock })
})
afterAll(() => desk.close())

test('an agent whose page fell silent is gone, though their stream still looks open', async () => {
  const ana = await hire(desk, 'Ana')
  const url = desk.serve()
  const signIn = await fetch(`${url}${paths.session.signIn}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'Sec-Fetch-Site': 'same-origin', Host: 'desk.test' },
    body: new URLSearchParams({ email: 'ana@desk.test', password: PASSWORD }),
  })
  const headers = {
    Host: 'desk.test',
    Cookie: signIn.headers.get('set-cookie')?.split(';')[0] ?? '',
  }
  const stream = await fetch(`${url}${paths.workbench.feedBase}`, { headers })
  expect(stream.status).toBe(200)
  const { presence } = desk.web.feeds
  await until(() => presence.has(ana.id))

  // A program that never says it lives is believed for as long as its stream is open.
  jump(10 * 60_000)
  await pass(6_000)
  expect(presence.has(ana.id)).toBe(true)

  // A page that does is missed when it stops.
  const beat = await fetch(`${url}${paths.workbench.feedBase}`, { method: 'HEAD', headers })
  expect(beat.status).toBe(200)
  await pass(60_000)
  expect(presence.has(ana.id)).toBe(true)
  await until(() => !presence.has(ana.id), 11_000)
  await stream.body?.cancel()
})
