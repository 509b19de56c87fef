import { Database } from 'bun:sqlite'
import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { say } from '../../src/commands/conversations/say'
import type { Store } from '../../src/store/store'
import { paths } from '../../views/paths'
import { Screen } from '../feeds/page'
import { sources, withoutComments } from '../house/source'
import { visit as come, hire as employ, openApp } from '../security/app'
import { asks, clientId, goOnDuty, hire, openTestDesk, until, visit } from '../support/desk'
import { startMariadb } from '../support/mariadb'
import { startRedis } from '../support/redis'
import { signIn } from './ask'
import { openTwoSides, type TwoSides } from './two-sides'

/** What systems of this kind do more often than they need: each is looked for here, by its number. */
const { chat, workbench } = paths
let sides: TwoSides
let counted: ReturnType<typeof countOn>
beforeAll(async () => {
  sides = await openTwoSides()
  counted = countOn(sides.harness.store)
})
afterAll(() => sides.close())

/** Counts the calls that a desk's store takes from now on, by `port.call`. */
const countOn = (store: Store) => {
  const calls: string[] = []
  for (const [name, port] of Object.entries(store)) {
    if (typeof port !== 'object' || port === null) continue
    for (const [call, run] of Object.entries(port))
      if (typeof run === 'function')
        Reflect.set(port, call, (...given: unknown[]) => {
          calls.push(`${name}.${call}`)
          return run(...given)
        })
  }
  return {
    async during(work: () => Promise<unknown>): Promise<string[]> {
      calls.length = 0
      await work()
      // What goes by itself, whoever is there: mail that is due, acts to be sealed, the node's own beat.
      return calls.filter(
        (call) => !/^(?:mail|audit|nodes|letters|scheduled|search|accounts)\./.test(call),
      )
    },
  }
}

