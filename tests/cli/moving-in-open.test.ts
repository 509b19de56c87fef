import { afterAll, beforeAll, expect, test } from 'bun:test'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createConnection } from 'mysql2/promise'
import { idOf } from '../../actors/address'
import { systemClock } from '../../src/clock'
import { openLog } from '../../src/log'
import { openStore } from '../../src/store/open-store'
import type { Store } from '../../src/store/store'
import { dumpOf, kefuStatements, type Sizes, talksOf } from '../support/kefu'
import { startMariadb, type TestMariadb } from '../support/mariadb'
import { ownCommand } from '../support/program'
import { scratchFolder, spawnProgram, waitFor } from '../support/programs'
import { runHere, serveHere } from './terminal'

const SIZES: Sizes = { agents: 4, visitors: 200, chats: 4_000 }
const dump = join(scratchFolder(), 'kefu.sql')
writeFileSync(dump, dumpOf(kefuStatements(SIZES)))

let server: TestMariadb
let kefu = ''
beforeAll(async () => {
  server = await startMariadb()
  kefu = await server.fresh()
  const connection = await createConnection({ uri: kefu, charset: 'utf8mb4' })
  for (const statement of kefuStatements(SIZES)) await connection.query(statement)
  await connection.end()
}, 60_000)
afterAll(() => server.stop())

const whole = {
  ...{ setting: 1, department: 4, person: 4, canned: 2, visitor: SIZES.visitors },
  conversation: talksOf(SIZES),
}

const looked = async <Found>(data: string, url: string, look: (store: Store) => Promise<Found>) => {
  const log = openLog('error')
  const store = await openStore({ url, dataDir: data, clock: systemClock, log, readOnly: true })
  try {
    return await look(store)
  } finally {
    await store.close()
  }
}

test('while the desk is open it takes a live kefu database, and nobody is told', async () => {
  const desk = await serveHere()
  const run = (argv: string[]) => runHere([...argv, '--data', desk.dataDir])
  const dry = JSON.parse((await run(['import', 'kefu', kefu, '--dry-run', '--json'])).out)
  expect([dry.dry, dry.taken, dry.refused]).toEqual([true, whole, []])
  const dryAgain = JSON.parse((await run(['import', 'kefu', kefu, '--dry-run', '--json'])).out)
  expect(dryAgain.taken).toEqual(whole)
  const first = await run(['import', 'kefu', kefu, '--json'])
  expect([first.code, JSON.parse(first.out).taken]).toEqual([0, whole])
  // A live database and its dump are the same.
  expect(JSON.parse((await run(['import', 'kefu', dump, '--json'])).out).taken).toEqual({})
  const url = `sqlite:${join(desk.dataDir, 'bellhop.db')}`
  const found = await looked(desk.dataDir, url, async (store) => ({
    mail: await store.mail.coming(0, '', 10_000),
    letters: await store.letters.due(Number.MAX_SAFE_INTEGER, 10).catch(() => []),
    told: (await run(['audit', 'list', '--act', 'imported', '--json'])).out,
  }))
  expect(JSON.parse(found.told)).toMatchObject([{ object: 'list:desk', actorName: 'bellhop' }])
  const theirs = ({ to }: { to: string }) => /^(conversation|visitor):/.test(to)
  expect([found.mail.filter(theirs), found.letters]).toEqual([[], []])
  expect(readdirSync(desk.dataDir)).not.toContain('outbox')
  expect((await run(['replay', '--all'])).err).toContain('0 different')
  // Nobody is told, but for the search: it need not wait for its next look at everything.
  const isFound = () =>
    looked(desk.dataDir, url, async (store) => {
      const [newest] = await store.origins.before('conversation', null, 1)
      return newest !== undefined && (await store.search.behindOf([idOf(newest)])).length === 0
    })
  await waitFor('the newest line to be found', isFound, 30_000)
  expect(await desk.stop()).toBe(0)
  expect(readdirSync(desk.dataDir).filter((name) => name.startsWith('moving'))).toEqual([])
}, 120_000)

test('a desk on MariaDB takes and writes the same as one on SQLite', async () => {
  const [data, plain] = [scratchFolder(), scratchFolder()]
  const env = { DATABASE_URL: await server.fresh() }
  const run = (argv: string[]) => runHere([...argv, '--data', data], { env })
  expect(JSON.parse((await run(['import', 'kefu', kefu, '--json'])).out).taken).toEqual(whole)
  expect(JSON.parse((await run(['import', 'kefu', kefu, '--json'])).out).taken).toEqual({})
  expect((await run(['replay', '--all'])).err).toContain('0 different')
  const [one, other] = [join(scratchFolder(), 'one.jsonl'), join(scratchFolder(), 'two.jsonl')]
  expect((await run(['export', one])).code).toBe(0)
  await runHere(['import', 'kefu', dump, '--data', plain])
  await runHere(['export', other, '--data', plain])
  expect(readFileSync(one, 'utf8')).toBe(readFileSync(other, 'utf8'))
}, 120_000)

test('one that was killed in the middle is gone on with, and nothing is there twice', async () => {
  const data = scratchFolder()
  const [command, ...args] = ownCommand
  const begin = () =>
    spawnProgram(command, [...args, 'import', 'kefu', dump, '--data', data, '--json'], {})
  const url = `sqlite:${join(data, 'bellhop.db')}`
  const count = () =>
    looked(
      data,
      url,
      async (store) => (await store.origins.before('conversation', null, 10_000)).length,
    ).catch(() => 0)
  let kills = 0
  for (const atLeast of [1, 150, 350]) {
    const program = begin()
    await waitFor('some conversations', async () => (await count()) >= atLeast, 30_000).catch(
      () => {},
    )
    program.kill('SIGKILL')
    await program.exited
    kills += 1
  }
  expect(kills).toBe(3)
  const before = await count()
  expect(before).toBeGreaterThan(0)
  const last = JSON.parse((await runHere(['import', 'kefu', dump, '--data', data, '--json'])).out)
  expect((last.taken.conversation ?? 0) + before).toBe(whole.conversation)
  expect((last.known.conversation ?? 0) + (last.taken.conversation ?? 0)).toBe(whole.conversation)
  const clean = scratchFolder()
  await runHere(['import', 'kefu', dump, '--data', clean])
  const [one, other] = [join(scratchFolder(), 'one.jsonl'), join(scratchFolder(), 'two.jsonl')]
  await runHere(['export', one, '--data', data])
  await runHere(['export', other, '--data', clean])
  expect(readFileSync(one, 'utf8')).toBe(readFileSync(other, 'utf8'))
}, 120_000)
