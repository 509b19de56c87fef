import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { Redis } from 'ioredis'
import { probeRedis } from '../../src/bus/probe'
import { openRedisBus, type RedisBus } from '../../src/bus/redis'
import { systemClock } from '../../src/clock'
import { openLog } from '../../src/log'
import { openProxy } from '../browser/proxy'
import { type Authority, hasIpv6, hasOpenssl, openAuthority } from '../support/certificates'
import { freePort } from '../support/ports'
import { waitFor } from '../support/programs'
import { hasRedis, startRedis, type TestRedis } from '../support/redis'

const PASSWORD = '@:/?%# +&=ü😟'

describe.skipIf(!hasRedis || !hasOpenssl)('a Redis that speaks TLS and knows its users', () => {
  let redis: TestRedis
  let admin: Redis
  let ours: Authority
  let tlsPort = 0
  let stale: Bun.TCPSocketListener
  /** Takes every connection and ends it. */
  const rude = Bun.listen({
    ...{ hostname: '127.0.0.1', port: 0 },
    socket: { open: (socket) => void socket.end(), data() {} },
  })
  /** Says something to whoever comes, and waits. */
  const saying = (bytes: Buffer | string) =>
    Bun.listen({
      ...{ hostname: '127.0.0.1', port: 0 },
      socket: { open: (socket) => void socket.write(bytes), data() {} },
    })
  const version = Buffer.from('5.5.5-10.11.6-MariaDB\0')
  const mysql = saying(
    Buffer.concat([
      Buffer.from([100, 0, 0, 0, 10]),
      version,
      Buffer.alloc(100 - 1 - version.length),
    ]),
  )
  /** Its length is the sign that texts of a Redis begin with. */
  const blocked = saying(Buffer.from([43, 0, 0, 0, 255, ...Buffer.alloc(42, 'x')]))
  const strangers = [mysql, blocked, saying('SSH-2.0-OpenSSH_9.2\r\n'), saying('220 mail\r\n')]
  const buses: RedisBus[] = []

  const open = (url: string) => {
    const lines: string[] = []
    const log = openLog('debug', (line) => lines.push(line))
    const bus = openRedisBus({ url, log, clock: systemClock })
    buses.push(bus)
    return { bus, told: () => lines.map((line) => JSON.parse(line)) }
  }
  const up = (bus: RedisBus, within = 4_000) =>
    waitFor('the bus to be up', () => bus.state() === 'up', within)

  beforeAll(async () => {
    ours = await openAuthority()
    const pair = await ours.sign('DNS:redis.example,IP:127.0.0.1,IP:::1')
    const old = await ours.sign('IP:127.0.0.1', -1)
    stale = Bun.listen({
      ...{ hostname: '127.0.0.1', port: 0, socket: { data() {} } },
      tls: { cert: Bun.file(old.certificate), key: Bun.file(old.key) },
    })
    tlsPort = await freePort()
    redis = await startRedis({
      args: [
        ...(hasIpv6 ? ['--bind', '127.0.0.1', '::1'] : []),
        ...['--tls-port', `${tlsPort}`, '--tls-auth-clients', 'no'],
        ...['--tls-cert-file', pair.certificate, '--tls-key-file', pair.key],
        ...['--tls-ca-cert-file', ours.ca],
      ],
    })
    admin = new Redis(redis.url)
    const user = (name: string, ...rules: string[]) =>
      admin.call('ACL', 'SETUSER', name, 'on', 'resetchannels', `>${PASSWORD}`, ...rules)
    await user('desk', '&bellhop:bell', '+subscribe', '+publish')
    await user('deaf', '+@all', '~*')
    await user('mute', '&bellhop:bell', '+subscribe')
    await user('loud', '&bellhop:bell', '+publish')
  }, 20_000)
  afterAll(async () => {
    await Promise.all(buses.map((bus) => bus.close()))
    admin.disconnect()
    rude.stop(true)
    stale.stop(true)
    for (const stranger of strangers) stranger.stop(true)
    await redis.stop()
  })

  const url = (to: { user?: string; host?: string; port?: number; more?: string } = {}) => {
    const { user, host = '127.0.0.1', port = redis.port, more = '' } = to
    const who = user === undefined ? '' : `${user}:${encodeURIComponent(PASSWORD)}@`
    return `${port === tlsPort ? 'rediss' : 'redis'}://${who}${host}:${port}${more}`
  }
  const trusting = (authority: Authority) => `?ca=${encodeURIComponent(authority.ca)}`

  test('carries rings with the few rights a desk needs, with TLS and over IPv6', async () => {
    const ways = [
      url({ user: 'desk' }),
      url({ user: 'desk', port: tlsPort, more: trusting(ours) }),
      url({ port: tlsPort, more: '?ssl=insecure' }),
      ...(hasIpv6 ? [url({ host: '[::1]', port: tlsPort, more: trusting(ours) })] : []),
    ]
    const opened = ways.map(open)
    await Promise.all(opened.map(({ bus }) => up(bus)))
    for (const way of ways) expect(await probeRedis(way, systemClock)).toHaveProperty('tookMs')
    for (const { told } of opened)
      expect(told().filter(({ level }) => level === 'warn')).toEqual([])
    await Promise.all(opened.map(({ bus }) => bus.close()))
  }, 10_000)

  test('one that asks for a certificate of the desk is shown it', async () => {
    const strictPort = await freePort()
    const pair = await ours.sign('DNS:redis.example,IP:127.0.0.1')
    const strict = await startRedis({
      args: [
        ...['--tls-port', `${strictPort}`, '--tls-auth-clients', 'yes'],
        ...['--tls-cert-file', pair.certificate, '--tls-key-file', pair.key],
        ...['--tls-ca-cert-file', ours.ca],
      ],
    })
    const own = await ours.sign('DNS:desk.example')
    const more = `${trusting(ours)}&cert=${encodeURIComponent(own.certificate)}&key=${encodeURIComponent(own.key)}`
    const { bus } = open(`rediss://127.0.0.1:${strictPort}${more}`)
    await up(bus)
    await bus.close()
    const refused = open(`rediss://127.0.0.1:${strictPort}${trusting(ours)}`)
    await waitFor('it to be refused', () => refused.told().some(({ level }) => level === 'warn'))
    const line = refused.told().find(({ level }) => level === 'warn')
    expect(JSON.stringify(line)).toContain('cert=… and key=…')
    await refused.bus.close()
    await strict.stop()
  }, 10_000)

  type Case = { name: string; url: () => string; says: RegExp; remedy: string }
  const cases: Case[] = [
    {
      ...{ name: 'a user without channels', url: () => url({ user: 'deaf' }) },
      ...{ says: /NOPERM/, remedy: 'ACL SETUSER deaf +subscribe +publish &bellhop:bell' },
    },
    {
      ...{ name: 'a user who may only hear', url: () => url({ user: 'mute' }) },
      ...{ says: /NOPERM/, remedy: 'ACL SETUSER mute +subscribe +publish &bellhop:bell' },
    },
    {
      ...{ name: 'a user who may only speak', url: () => url({ user: 'loud' }) },
      ...{ says: /NOPERM/, remedy: 'ACL SETUSER loud +subscribe +publish &bellhop:bell' },
    },
    {
      ...{ name: 'a wrong password', url: () => url().replace('//', '//desk:guessed@') },
      ...{ says: /WRONGPASS/, remedy: 'Look at user and password in REDIS_URL' },
    },
    {
      ...{ name: 'an authority nobody named', url: () => url({ port: tlsPort }) },
      ...{ says: /certificate/, remedy: 'ca=' },
    },
    {
      name: 'another name than the certificate’s',
      url: () => url({ host: 'localhost', port: tlsPort, more: trusting(ours) }),
      ...{ says: /localhost|altnames/i, remedy: 'by a name that stands in its certificate' },
    },
    {
      name: 'no TLS on a port of TLS',
      url: () => url({ port: tlsPort }).replace('rediss:', 'redis:'),
      ...{ says: /closed|reset/i, remedy: 'rediss://' },
    },
    {
      name: 'a certificate that has ended',
      url: () => url({ port: stale.port, more: trusting(ours) }).replace('redis:', 'rediss:'),
      ...{ says: /expired/, remedy: 'Renew' },
    },
    {
      ...{ name: 'one that hangs up', url: () => url({ port: rude.port }) },
      ...{ says: /closed without a word/, remedy: 'rediss://' },
    },
    {
      name: 'TLS on a port without',
      url: () => `${url().replace('redis:', 'rediss:')}?connect-timeout=300ms`,
      ...{ says: /./, remedy: 'begin REDIS_URL with redis://' },
    },
    ...['a MySQL or MariaDB server', 'a MySQL or MariaDB server', 'an SSH server', 'something'].map(
      (who, n) => ({
        name: `${who} (${n})`,
        url: () => url({ port: strangers[n]?.port }),
        says: new RegExp(`${who} answers there, and no Redis$`),
        remedy: 'look at host and port in REDIS_URL',
      }),
    ),
  ]
  test('that refuses is told by its own words, and asked less and less often', async () => {
    const opened = cases.map((one) => ({ ...one, ...open(one.url()) }))
    const accepted = async () =>
      Number(/total_connections_received:(\d+)/.exec(await admin.info('stats'))?.[1])
    await Bun.sleep(1_500)
    const before = await accepted()
    await Bun.sleep(1_500)
    // Two connections each, and by now each is tried once or twice in this time.
    expect((await accepted()) - before).toBeLessThan(cases.length * 4)
    for (const { name, told, says, remedy, bus } of opened) {
      expect([name, bus.state()]).toEqual([name, 'down'])
      const warned = told().filter(({ level }) => level === 'warn')
      expect([name, warned.length]).toEqual([name, 1])
      expect([name, warned[0].problem]).toEqual([name, expect.stringMatching(says)])
      expect([name, warned[0].remedy]).toEqual([name, expect.stringContaining(remedy)])
      expect(JSON.stringify(warned)).not.toContain('guessed')
    }
    await Promise.all(opened.map(({ bus }) => bus.close()))
  }, 20_000)

  test.each(cases)('who only looks hears the same: $name', async ({ url, says, remedy }) => {
    const found = await probeRedis(url(), systemClock)
    expect(found).toMatchObject({
      says: expect.stringMatching(says),
      remedy: expect.stringContaining(remedy),
    })
  })

  test('is found again when the rights are given', async () => {
    const { bus, told } = open(url({ user: 'deaf' }))
    await waitFor('the reason', () => told().length > 0)
    await admin.call('ACL', 'SETUSER', 'deaf', '&bellhop:*')
    await up(bus, 10_000)
    await bus.close()
  }, 15_000)

  test('is found again behind a network that swallowed what was said', async () => {
    const network = await openProxy(tlsPort)
    const tls = url({ port: network.port, more: trusting(ours) }).replace('redis:', 'rediss:')
    const { bus, told } = open(tls)
    await up(bus)
    network.hole()
    await waitFor('the silence to be noticed', () => bus.state() === 'down', 4_000)
    const warned = () => told().filter(({ level }) => level === 'warn')
    await waitFor('the reason', () => warned().length > 0, 6_000)
    // It has spoken TLS: that is not what is wrong now.
    expect(JSON.stringify(warned())).not.toContain('redis://')
    expect(warned()[0]).toHaveProperty('remedy')
    network.heal({ forget: true })
    await up(bus, 10_000)
    await bus.close()
    await network.close()
  }, 30_000)
})
