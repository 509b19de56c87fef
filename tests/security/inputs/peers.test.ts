import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { bucketOf, clientBehind } from '../../../src/web/gate/address'
import { paths } from '../../../views/paths'
import { waitFor } from '../../support/programs'
import { type App, newClientId, openApp, visit } from '../app'
import { openStream } from '../live'
import { hold, lines } from '../raw'

/** Three new chats from one address are few enough to count. */
const FEW = { RATE_FACTOR: '0.01' }

const start = async (app: App, headers: Record<string, string>) => {
  const form = { text: 'Hello', client_id: newClientId() }
  return (await app.ask('POST', paths.chat.page, { form, headers })).status
}

/** How many of these get in before one is told to wait. */
const letIn = async (app: App, all: readonly Record<string, string>[]) => {
  const statuses = []
  for (const headers of all) statuses.push(await start(app, headers))
  return statuses.filter((status) => status === 303).length
}

const six = (name: string, of: (n: number) => string) =>
  Array.from({ length: 6 }, (_, n) => ({ [name]: of(n) }))

describe('from the open network', () => {
  let app: App
  beforeAll(async () => {
    app = await openApp(FEW)
  })
  afterAll(() => app.close())

  test('nobody is somebody else by saying so', async () => {
    expect(
      await letIn(
        app,
        six('X-Forwarded-For', (n) => `198.51.100.${n}`),
      ),
    ).toBe(3)
    for (const name of ['CF-Connecting-IP', 'X-Real-IP', 'Forwarded', 'True-Client-IP'])
      expect(
        await letIn(
          app,
          six(name, (n) => `198.51.100.${n}`),
        ),
      ).toBe(0)
  })
})

describe('behind a proxy that is trusted', () => {
  let app: App
  beforeAll(async () => {
    app = await openApp({ ...FEW, TRUST_PROXY: '127.0.0.1,10.0.0.0/8,2001:db8:1::/48' })
  })
  afterAll(() => app.close())

  const one: [how: string, forwarded: (n: number) => string][] = [
    ['what the proxy did not write is not believed', (n) => `198.51.100.${n}, 203.0.113.1`],
    ['a trusted one in between is passed over', (n) => `198.51.100.${n}, 203.0.113.2, 10.0.0.${n}`],
    ['ports do not make more of one', (n) => `203.0.113.3:${5000 + n}`],
    ['nor do brackets', (n) => `[2001:db8:5::1]:${5000 + n}`],
    ['nor the addresses of one network', (n) => `2001:db8:6::${n}`],
    ['nor other spellings', (n) => ['2001:DB8:7::1', '2001:db8:7:0:0::9'][n % 2] ?? ''],
    ['nor an old one in a new coat', (n) => ['203.0.113.4', '::ffff:203.0.113.4'][n % 2] ?? ''],
    ['what is no address counts as the proxy', (n) => ['unknown', 'x'.repeat(5000)][n % 2] ?? ''],
  ]
  test.each(one)('%s', async (_, forwarded) => {
    expect(await letIn(app, six('X-Forwarded-For', forwarded))).toBe(3)
  })

  test('two are two', async () => {
    expect(
      await letIn(
        app,
        six('X-Forwarded-For', (n) => `192.0.2.${n}`),
      ),
    ).toBe(6)
  })
})

test('the rightmost that no trusted proxy is', () => {
  const isTrusted = (address: string) => address.startsWith('10.')
  const behind = (forwarded: string | undefined) => clientBehind('10.0.0.1', forwarded, isTrusted)
  expect(behind('198.51.100.1, 203.0.113.9')).toBe('203.0.113.9')
  expect(behind('203.0.113.9, 10.0.0.7')).toBe('203.0.113.9')
  expect(behind('10.0.0.8, 10.0.0.7')).toBe('10.0.0.1')
  for (const odd of [
    undefined,
    '',
    ',',
    ' , ',
    'unknown',
    '1.2.3.4, x',
    '999.1.1.1',
    '1.2.3',
    '\0',
  ])
    expect(behind(odd)).toBe('10.0.0.1')
  expect(clientBehind('203.0.113.1', '198.51.100.1', isTrusted)).toBe('203.0.113.1')
  expect(bucketOf('2001:db8::1')).toBe(bucketOf('2001:db8:0:0:ffff::2'))
  expect(bucketOf('2001:db8:0:1::1')).not.toBe(bucketOf('2001:db8::1'))
  expect(bucketOf('::ffff:203.0.113.1')).toBe('203.0.113.1')
  // The machine itself is no crowd, whichever way it speaks.
  expect(bucketOf('::1')).toBe('::1')
})

describe('live connections', () => {
  let app: App
  beforeAll(async () => {
    app = await openApp({ TRUST_PROXY: '127.0.0.1' })
  })
  afterAll(() => app.close())

  const open = (cookie: string, address: string) =>
    openStream(app.url, paths.chat.feed(0), { cookie, headers: { 'X-Forwarded-For': address } })

  test('of one browser are twenty: the oldest gives way, and is told not to come back', async () => {
    const { cookie } = await visit(app)
    const streams = []
    for (let n = 0; n < 22; n += 1) streams.push(await open(cookie, `198.51.100.${n}`))
    const [first, second, third] = streams
    await waitFor('the oldest two to end', () => first?.over && second?.over)
    expect(first?.text).toEndWith('event: end\ndata: replaced\n\n')
    expect(third?.over).toBe(false)
    for (const stream of streams) stream.leave()
  })

  test('of one address are four hundred, and nobody else has less for it', async () => {
    const many = await Promise.all(Array.from({ length: 21 }, () => visit(app)))
    const stream = (n: number, address: string) =>
      hold(
        app.port,
        lines(
          `GET ${paths.chat.feed(0)} HTTP/1.1`,
          `Host: 127.0.0.1:${app.port}`,
          `Cookie: ${many[Math.floor(n / 20)]?.cookie}`,
          `X-Forwarded-For: ${address}`,
        ),
      )
    const streams = []
    for (let n = 0; n < 405; n += 1) streams.push(await stream(n, '203.0.113.7'))
    expect(streams.filter(({ status }) => status === 200)).toHaveLength(400)
    expect(streams.filter(({ status }) => status === 429)).toHaveLength(5)
    const elsewhere = await stream(419, '203.0.113.8')
    expect(elsewhere.status).toBe(200)
    for (const one of [...streams, elsewhere]) one.leave()
    await waitFor('room again', async () => {
      const { status, leave } = await stream(419, '203.0.113.7')
      leave()
      return status === 200
    })
  })
})
