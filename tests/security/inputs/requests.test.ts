import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { routes } from '../../../src/web/routes'
import { paths } from '../../../views/paths'
import { type App, type Hired, hire, openApp, type Visit, visit } from '../app'
import { isOffice } from '../cases'
import { hasHead, lines, speak, statusOf } from '../raw'
import { faultsIn } from './pages'

let app: App
let ana: Hired
let vera: Visit

beforeAll(async () => {
  app = await openApp()
  ana = await hire(app, 'Ana')
  vera = await visit(app, { name: 'Vera' })
})
afterAll(async () => {
  expect(faultsIn(app.lines)).toEqual([])
  await app.close()
})

const raw = (...head: string[]) => speak(app.port, lines(...head), { enough: hasHead })
const host = () => `Host: 127.0.0.1:${app.port}`

describe('an address', () => {
  const nowhere = [
    ...['/static/..%2f..%2fetc/passwd', '/static/..%5c..%5cwin.ini', '//static//bellhop.css'],
    ...[
      '/static/x%00.js',
      '/static/bellhop.css%00',
      '/static/bellhop.css/',
      '/static/./x',
      '/static/',
    ],
    ...['/static/__proto__', '/static/constructor', '/static/toString', '/static/%2e%2e%2fsecret'],
    ...['/static/....//secret', '/static/%252e%252e/secret', '/static/BELLHOP.CSS', '/static'],
    ...[
      '/%zz',
      '/%C0%AE%C0%AE/',
      '/chat/%zz',
      '/CHAT',
      '/chat/',
      '/chat%2ffeed',
      '/workbench//status',
    ],
    ...['/workbench/conversations/%2e%2e', '/.env', '/data/secret', '/.git/config', '/up/x'],
  ]
  test.each(nowhere)('leads nowhere: %s', async (path) => {
    for (const method of ['GET', 'HEAD'])
      expect(statusOf(await raw(`${method} ${path} HTTP/1.1`, host()))).toBe(404)
  })

  test('a language that is none is another one, and no file', async () => {
    for (const lang of ['../../etc', 'xx', 'zh%00', 'zh-CN%00', '__proto__', 'en%0d%0aX: y', ''])
      for (const header of ['xx', '"><img src=x onerror=alert(1)>', 'x'.repeat(10_000)]) {
        const asked = { headers: { 'Accept-Language': header } }
        const { status, text } = await app.ask('GET', `/?lang=${lang}`, asked)
        expect(status).toBe(200)
        expect(text).toMatch(/<html lang="en"/)
        expect(text).not.toContain('onerror')
      }
  })

  test('a page of a list is a number, or none', async () => {
    const odd = ['-1', '1e9', 'a', '0', "'%20or%201=1", '9'.repeat(400), '%00', '1.5', '0x1']
    for (const before of odd)
      for (const path of [
        `${paths.chat.page}?before=${before}`,
        `${paths.chat.tailBase}?after=${before}`,
        `${paths.workbench.list({ view: 'closed' })}&until=${before}`,
        `${paths.workbench.conversation(vera.conversation)}?before=${before}&view=closed&until=${before}`,
      ]) {
        const { status } = await app.ask('GET', path, {
          cookie: `${vera.cookie}; ${ana.cookie}`,
        })
        expect(status, path).toBe(200)
      }
  })

  test('of an error page leads to no other site', async () => {
    for (const path of [
      '//evil.test/',
      '///evil.test',
      '/\\evil.test',
      '/..//evil.test',
      '/.//evil.test',
    ]) {
      const heard = await raw(`POST ${path} HTTP/1.1`, host(), 'Content-Length: 0')
      expect(statusOf(heard)).toBe(403)
      expect(heard.text).not.toMatch(/(href|action|value)="[^"a-z]*evil/)
    }
  })
})

describe('a header', () => {
  /** What a page answers, and a file where that is something else. */
  const odd: [header: string, status: number, ofFile?: number][] = [
    ['Host: evil.test/x', 400],
    ['Host: evil.test', 400],
    [`User-Agent: ${'x'.repeat(15_000)}`, 200],
    ['Referer: javascript:alert(1)', 200],
    ['Referer: <script>alert(1)</script>', 200],
    [`X-Large: ${'x'.repeat(17_000)}`, 431],
    ['If-None-Match: *', 200, 304],
    [`If-None-Match: ${'"x",'.repeat(2_000)}`, 200],
    ['Range: bytes=0-,0-,0-', 200],
    [`Cookie: visitor=${'x'.repeat(15_000)}`, 200],
    [`Cookie: ${Array.from({ length: 700 }, (_, n) => `c${n}=${n}`).join('; ')}`, 200],
    ['Cookie: =; ;; visitor; =x; "=" ; zone=../../etc; theme=__proto__; language=%zz', 200],
    ['Cookie: zone=Mars/Phobos; language=xx; theme="><script>', 200],
  ]
  test.each(odd)('%.40s', async (header, status, ofFile = status) => {
    expect(statusOf(await raw(`GET ${paths.chat.page} HTTP/1.1`, host(), header))).toBe(status)
    expect(statusOf(await raw('GET /static/bellhop.css HTTP/1.1', host(), header))).toBe(ofFile)
  })

  test('a host of somebody else is in no link and gets no cookie of ours back', async () => {
    const heard = await raw(`GET ${paths.workbench.page} HTTP/1.1`, 'Host: evil.test')
    expect(statusOf(heard)).toBe(303)
    expect(heard.text).not.toContain('evil.test')
  })

  test('a host that is none is no fault, whatever is sent to it', async () => {
    const typed = [
      'Content-Type: application/x-www-form-urlencoded',
      'Content-Length: 6',
      '',
      'text=x',
    ]
    for (const path of [paths.chat.page, paths.workbench.status, '/']) {
      const heard = await raw(`POST ${path} HTTP/1.1`, 'Host: constructor%zz', ...typed)
      expect([path, statusOf(heard)]).toEqual([path, 403])
    }
  })

  test('a method is one of those there are', async () => {
    for (const method of ['BREW', 'get', 'GE T'])
      expect([0, 400, 505]).toContain(statusOf(await raw(`${method} /chat HTTP/1.1`, host())))
    for (const { method, path } of routes) {
      const place = path.replace(':id', vera.conversation).replace(':file', 'icon.svg')
      for (const other of [
        'TRACE',
        'PUT',
        'PROPFIND',
        'OPTIONS',
        method === 'GET' ? 'POST' : 'GET',
      ]) {
        const listed = routes.some((one) => one.method === other && one.path === path)
        if (listed) continue
        const heard = await raw(`${other} ${place} HTTP/1.1`, host(), 'Sec-Fetch-Site: same-origin')
        // Under the office nobody is told what there is who may not come in.
        const expected = isOffice(path) ? (other === 'GET' ? 303 : 401) : 405
        expect(statusOf(heard), `${other} ${place}`).toBe(expected)
        if (expected === 405) expect(heard.text).toMatch(new RegExp(`Allow: [^\\r]*${method}`))
        expect(heard.text).not.toContain('Sec-Fetch-Site')
      }
    }
  })

  test('HEAD opens no stream and says nothing', async () => {
    for (const { method, path } of routes.filter((route) => route.method === 'GET')) {
      const cookie = `${vera.cookie}; ${ana.cookie}`
      const answer = await app.ask('HEAD', path.replace(':id', vera.conversation), { cookie })
      expect(answer.text, `${method} ${path}`).toBe('')
      expect(answer.headers.get('Content-Type') ?? '').not.toContain('event-stream')
    }
  })
})
