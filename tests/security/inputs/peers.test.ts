import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { bucketOf, clientBehind } from '../../../src/web/identify'
import { paths } from '../../../views/paths'
import { newClientId, openTarget, type Target } from '../target'

/** Three new chats from one address are few enough to count. */
const FEW = { RATE_FACTOR: '0.01' }

const start = async (target: Target, headers: Record<string, string>) => {
  const form = { text: 'Hello', client_id: newClientId() }
  return (await target.ask('POST', paths.chat.page, { form, headers })).status
}

/** How many of these get in before one is told to wait. */
const letIn = async (target: Target, all: readonly Record<string, string>[]) => {
  const statuses = []
  for (const headers of all) statuses.push(await start(target, headers))
  return statuses.filter((status) => status === 303).length
}

const six = (name: string, of: (n: number) => string) =>
  Array.from({ length: 6 }, (_, n) => ({ [name]: of(n) }))

describe('H-01 from the open network', () => {
  let target: Target
  beforeAll(async () => {
    target = await openTarget(FEW)
  })
  afterAll(() => target.close())

  test('nobody is somebody else by saying so', async () => {
    expect(
      await letIn(
        target,
        six('X-Forwarded-For', (n) => `198.51.100.${n}`),
      ),
    ).toBe(3)
    for (const name of ['CF-Connecting-IP', 'X-Real-IP', 'Forwarded', 'True-Client-IP'])
      expect(
        await letIn(
          target,
          six(name, (n) => `198.51.100.${n}`),
        ),
      ).toBe(0)
  })
})

describe('H-02 behind a proxy that is trusted', () => {
  let target: Target
  beforeAll(async () => {
    target = await openTarget({ ...FEW, TRUST_PROXY: '127.0.0.1,10.0.0.0/8,2001:db8:1::/48' })
  })
  afterAll(() => target.close())

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
    expect(await letIn(target, six('X-Forwarded-For', forwarded))).toBe(3)
  })

  test('two are two', async () => {
    expect(
      await letIn(
        target,
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
})
