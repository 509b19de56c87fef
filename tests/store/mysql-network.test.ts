import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { systemClock } from '../../src/clock'
import { openLog } from '../../src/log'
import { openMysql } from '../../src/store/mysql'
import { ask } from '../../src/store/mysql/ask'
import { connectionsTo } from '../../src/store/mysql/connections'
import { Unavailable } from '../../src/store/unavailable'
import { type Network, openProxy } from '../browser/proxy'
import { runHere } from '../cli/terminal'
import {
  type Authority,
  hasIpv6,
  hasOpenssl,
  openAuthority,
  type Pair,
} from '../support/certificates'
import { startMariadb, type TestMariadb } from '../support/mariadb'
import { scratchFolder, waitFor } from '../support/programs'
import { openRewriter } from '../support/rewriter'
import { saying } from '../support/turns'
import { faultOf, openMysqlAt, problemOf } from './open'

/** What a person writes when the character set of a server is wrong. */
const TEXT = '中文 😟'
const PASSWORD = '@:/?%# +&=ü😟'

describe.skipIf(!hasOpenssl)('a server that speaks TLS and takes no character set', () => {
  let mariadb: TestMariadb
  let ours: Authority
  let database = ''
  const url = (to: { user?: string; host?: string; port?: number; more?: string } = {}) => {
    const { user = 'root', host = '127.0.0.1', port = mariadb.port, more = '' } = to
    return `mysql://${user}@${host}:${port}/${database}${more}`
  }
  const trusting = (authority: Authority) => `?ssl=verify&ca=${encodeURIComponent(authority.ca)}`
  const showing = ({ certificate, key }: Pair) =>
    `&cert=${encodeURIComponent(certificate)}&key=${encodeURIComponent(key)}`

  beforeAll(async () => {
    ours = await openAuthority()
    const pair = await ours.sign('DNS:db.example,IP:127.0.0.1,IP:::1')
    mariadb = await startMariadb([
      ...[`--ssl-cert=${pair.certificate}`, `--ssl-key=${pair.key}`, `--ssl-ca=${ours.ca}`],
      ...['--skip-character-set-client-handshake', '--character-set-server=latin1'],
      ...(hasIpv6 ? ['--bind-address=127.0.0.1,::1'] : []),
    ])
    database = new URL(mariadb.url).pathname.slice(1)
    const rights = 'SELECT, INSERT, UPDATE, DELETE, CREATE, ALTER, INDEX, DROP'
    await mariadb.run(
      'SET NAMES utf8mb4',
      ...['odd', 'close', 'known', 'nobody'].map(
        (user) => `CREATE USER ${user}@'127.0.0.1' IDENTIFIED BY '${PASSWORD}'`,
      ),
      `GRANT ${rights} ON ${database}.* TO odd@'127.0.0.1', close@'127.0.0.1', known@'127.0.0.1'`,
      "ALTER USER close@'127.0.0.1' REQUIRE SSL",
      "ALTER USER known@'127.0.0.1' REQUIRE X509",
    )
    // As one with no more rights than the guide gives.
    await (await openMysqlAt(named('odd'))).close()
  }, 30_000)
  afterAll(() => mariadb.stop())

  const named = (user: string, more = '') =>
    url({ user: `${user}:${encodeURIComponent(PASSWORD)}`, more })

  const cipherOf = async (where: string) => {
    const connections = connectionsTo(where, { connectionLimit: 1 })
    const asked = connections.lend((one) => ask(one, { sql: "SHOW STATUS LIKE 'Ssl_cipher'" }))
    const [rows] = await asked.finally(connections.close)
    return (rows as { Value: string }[])[0]?.Value
  }

  test('is spoken to in the way the URL says', async () => {
    expect(await cipherOf(url({ more: trusting(ours) }))).toStartWith('TLS_')
    expect(await cipherOf(url({ more: '?ssl=insecure' }))).toStartWith('TLS_')
    expect(await cipherOf(url({ more: '?ssl=off' }))).toBe('')
  })

  test.skipIf(!hasIpv6)('also over IPv6', async () => {
    expect(await cipherOf(url({ host: '[::1]', more: trusting(ours) }))).toStartWith('TLS_')
  })

  test('takes a password of any signs, with TLS and without', async () => {
    expect(await cipherOf(named('odd'))).toBe('')
    expect(await cipherOf(named('odd', trusting(ours)))).toStartWith('TLS_')
    expect(await cipherOf(named('close', trusting(ours)))).toStartWith('TLS_')
  })

  test('lets in who shows a certificate of an authority it trusts, and nobody else', async () => {
    const shown = showing(await ours.sign('DNS:desk.example'))
    expect(await cipherOf(named('known', `${trusting(ours)}${shown}`))).toStartWith('TLS_')
    expect(await cipherOf(named('known', `?ssl=insecure${shown}`))).toStartWith('TLS_')
    const store = await openMysqlAt(named('known', `${trusting(ours)}${shown}`))
    await store.close()
    const without = await faultOf(openMysqlAt(named('known', trusting(ours))))
    expect(without).toMatchObject({ passing: false })
    expect(without.remedy).toContain('cert=… and key=…')
    const strange = showing(await (await openAuthority()).sign('DNS:desk.example'))
    const refused = await faultOf(openMysqlAt(named('known', `${trusting(ours)}${strange}`)))
    expect(refused.message).not.toContain(PASSWORD)
  }, 20_000)

  test('is refused with its own words and with what to do', async () => {
    const other = await openAuthority()
    const table: [url: string, says: RegExp, remedy: string][] = [
      [url({ more: '?ssl=verify' }), /certificate/, 'ca='],
      [url({ more: trusting(other) }), /certificate/, 'ca='],
      [url({ host: 'localhost', more: trusting(ours) }), /localhost|altnames/i, 'by a name that'],
      [named('close'), /Access denied for user 'close'/, 'ssl=verify'],
      [url({ user: 'odd:guessed' }), /Access denied for user 'odd'/, 'password in DATABASE_URL'],
      [named('nobody'), /denied|command denied/i, 'GRANT'],
      [`${url()}_missing`, /Unknown database/, 'CREATE DATABASE'],
    ]
    for (const [where, says, remedy] of table) {
      const fault = await faultOf(openMysqlAt(where))
      expect(fault.says).toMatch(says)
      expect(fault.remedy).toContain(remedy)
      expect(fault.message).toContain(fault.remedy ?? '-')
      expect(fault.passing).toBe(false)
      expect(Bun.inspect(fault)).not.toContain('guessed')
    }
  })

  test('when it is away that is told, and that it may pass', async () => {
    const closed = await faultOf(openMysqlAt(url({ port: 1 })))
    expect(closed).toMatchObject({ passing: true })
    expect(closed.remedy).toContain('Is it started')
    const unknown = await faultOf(openMysqlAt(url({ host: 'nowhere.invalid' })))
    expect(unknown.remedy).toContain('DNS')
  })

  test('keeps what people write as they wrote it', async () => {
    const store = await openMysqlAt(url())
    expect(await store.turns.commit(saying('room', 1, { text: TEXT }))).toBe('done')
    const [entry] = await store.transcripts.after('room', 0, 1)
    expect(entry).toMatchObject({ text: TEXT })
    const full = '😟'.repeat(4000)
    expect(await store.turns.commit(saying('room', 2, { text: full }))).toBe('done')
    await store.close()
    const connections = connectionsTo(url(), { connectionLimit: 1 })
    const sql = "SELECT HEX(text) AS bytes FROM entries WHERE conversation = 'room' AND seq = 1"
    const [rows] = await connections.lend((one) => ask(one, { sql })).finally(connections.close)
    expect(rows).toEqual([{ bytes: Buffer.from(TEXT).toString('hex').toUpperCase() }])
  })

  test('is not used when something on the way speaks another character set', async () => {
    const words = 'SET NAMES utf8mb4 COLLATE utf8mb4_bin'
    const others = 'SET NAMES latin1 COLLATE latin1_bin'.padEnd(words.length)
    const between = await openRewriter(mariadb.port, words, others)
    const env = { DATABASE_URL: url({ port: between.port }) }
    for (const command of ['serve', 'migrate']) {
      const { code, err } = await runHere([command, '--data', scratchFolder()], { env })
      expect(code).toBe(2)
      expect(err).toContain('the character set is not utf8mb4')
      expect(err).toContain('init-connect')
    }
    between.close()
  })

  describe('behind a network that fails', () => {
    let network: Network
    const lines: string[] = []
    beforeAll(async () => {
      network = await openProxy(mariadb.port)
    })
    afterAll(() => network.close())
    const log = openLog('info', (line) => lines.push(line))
    const open = () => openMysql({ url: url({ port: network.port }), clock: systemClock, log })

    test('one dead connection is enough to give up all of its age', async () => {
      const store = await open()
      // Slow enough that each has a connection of its own.
      const many = () => Promise.all(Array.from({ length: 30 }, () => store.health()))
      await many()
      network.hole()
      network.heal({ forget: true })
      await Bun.sleep(1_050)
      // Nobody is refused, and nobody waits for one after the other.
      await store.ping()
      await many()
      await store.turns.commit(saying('after', 1, {}))
      await store.close()
    }, 15_000)

    test('also those at work are not waited for, once it is known that their age is dead', async () => {
      // So long that only being given up can end it.
      const where = url({ port: network.port, more: '?timeout=60s' })
      const connections = connectionsTo(where, { connectionLimit: 3 })
      const run = (sql: string) => connections.lend((one) => ask(one, { sql }))
      await Promise.all([run('SELECT SLEEP(0.1)'), run('SELECT SLEEP(0.1)')])
      const slow = problemOf(run('SELECT SLEEP(30)'))
      await Bun.sleep(50)
      network.hole()
      network.heal({ forget: true })
      await Bun.sleep(1_050)
      await run('SELECT 1')
      expect(await slow).toBeInstanceOf(Unavailable)
      await connections.close()
    }, 10_000)

    test('it is told once why it is not reached, and when it is again', async () => {
      const store = await open()
      lines.length = 0
      network.cut()
      for (let n = 0; n < 5; n++)
        expect(await problemOf(store.accounts.countAttempt('key', 1, 1))).toBeInstanceOf(
          Unavailable,
        )
      network.heal()
      await waitFor('the store', () => store.ping().then(() => true), 10_000)
      const told = lines.map((line) => JSON.parse(line))
      const away = told.filter(({ message }) => message === 'the database is not reached')
      expect(away).toHaveLength(1)
      expect(away[0].problem).toContain(`MySQL at 127.0.0.1:${network.port}, as root`)
      expect(told.at(-1).message).toBe('the database is reached again')
      await store.close()
    }, 15_000)

    test('what it swallows does not keep the store from closing', async () => {
      const store = await open()
      network.hole()
      const asked = problemOf(store.ping())
      await Bun.sleep(50)
      await store.close()
      expect(await asked).toBeInstanceOf(Unavailable)
      network.heal({ forget: true })
    }, 15_000)
  })

  test('that refuses is asked less and less often', async () => {
    const connections = connectionsTo(url({ user: 'odd:guessed' }), { connectionLimit: 2 })
    const denied = async () => {
      const [row] = await status("SHOW GLOBAL STATUS LIKE 'Access_denied_errors'")
      return Number(row?.Value)
    }
    const root = connectionsTo(url(), { connectionLimit: 1 })
    const status = async (sql: string) =>
      (await root.lend((one) => ask(one, { sql })))[0] as { Value: string }[]
    const before = await denied()
    const end = performance.now() + 1_500
    while (performance.now() < end) {
      expect(await problemOf(connections.lend(async () => {}))).toBeInstanceOf(Unavailable)
      await Bun.sleep(5)
    }
    expect((await denied()) - before).toBeLessThan(8)
    await Promise.all([connections.close(), root.close()])
  })
})
