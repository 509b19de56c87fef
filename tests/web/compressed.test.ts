import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { gunzipSync } from 'bun'
import { installToken } from '../../src/commands/accounts/install'
import { takesGzip } from '../../src/web/accept-encoding'
import { paths } from '../../views/paths'
import { openTestDesk, type TestDesk, visit } from '../support/desk'

const { chat } = paths

let desk: TestDesk
beforeAll(async () => {
  desk = await openTestDesk()
})
afterAll(() => desk.close())

const get = async (path: string, headers: Record<string, string> = {}) => {
  const asked = { Host: 'desk.test', 'Accept-Encoding': 'gzip, br', ...headers }
  const answer = await desk.request(path, { headers: asked })
  const bytes = new Uint8Array(await answer.arrayBuffer())
  const packed = answer.headers.get('Content-Encoding') === 'gzip'
  const text = new TextDecoder().decode(packed ? gunzipSync(bytes) : bytes)
  return { packed, text, bytes: bytes.length, headers: answer.headers, status: answer.status }
}

describe('a page', () => {
  test('is compressed for who takes it so, with all its headers', async () => {
    const { packed, text, bytes, headers } = await get(chat.page)
    expect(packed).toBe(true)
    expect(text).toStartWith('<!doctype html>')
    expect(bytes).toBeLessThan(text.length / 2)
    expect(headers.get('Vary')).toBe('Accept-Encoding')
    expect(headers.get('Content-Security-Policy')).toContain('nonce-')
    expect(headers.getSetCookie()).toHaveLength(1)
  })

  test.each([
    ['', false],
    ['gzip', true],
    ['br, GZIP;q=0.5', true],
    ['gzip;q=0', false],
    ['gzip;q=0.0, *;q=1', false],
    ['*', true],
    ['br;q=1, *;q=0', false],
    ['identity', false],
    ['identity, gzip;q=0.5', false],
    ['identity;q=0.5, gzip', true],
    [`${'x, '.repeat(1_000)}gzip`, false],
  ])('by Accept-Encoding %.30p: %p', async (header, packed) => {
    expect(takesGzip(header)).toBe(packed)
    expect((await get(chat.page, { 'Accept-Encoding': header })).packed).toBe(packed)
    const file = await get(paths.static('bellhop.css'), { 'Accept-Encoding': header })
    expect(file.packed).toBe(packed)
  })

  test.each([
    [{ 'Sec-Fetch-Site': 'same-origin' }, true],
    [{ 'Sec-Fetch-Site': 'none' }, true],
    [{ 'Sec-Fetch-Site': 'cross-site' }, false],
    [{ 'Sec-Fetch-Site': 'same-site' }, false],
    [{ Referer: 'http://desk.test/' }, true],
    [{ Referer: 'http://desk.test/', Host: 'Desk.test:80' }, true],
    [{ Referer: 'https://desk.test/', Host: 'desk.test:80' }, false],
    [{ Referer: 'http://evil.test/' }, false],
  ])('is not for who was led to it by another site: %j', async (headers, packed) => {
    expect((await get(chat.page, headers)).packed).toBe(packed)
  })

  test('that holds what opens something is not, with or without it', async () => {
    const token = await installToken(desk.desk)
    for (const query of [`?token=${token}`, '?token=wrong', ''])
      expect((await get(paths.install + query)).packed).toBe(false)
  })
})

test('streams, small answers and what answers a form by script are not compressed', async () => {
  const { token } = await visit(desk, 'Vera')
  const headers = { Cookie: `visitor=${token}` }
  const stream = await desk.request(chat.feed(0), {
    headers: { Host: 'desk.test', 'Accept-Encoding': 'gzip', ...headers },
  })
  expect(stream.headers.get('Content-Encoding')).toBeNull()
  await stream.body?.cancel()
  expect((await get(paths.up)).packed).toBe(false)
  const said = await desk.request(chat.messages, {
    method: 'POST',
    headers: {
      ...{ Host: 'desk.test', Origin: 'http://desk.test', 'HX-Request': 'true' },
      ...{ 'Accept-Encoding': 'gzip', ...headers },
    },
    body: new URLSearchParams({ text: 'x'.repeat(3_000), client_id: 'compressed-1' }),
  })
  expect([said.status, said.headers.get('Content-Encoding')]).toEqual([201, null])
})
