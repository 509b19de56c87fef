import { Database } from 'bun:sqlite'
import { expect, test } from 'bun:test'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { checkBackup } from '../../src/backup/check'
import { systemClock } from '../../src/clock'
import { pathOfFile } from '../../src/files/disk'
import { openLog } from '../../src/log'
import { openLoad } from '../../src/store/dump/open-dump'
import { sqliteMigrations } from '../../src/store/migrate/migrations'
import { paths } from '../../views/paths'
import { openStream, seqsIn } from '../security/live'
import { sharedMariadb } from '../support/mariadb'
import { startBellhop } from '../support/program'
import { scratchFolder, waitFor } from '../support/programs'
import { type Acknowledged, contentOf, startTalking } from '../support/talkers'
import { runHere } from './terminal'

const mariadb = await sharedMariadb()

type Env = Record<string, string>

const run = async (args: string[], env: Env = {}) => {
  const { code, said } = await runHere(args, { env })
  return { code, out: said }
}

const seconds = { mariadb: 60_000, sqlite: 60_000 }
const QUIET = { LOG_LEVEL: 'error', RATE_FACTOR: '100000' }

/** A desk under load, and a backup that was taken in the middle of it. */
const backUpUnderLoad = async (env: Env = {}) => {
  const dataDir = scratchFolder()
  const desk = await startBellhop({ dataDir, env: { ...QUIET, ...env } })
  await desk.ready()
  const talk = await startTalking(desk.url, 6)
  await waitFor('enough to be said', () => talk.acknowledged.length > 80, 30_000)
  const file = join(scratchFolder(), 'out.tar')
  const before = talk.acknowledged.length
  const { code, out } = await run(['backup', file, '--data', dataDir], env)
  const after = talk.acknowledged.length
  await talk.stop()
  expect([code, out]).toEqual([0, expect.stringContaining(file)])
  // It was not waited for.
  expect(after).toBeGreaterThan(before)
  return { desk, dataDir, file, talk, sure: talk.acknowledged.slice(0, before) }
}

/** Whether all that was acknowledged before a backup began is in the desk that was made of it. */
const expectAll = (dataDir: string, sure: readonly Acknowledged[]) => {
  const db = new Database(join(dataDir, 'bellhop.db'))
  const said = new Set(
    db
      .query<[string], []>('select client_id from entries')
      .values()
      .map(([id]) => id),
  )
  expect(sure.filter(({ id }) => !said.has(id))).toEqual([])
  const gaps = db.query(
    'select conversation from entries group by conversation having count(*) <> max(seq) or min(seq) <> 1',
  )
  expect(gaps.values()).toEqual([])
  const ids = new Map(
    db
      .query<{ name: string; id: string }, []>('select name, id from files')
      .all()
      .map(({ name, id }) => [name, id] as const),
  )
  const files = sure.flatMap(({ file }) => file ?? [])
  expect(files.length).toBeGreaterThan(10)
  for (const name of files)
    expect(readFileSync(pathOfFile(dataDir, ids.get(name) ?? ''), 'utf8')).toBe(contentOf(name))
  db.close()
}

test(
  'a backup under load has all that was acknowledged before it, with files, and pages begin anew after it is restored',
  async () => {
    const { desk, dataDir, file, talk, sure } = await backUpUnderLoad()
    expect(statSync(file).mode & 0o777).toBe(0o600)
    const [cookie = ''] = talk.cookies
    const whole = await run(['verify', file])
    expect([whole.code, whole.out]).toEqual([0, expect.stringContaining('taken again: equal')])
    const live = await run(['verify', '--data', dataDir])
    expect([live.code, live.out]).toEqual([0, expect.stringContaining('all there')])

    // What was written after it is not in it: a page from then goes on from a line that is not there.
    const page = await (
      await fetch(`${desk.url}${paths.chat.page}`, { headers: { Cookie: cookie } })
    ).text()
    const feed = /hx-sse:connect="([^"]+)"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const last = Math.max(...seqsIn(page))
    expect(feed).toContain('epoch=0')
    expect(await desk.stop()).toBe(0)

    const elsewhere = join(scratchFolder(), 'data')
    expect(await run(['restore', file, '--data', elsewhere])).toMatchObject({ code: 0 })
    expectAll(elsewhere, sure)
    expect(readFileSync(join(elsewhere, 'secret'))).toEqual(readFileSync(join(dataDir, 'secret')))
    const again = await startBellhop({ dataDir: elsewhere, env: QUIET })
    await again.ready()
    const headers = { 'Last-Event-ID': String(last) }
    const stream = await openStream(again.url, feed, { cookie, headers })
    await waitFor('the page to begin anew', () => /event: resync\n/.test(stream.text))
    stream.leave()
    // A page that is drawn now goes on from where it is, and so does a program that says no epoch.
    const anew = await (
      await fetch(`${again.url}${paths.chat.page}`, { headers: { Cookie: cookie } })
    ).text()
    const now = /hx-sse:connect="([^"]+)"/.exec(anew)?.[1]?.replaceAll('&amp;', '&') ?? ''
    for (const path of [now, paths.chat.feed(1)]) {
      const going = await openStream(again.url, path, { cookie, headers: { 'Last-Event-ID': '1' } })
      await waitFor('the second line', () => seqsIn(going.text).includes(2))
      expect(going.text).not.toContain('event: resync')
      going.leave()
    }
    expect(await again.stop()).toBe(0)
    expect((await run(['verify', '--data', elsewhere])).code).toBe(0)
  },
  seconds.sqlite,
)

