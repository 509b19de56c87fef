import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { gunzipSync } from 'bun'
import { bucketOf, clientBehind } from '../../src/web/gate/address'
import { safeNext } from '../../src/web/next'
import { paths } from '../../views/paths'
import { deskScripts, visitorScripts } from '../../views/scripts'
import { openTestDesk, type TestDesk } from '../support/desk'
import { type Ask, askOf, cookieIn } from './ask'

let desk: TestDesk
let ask: Ask
beforeAll(async () => {
  desk = await openTestDesk()
  ask = askOf(desk)
})
afterAll(() => desk.close())

describe("the client's address", () => {
  const trusted = (address: string) => address.startsWith('10.')
  const cases: [peer: string, forwarded: string | undefined, client: string][] = [
    ['203.0.113.9', undefined, '203.0.113.9'],
    ['203.0.113.9', '127.0.0.1, 10.0.0.1', '203.0.113.9'],
    ['10.0.0.1', '198.51.100.7', '198.51.100.7'],
    ['10.0.0.1', '1.1.1.1, 198.51.100.7', '198.51.100.7'],
    ['10.0.0.1', '1.1.1.1, 198.51.100.7, 10.0.0.2', '198.51.100.7'],
    ['10.0.0.1', '10.0.0.3, 10.0.0.2', '10.0.0.1'],
  ]
  test.each(cases)('of %s with X-Forwarded-For %p is %s', (peer, forwarded, client) => {
    expect(clientBehind(peer, forwarded, trusted)).toBe(client)
  })

  test('counts by the network a home has', () => {
    expect(bucketOf('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2::/64')
    expect(bucketOf('2001:db8:1:2::9')).toBe('2001:db8:1:2::/64')
    expect(bucketOf('::ffff:203.0.113.9')).toBe('203.0.113.9')
    expect(bucketOf('203.0.113.9')).toBe('203.0.113.9')
  })
})

describe('where a form leads', () => {
  test.each(['/workbench', '/workbench?view=line', '/chat', '/'])('may be %s', (next) => {
    expect(safeNext(next)).toBe(next)
  })
  const elsewhere = [
    ...[
      '//evil.example',
      '/\\evil.example',
      '/..//evil.example',
      '/.//evil.example',
      'https://evil.example',
    ],
    ...[
      'javascript:alert(1)',
      '/%2e%2e//evil.example/..//x',
      '\t//evil.example',
      '/a\nb',
      '',
      '///x',
      'x',
    ],
  ]
  test.each(elsewhere)('may not be %j', (next) => {
    const safe = safeNext(next)
    if (safe !== undefined)
      expect(new URL(safe, 'http://desk.test').href).toStartWith('http://desk.test/')
    expect(safe ?? '').not.toStartWith('//')
  })
})

describe('files', () => {
  test('are compressed, kept, and asked for again by their tag', async () => {
    const plain = await ask('GET', paths.static('bellhop.css'))
    expect(plain.headers.get('Content-Type')).toBe('text/css; charset=utf-8')
    expect(plain.headers.get('Content-Encoding')).toBeNull()
    const response = await desk.request(paths.static('bellhop.css'), {
      headers: { Host: 'desk.test', 'Accept-Encoding': 'gzip, br' },
    })
    expect(response.headers.get('Content-Encoding')).toBe('gzip')
    const packed = new Uint8Array(await response.arrayBuffer())
    expect(new TextDecoder().decode(gunzipSync(packed))).toBe(plain.text)
    const tag = plain.headers.get('ETag') ?? ''
    const again = await ask('GET', paths.static('bellhop.css'), {
      headers: { 'If-None-Match': tag },
    })
    expect([again.status, again.text]).toEqual([304, ''])
  })

  test('are those that exist and nothing else', async () => {
    const names = [
      '../../etc/passwd',
      '..%2f..%2fetc/passwd',
      '%2e%2e/bellhop.css',
      'x%00.js',
      'live.js',
    ]
    for (const name of names) {
      const { status } = await ask('GET', `/static/${name}`)
      expect([400, 404], name).toContain(status)
    }
  })

  test('of a live page are one: htmx, its extensions, and then our own', async () => {
    for (const [file = ''] of [visitorScripts, deskScripts]) {
      const { status, text } = await ask('GET', paths.static(file))
      expect(status).toBe(200)
      const names = ["registerExtension('upsert'", 'registerExtension("upsert"']
      const at = names.map((name) => text.indexOf(name))
      const extension = Math.max(...at)
      expect(extension).toBeGreaterThan(1000)
      expect(text.indexOf('bellhop-outbox')).toBeGreaterThan(extension)
    }
  })
})

describe('every page', () => {
  test('has its switches as cookies and comes back', async () => {
    const form = { language: 'zh', back: paths.chat.page }
    const switched = await ask('POST', paths.language, { form })
    expect([switched.status, switched.headers.get('Location')]).toEqual([303, paths.chat.page])
    expect(cookieIn(switched, 'language')).toBe('bellhop-language=zh')
    const theme = await ask('POST', paths.theme, {
      form: { theme: 'dark', back: '//evil.example' },
    })
    expect(theme.headers.get('Location')).toBe(paths.home)
    const dark = await ask('GET', paths.home, { cookie: cookieIn(theme, 'theme') })
    expect(dark.text).toContain('data-theme="dark"')
  })

  test('that is not there is 404, and a method it has not is 405 with those it has', async () => {
    expect((await ask('GET', '/nothing/here')).status).toBe(404)
    const put = await ask('PUT', paths.chat.messages, { form: {} })
    expect([put.status, put.headers.get('Allow')]).toEqual([405, 'POST'])
  })

  test('is alive and ready, and says so', async () => {
    expect(JSON.parse((await ask('GET', paths.up)).text).up).toBe(true)
    const ready = await ask('GET', paths.ready)
    expect(ready.status).toBe(200)
    expect(JSON.parse(ready.text)).toMatchObject({ ready: true, store: 'up', bus: 'alone' })
  })
})