describe('seeds 3.4', () => {
  test('27 whoever is on another node gets everything, and is there', async () => {
    const [database, redis] = await Promise.all([startMariadb(), startRedis()])
    const env = {
      ...{ DATABASE_URL: await database.fresh(), REDIS_URL: redis.url },
      SECRET: 'one secret for all nodes of this desk',
    }
    const [here, there] = [await openTestDesk({ env }), await openTestDesk({ env })]
    const ana = await hire(here, 'Ana', 50)
    await goOnDuty(there, ana)
    const visits = await Promise.all(
      Array.from({ length: 16 }, (_, nth) => visit(here, `Vera ${nth}`, `Question ${nth}.`)),
    )
    const held = async () => (await there.desk.store.conversations.held(ana.id)).length
    await until(async () => (await held()) === 16, 20_000)
    const reader = { audience: asks(ana), language: 'en', zone: 'UTC', viewer: ana.id } as const
    const screens = visits.map(({ conversation }) => {
      const screen = new Screen()
      const room = { conversation, after: 0, reader }
      const seen = { reader, list: { view: 'mine' as const }, selected: conversation, room }
      there.web.feeds.workbench({ staff: ana, check: async () => ana }, seen, screen, {
        address: '127.0.0.1',
      })
      return screen.open()
    })
    await Promise.all(
      visits.map(({ person, conversation }, nth) =>
        say(
          here.desk,
          person,
          conversation,
          { text: `Answer me ${nth}.`, client_id: clientId() },
          { address: '127.0.0.1' },
        ),
      ),
    )
    await until(() => screens.every((screen, nth) => screen.has(`Answer me ${nth}.`)), 20_000)
    for (const { conversation } of visits)
      expect(await here.desk.store.conversations.find(conversation)).toMatchObject({
        agent: ana.id,
      })
    for (const screen of screens) screen.leave()
    await Promise.all([here.close(), there.close()])
    await Promise.all([database.stop(), redis.stop()])
  }, 90_000)

  test('28 and 29 a message is a few calls of the store, the thousandth as the first', async () => {
    const { veraSays } = await sides.begin()
    await veraSays('The first')
    const one = await counted.during(() => veraSays('The second'))
    for (let nth = 0; nth < 40; nth += 1) await veraSays(`Number ${nth}`)
    const later = await counted.during(() => veraSays('The last'))
    expect(one).toContain('turns.commit')
    expect([later.length <= 8, later]).toEqual([true, later])
    expect([later.length <= one.length + 1, one, later]).toEqual([true, one, later])
    expect(later.filter((call) => /count|figures|all$/i.test(call))).toEqual([])
  })

  test('30 and 31 who only waits asks for nothing, and is told of nobody else', async () => {
    const talks = await Promise.all(Array.from({ length: 12 }, () => sides.begin()))
    const screens = talks.map(({ person, conversation }) =>
      sides.harness.follow(person, conversation, 0),
    )
    await until(() => screens.every((screen) => screen.frames.length > 0))
    await Bun.sleep(500)
    const before = screens.map((screen) => screen.frames.length)
    const idle = await counted.during(() => Bun.sleep(2_500))
    expect(idle).toEqual([])
    await talks[0]?.veraSays('To one alone')
    await until(() => screens[0]?.has('To one alone') ?? false)
    await Bun.sleep(300)
    expect(screens.slice(1).map((screen) => screen.frames.length)).toEqual(before.slice(1))
    for (const screen of screens) screen.leave()
  }, 20_000)

  test('32 no request sleeps, and none asks another host', async () => {
    const asked = await sources('src/{web,commands,reads,feeds,policies}/**/*.{ts,tsx}')
    const waits = asked.filter((source) =>
      /\bsleep\(|await fetch\(/.test(withoutComments(source).text),
    )
    expect(waits.map(({ path }) => path)).toEqual([
      // Who looks through the whole audit lets others go first.
      'src/commands/audit/check.ts',
      // Who tries passwords again and again waits before each, ten times a minute at most.
      'src/commands/customers/suspicion.ts',
      // Workers who erase what is kept no longer let others go first.
      ...['acts', 'beside', 'lines'].map((name) => `src/commands/privacy/erasing/${name}.ts`),
      'src/commands/privacy/retention.ts',
      // Whoever signs in by a service of an owner's is asked there who they are.
      'src/commands/providers/reach.ts',
      // A node that closes tells its pages before.
      'src/web/web.ts',
    ])
  })

  test('33 a list of more rows is no more calls', async () => {
    const olga = await hire(sides.harness.desk, 'Olga', 5, 'admin')
    expect(olga.role).toBe('admin')
    const cookie = await signIn(sides.ask, 'Olga')
    const lists = [
      workbench.list({ view: 'mine' }),
      workbench.page,
      paths.office.of('conversations'),
      paths.office.of('visitors'),
    ]
    const callsOf = async () => {
      const all: number[] = []
      for (const list of lists) {
        await sides.ask('GET', list, { cookie })
        all.push((await counted.during(() => sides.ask('GET', list, { cookie }))).length)
      }
      return all
    }
    const few = await callsOf()
    for (let nth = 0; nth < 15; nth += 1) await sides.begin()
    const many = await callsOf()
    expect(many.map((calls, nth) => calls <= (few[nth] ?? 0) + 2)).toEqual(lists.map(() => true))
  }, 20_000)

  test('34 neither messages nor lists are logged', async () => {
    const app = await openApp({ LOG_LEVEL: 'info' })
    const ana = await employ(app, 'Ana')
    const vera = await come(app, { name: 'Vera Quiet', text: 'Hush' })
    const before = app.lines.length
    for (let nth = 0; nth < 5; nth += 1) {
      const form = { text: `Hush ${nth}`, client_id: `quiet-${nth}-0000` }
      await app.ask('POST', chat.messages, { cookie: vera.cookie, form })
      await app.ask('GET', workbench.page, { cookie: ana.cookie })
    }
    expect(app.lines.slice(before)).toEqual([])
    expect(app.lines.join('')).not.toMatch(/Hush|Vera Quiet/)
    await app.close()
  })

  test('35 a visitor’s page is a few files, small, compressed and kept', async () => {
    const { vera } = await sides.begin()
    const page = await sides.ask('GET', chat.page, { cookie: vera })
    const files = [...page.text.matchAll(/(?:src|href)="(\/static\/[^"]+\.(?:js|css))"/g)].map(
      ([, file = '']) => file,
    )
    expect(files.length).toBeLessThanOrEqual(8)
    let bytes = gzipSync(page.text).length
    for (const file of new Set(files)) {
      const { headers, text } = await sides.ask('GET', file, {
        headers: { 'Accept-Encoding': 'identity' },
      })
      expect(headers.get('Cache-Control')).toContain('immutable')
      bytes += gzipSync(text).length
    }
    expect(bytes).toBeLessThan(60 * 1024)
  })

  test('36 what is asked with two columns has an index of both', () => {
    const db = new Database(join(sides.harness.desk.config.dataDir, 'bellhop.db'), {
      readonly: true,
    })
    const planOf = (sql: string) =>
      db
        .query<{ detail: string }, []>(`EXPLAIN QUERY PLAN ${sql}`)
        .all()
        .map(({ detail }) => detail)
    const asked = [
      "select * from entries where conversation = 'x' and seq > 4 order by seq limit 50",
      "select * from entries where conversation = 'x' and seq < 90 order by seq desc limit 50",
      "select * from conversations where visitor = 'x' order by opened_at desc limit 5",
    ]
    for (const sql of asked)
      for (const detail of planOf(sql)) {
        expect([sql, detail.startsWith('SCAN')]).toEqual([sql, false])
      }
    for (const detail of asked.slice(0, 2).flatMap(planOf))
      expect(detail).not.toContain('TEMP B-TREE')
    db.close()
  })
})
