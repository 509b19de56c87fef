import { afterAll, beforeAll, expect, test } from 'bun:test'
import { routes } from '../../src/web/routes'
import { paths } from '../../views/paths'
import { closeBrowser, openPage } from '../support/chromium'
import { type App, type Hired, hire, openApp, type Visit, visit } from './app'
import { formOf, reads } from './cases'
import { digest, restingDigest, withoutAudit } from './rows'

let app: App
let ana: Hired
let vera: Visit
/** A page of somebody else, on another port of this very host: a sister site, to which cookies go. */
let evil: Bun.Server<undefined>

beforeAll(async () => {
  app = await openApp()
  ana = await hire(app, 'Ana')
  vera = await visit(app, { name: 'Vera' })
  evil = Bun.serve({
    port: 0,
    hostname: '127.0.0.1',
    fetch: () =>
      new Response('<!doctype html><title>Win!</title>', {
        headers: { 'Content-Type': 'text/html' },
      }),
  })
})
afterAll(async () => {
  await closeBrowser()
  await evil.stop(true)
  await app.close()
})

type Told = { sockets: string[]; reads: string[]; frames: number }
type Prey = {
  url: string
  posts: [path: string, form: Record<string, string>][]
  gets: string[]
  sockets: string[]
}

/** Everything a page can do to another site's, run in that page. */
const attack = async ({ url, posts, gets, sockets }: Prey): Promise<Told> => {
  const told: Told = { sockets: [], reads: [], frames: 0 }
  const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
  const sink = document.createElement('iframe')
  sink.name = 'sink'
  document.body.append(sink)
  for (const [path, fields] of posts) {
    for (const type of ['application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain']) {
      const form = Object.assign(document.createElement('form'), { method: 'post', enctype: type })
      form.action = url + path
      form.target = 'sink'
      for (const [name, value] of Object.entries(fields))
        form.append(Object.assign(document.createElement('input'), { name, value }))
      document.body.append(form)
      form.submit()
    }
    const body = new URLSearchParams(fields)
    const asked: RequestInit = { method: 'POST', credentials: 'include', body }
    await fetch(url + path, { ...asked, mode: 'no-cors' }).catch(() => {})
    await fetch(url + path, { ...asked, headers: { 'Content-Type': 'application/json' } }).catch(
      () => {},
    )
    navigator.sendBeacon(url + path, body)
  }
  for (const path of gets) {
    await fetch(url + path, { credentials: 'include' })
      .then((answer) => answer.text())
      .then(
        (text) => told.reads.push(`${path} ${text.length}`),
        () => {},
      )
    const frame = Object.assign(document.createElement('iframe'), { src: url + path })
    document.body.append(frame, Object.assign(new Image(), { src: url + path }))
  }
  for (const path of sockets)
    await new Promise<void>((resolve) => {
      const socket = new WebSocket(url.replace('http', 'ws') + path)
      socket.onopen = () => {
        told.sockets.push(path)
        resolve()
      }
      socket.onerror = () => resolve()
    })
  const events = new EventSource(url + gets[0], { withCredentials: true })
  events.onopen = () => told.reads.push('events')
  await wait(500)
  for (let n = 1; n < window.length; n += 1) told.frames += window[n]?.length ?? 0
  return told
}

test('a page of another site changes nothing, reads nothing, opens and frames nothing', async () => {
  const before = await restingDigest(app)
  const { page, close } = await openPage()
  const [, visitor = ''] = vera.cookie.split('=')
  const [, session = ''] = ana.cookie.split('=')
  const cookies = { visitor, session }
  await page.context().addCookies(
    Object.entries(cookies).map(([name, value]) => ({
      name,
      value,
      url: app.url,
      sameSite: 'Lax' as const,
    })),
  )
  const refusals: number[] = []
  const framed: string[] = []
  page.on('response', (answer) => {
    if (answer.request().method() === 'POST') refusals.push(answer.status())
  })
  page.on('console', (line) => {
    if (/frame-ancestors/.test(line.text())) framed.push(line.text())
  })
  const posts = routes
    .filter(({ method, path }) => method === 'POST' && path !== paths.install)
    .map((route): [string, Record<string, string>] => [
      route.path.replace(':id', vera.conversation),
      reads(route) ? formOf(route.path) : { any: 'thing' },
    ])
  await page.goto(`http://127.0.0.1:${evil.port}/`)
  const told = await page.evaluate(attack, {
    url: app.url,
    posts,
    gets: [
      paths.chat.feed(0),
      paths.chat.page,
      paths.workbench.page,
      paths.chat.tail(0),
      paths.workbench.tail(vera.conversation, 0),
      paths.up,
    ],
    sockets: [paths.chat.socket(0), paths.workbench.socket(null, 0), paths.probe.socket],
  })
  expect(told).toEqual({ sockets: [], reads: [], frames: 0 })
  // They did arrive, with the cookies of both, and were refused.
  expect(refusals.length).toBeGreaterThanOrEqual(posts.length)
  expect(new Set(refusals)).toEqual(new Set([403]))
  expect(framed.length).toBeGreaterThan(0)
  expect(withoutAudit(digest(app))).toEqual(withoutAudit(before))
  expect(await cookiesOf(page.context().cookies())).toEqual(cookies)
  await close()
}, 30_000)

const cookiesOf = async (all: Promise<{ name: string; value: string }[]>) =>
  Object.fromEntries(
    (await all).flatMap(({ name, value }) =>
      name === 'visitor' || name === 'session' ? [[name, value]] : [],
    ),
  )
