import { expect, test } from 'bun:test'
import { existsSync, readdirSync, utimesSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { createConnection } from 'mysql2/promise'
import { runHere } from '../cli/terminal'
import { sharedMariadb } from '../support/mariadb'
import { scratchFolder } from '../support/programs'
import { fill, killed, ROWS, rowsIn } from './killed-commands'

const mariadb = await sharedMariadb()

/** A desk with Ana, and much in its database. */
const fullDesk = async () => {
  const data = scratchFolder()
  const hired = ['agent', 'create', '--email', 'ana@desk.test', '--name', 'Ana', '--data', data]
  expect((await runHere(hired)).code).toBe(0)
  fill(join(data, 'bellhop.db'))
  return data
}

const whole = async (...args: string[]) => {
  const { code, said } = await runHere(['verify', ...args])
  expect([code, said]).toEqual([0, expect.stringContaining('taken again: equal')])
}

const draftsOf = (file: string) =>
  readdirSync(dirname(file))
    .filter((name) => name.startsWith(`${basename(file)}.`) && name.endsWith('.part'))
    .map((name) => join(dirname(file), name))

const DELAYS_MS = [0, 30, 90, 200]

test('a backup that is killed is not there, or whole; the desk is as it was, and the next one is whole', async () => {
  const data = await fullDesk()
  const folder = scratchFolder()
  const kills: boolean[] = []
  for (const [nth, delayMs] of DELAYS_MS.entries()) {
    const file = join(folder, `${nth}.tar`)
    const args = ['backup', file, '--data', data]
    kills.push(await killed(args, () => draftsOf(file).length > 0, delayMs))
    if (existsSync(file)) await whole(file)
  }
  expect(kills).toContain(true)
  await whole('--data', data)
  const file = join(folder, '0.tar')
  // What was left is taken away once it is sure that nobody is at it.
  expect(draftsOf(file)).toHaveLength(1)
  for (const draft of draftsOf(file)) utimesSync(draft, 1, 1)
  expect((await runHere(['backup', file, '--data', data])).code).toBe(0)
  await whole(file)
  expect(draftsOf(file)).toEqual([])
}, 90_000)

test('a restore that is killed leaves what was there, and is simply run again', async () => {
  const data = await fullDesk()
  const file = join(scratchFolder(), 'out.tar')
  expect((await runHere(['backup', file, '--data', data])).code).toBe(0)
  const bo = ['agent', 'create', '--email', 'bo@desk.test', '--name', 'Bo', '--data', data]
  expect((await runHere(bo)).code).toBe(0)
  const empty = join(scratchFolder(), 'data')
  const kills: boolean[] = []
  for (const delayMs of DELAYS_MS) {
    const draft = join(empty, 'bellhop.db.restoring')
    kills.push(await killed(['restore', file, '--data', empty], () => existsSync(draft), delayMs))
    if (!kills.at(-1)) break
    expect(existsSync(join(empty, 'bellhop.db'))).toBe(false)
    const over = join(data, 'bellhop.db.restoring')
    const replace = ['restore', file, '--replace', '--data', data]
    if (!(await killed(replace, () => existsSync(over), delayMs))) break
    expect((await runHere(['agent', 'list', '--data', data])).out).toContain('bo@desk.test')
  }
  expect(kills).toContain(true)
  if (kills.at(-1)) expect((await runHere(['restore', file, '--data', empty])).code).toBe(0)
  await whole('--data', empty)
  expect(rowsIn(join(empty, 'bellhop.db'))).toBe(ROWS)
  expect(readdirSync(empty).filter((name) => name.includes('restoring'))).toEqual([])
}, 90_000)

test('where a restore into MySQL was killed no desk opens, and the next restore is whole', async () => {
  const data = await fullDesk()
  const file = join(scratchFolder(), 'out.tar')
  expect((await runHere(['backup', file, '--data', data])).code).toBe(0)
  const env = { DATABASE_URL: await mariadb.fresh() }
  const folder = scratchFolder()
  const args = ['restore', file, '--data', folder]
  const looks = await createConnection(env.DATABASE_URL)
  const hasSome = async () => {
    const found = await looks.query('SELECT count(*) AS n FROM attempts').catch(() => [[{ n: 0 }]])
    return ((found[0] as { n: number }[])[0]?.n ?? 0) > 0
  }
  expect(await killed(args, hasSome, 0, env)).toBe(true)
  await looks.end()
  const bo = ['agent', 'create', '--email', 'bo@desk.test', '--name', 'Bo', '--data', folder]
  const refused = await runHere(bo, { env })
  expect([refused.code, refused.said]).toEqual([2, expect.stringContaining('was not finished')])
  expect((await runHere(args, { env })).code).toBe(0)
  const { code, said } = await runHere(['verify', '--data', folder], { env })
  expect([code, said]).toEqual([0, expect.stringContaining('taken again: equal')])
  expect((await runHere(bo, { env })).code).toBe(0)
}, 90_000)