test(
  'out of MySQL under load into SQLite, and from there into MySQL again, all of it is the same',
  async () => {
    const url = await mariadb.fresh()
    const { desk, file, sure } = await backUpUnderLoad({ DATABASE_URL: url })
    expect(await desk.stop()).toBe(0)
    expect((await run(['verify', file])).code).toBe(0)
    const data = join(scratchFolder(), 'data')
    expect(await run(['restore', file, '--data', data])).toMatchObject({ code: 0 })
    expectAll(data, sure)
    const back = join(scratchFolder(), 'back.tar')
    expect((await run(['backup', back, '--data', data])).code).toBe(0)
    const other = { DATABASE_URL: await mariadb.fresh() }
    const folder = scratchFolder()
    expect(await run(['restore', back, '--data', folder], other)).toMatchObject({ code: 0 })
    const verified = await run(['verify', '--data', folder], other)
    expect([verified.code, verified.out]).toEqual([0, expect.stringContaining('all there')])
    // And a third time out of MySQL: every table has the hash that it had at first.
    const third = join(scratchFolder(), 'third.tar')
    expect((await run(['backup', third, '--data', folder], other)).code).toBe(0)
    const tables = await Promise.all([file, third].map(tablesOf))
    const same = Object.keys(tables[0] ?? {}).filter(
      (name) => !['settings', 'audit'].includes(name),
    )
    for (const name of same) expect([name, tables[1]?.[name]]).toEqual([name, tables[0]?.[name]])
    // A desk is not written over.
    const refused = await run(['restore', back, '--data', folder], other)
    expect([refused.code, refused.out]).toEqual([2, expect.stringContaining('make an empty one')])
  },
  seconds.mariadb,
)

/** What a backup says of its tables. */
const tablesOf = async (file: string) => (await checkBackup(file)).manifest?.tables

test('a backup that was cut short or altered is named as such, and none of it is restored', async () => {
  const data = scratchFolder()
  await run(['agent', 'create', '--email', 'ana@desk.test', '--name', 'Ana', '--data', data])
  const file = join(scratchFolder(), 'out.tar')
  expect((await run(['backup', file, '--data', data])).code).toBe(0)
  const good = readFileSync(file)
  const altered = Buffer.from(good)
  const at = altered.indexOf('tables/actors') + 512
  altered[at + 60] = (altered[at + 60] ?? 0) ^ 1
  const unlike = Buffer.from(good)
  unlike.write('9', good.indexOf('"rows": ') + 8)
  for (const [harmed, says] of [
    [good.subarray(0, good.length / 2), /no whole backup|cut short/],
    [altered, /damaged|not as it was written/],
    [unlike, /rows, and \d+ were written/],
    [Buffer.from('no tar file at all'), /cut short/],
  ] as const) {
    writeFileSync(file, harmed)
    const verified = await run(['verify', file])
    expect([verified.code, verified.out]).toEqual([1, expect.stringMatching(says)])
    const empty = join(scratchFolder(), 'data')
    expect((await run(['restore', file, '--data', empty])).code).toBe(1)
    expect(existsSync(empty)).toBe(false)
  }
  expect((await run(['verify', join(data, 'nothing.tar')])).code).toBe(2)
  // Nothing is written over, least of all a database.
  const database = join(data, 'bellhop.db')
  expect(await run(['backup', database, '--data', data])).toMatchObject({
    ...{ code: 2, out: expect.stringContaining('is there already') },
  })
}, 60_000)

test('a desk is replaced only on request and while it is closed, and its database stays beside it', async () => {
  const data = scratchFolder()
  const hire = (name: string) =>
    run(['agent', 'create', '--email', `${name}@desk.test`, '--name', name, '--data', data])
  await hire('ana')
  const file = join(scratchFolder(), 'out.tar')
  await run(['backup', file, '--data', data])
  await hire('bo')
  const people = async () => (await run(['agent', 'list', '--data', data])).out
  expect(await people()).toContain('bo@desk.test')
  const restore = (...more: string[]) => run(['restore', file, '--data', data, ...more])
  const refused = await restore()
  expect([refused.code, refused.out]).toEqual([2, expect.stringContaining('--replace')])
  const desk = await startBellhop({ dataDir: data })
  await desk.ready()
  const inUse = await restore('--replace')
  expect([inUse.code, inUse.out]).toEqual([2, expect.stringContaining('is in use by')])
  expect(await desk.stop()).toBe(0)
  // What it has of files stays, whatever the backup brings beside it.
  const own = pathOfFile(data, 'a-file-that-was-sent-after-it')
  mkdirSync(dirname(own), { recursive: true })
  writeFileSync(own, 'mine')
  expect((await restore('--replace')).code).toBe(0)
  expect(readFileSync(own, 'utf8')).toBe('mine')
  expect(await people()).not.toContain('bo@desk.test')
  const [aside = ''] = readdirSync(data).filter((name) => /\.replaced-\d+$/.test(name))
  const kept = new Database(join(data, aside), { readonly: true })
  expect(kept.query('select count(*) as n from accounts').get()).toEqual({ n: 2 })
  kept.close()
}, 60_000)

test('one of a newer version is refused, and nothing is made of it', async () => {
  const data = join(scratchFolder(), 'data')
  const place = { url: `sqlite:${join(data, 'bellhop.db')}`, dataDir: data }
  const migrations = [...sqliteMigrations.map(({ name }) => name), '9999_of_another_year']
  const how = { replace: false, clock: systemClock, log: openLog('silent') }
  await expect(openLoad({ ...place, migrations, ...how })).rejects.toThrow(
    'made by a newer version (9999_of_another_year)',
  )
  expect(existsSync(data)).toBe(false)
})
