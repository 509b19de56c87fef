import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Stopped, untilThere } from '../../src/open/until-there'
import { ask } from '../chaos/ask'
import { startChat } from '../chaos/people'
import { openTestClock } from '../support/clock'
import { startMariadb, type TestMariadb } from '../support/mariadb'
import { freePort } from '../support/ports'
import { startBellhop } from '../support/program'
import { findProgram, scratchFolder, waitFor } from '../support/programs'
import { runHere } from './terminal'

const hasMariadb = findProgram('mariadbd', 'mysqld') !== undefined
const SECRET = 'q7Zk2m9XcV4bN8rT1wY6uP3sD5fG0hJ2'

describe.skipIf(!hasMariadb)('a node whose database server is away', () => {
  let mariadb: TestMariadb
  beforeAll(async () => {
    mariadb = await startMariadb()
  })
  afterAll(() => mariadb.stop())

  test('waits, says why, and goes on when it comes', async () => {
    await mariadb.kill()
    const dataDir = join(scratchFolder(), 'made')
    const desk = await startBellhop({ dataDir, env: { DATABASE_URL: mariadb.url, SECRET } })
    const answer = (path: string) => fetch(`${desk.url}${path}`)
    await waitFor('a word', () => desk.stdout().includes('Waiting for it'), 15_000)
    const notReady = await answer('/ready')
    expect(notReady.status).toBe(503)
    expect(await notReady.json()).toEqual({
      ...{ ready: false, store: 'down', bus: 'alone', draining: false, parked: 0 },
      reason: 'The database does not answer yet (ECONNREFUSED)',
    })
    expect(await (await answer('/up')).json()).toMatchObject({ up: true })
    expect((await answer('/static/bellhop.css')).status).toBe(200)
    const page = await answer('/chat')
    expect(page.status).toBe(503)
    expect(page.headers.get('Retry-After')).toBe('2')
    expect(page.headers.get('Content-Security-Policy')).toContain("default-src 'none'")
    expect(await page.text()).not.toContain('127.0.0.1')
    const warned = () =>
      desk
        .stdout()
        .split('\n')
        .filter((line) => line.includes('"level":"warn"'))
    expect(warned()).toEqual([expect.stringContaining('the desk waits for its database')])
    expect(warned().join()).toContain('"remedy":"Is it started')
    // A page from before is still open somewhere.
    const sent = await fetch(`${desk.url}/chat/messages`, {
      method: 'POST',
      headers: { Origin: desk.url },
      body: new URLSearchParams({ text: 'Still there?', client_id: 'client-early-1' }),
    })
    const kept = await sent.text()
    expect(sent.status).toBe(503)
    expect(kept).toContain('action="/chat/messages"')
    expect(kept).toContain('name="text" value="Still there?"')
    expect(kept).toContain('href="/chat"')
    expect(kept).not.toContain('refresh')

    await mariadb.restart()
    await desk.ready()
    const vera = { name: 'Vera', text: 'Is anybody there?', clientId: 'client-late-1' }
    const { cookie } = await startChat(desk.url, vera)
    expect((await ask(`${desk.url}/chat`, { cookie })).text).toContain('Is anybody there?')
    // The folder was made for the door of its commands, for nothing else is kept in it.
    expect(statSync(join(dataDir, 'control.sock')).mode & 0o777).toBe(0o600)
    expect(statSync(dataDir).mode & 0o777).toBe(0o700)
    expect(existsSync(join(dataDir, 'secret'))).toBe(false)

    // Away again, a desk that is open gives the reason too, and tells its log once.
    await mariadb.kill()
    for (let n = 0; n < 3; n += 1)
      expect((await ask(`${desk.url}/chat`, { cookie })).status).toBe(503)
    expect(warned().slice(1)).toEqual([expect.stringContaining('the database is not reached')])
    expect(warned().join()).not.toContain('stack')
    const away = await (await answer('/ready')).json()
    expect(away.ready).toBe(false)
    expect(away.reason).toStartWith('The store does not answer')
    desk.kill('SIGTERM')
    await desk.exited
  }, 60_000)

  test('ends with 2 when waiting would not help', async () => {
    await mariadb.restart()
    await mariadb.run("CREATE USER ana IDENTIFIED BY 'right'")
    const wrong = (database: string, who: string) =>
      runHere(['serve', '--port', '1', '--data', scratchFolder()], {
        env: { DATABASE_URL: `mysql://${who}@127.0.0.1:${mariadb.port}/${database}`, SECRET },
      })
    const refused = await wrong('desk_1', 'ana:wrong')
    expect(refused).toMatchObject({ code: 2 })
    expect(refused.err).toContain('Access denied')
    const nowhere = await wrong('nowhere', 'root')
    expect(nowhere).toMatchObject({ code: 2, err: expect.stringContaining('nowhere') })
  }, 40_000)
})

test('one that waits closes when it is asked to', async () => {
  const DATABASE_URL = `mysql://ana@127.0.0.1:${await freePort()}/desk`
  const desk = await startBellhop({ env: { DATABASE_URL, SECRET } })
  await waitFor('a word', () => desk.stdout().includes('Waiting for it'), 15_000)
  desk.kill('SIGTERM')
  expect(await desk.exited).toBe(0)
  expect(desk.stdout()).toContain('Bellhop is closed')
}, 20_000)

describe('what is not there yet', () => {
  const away = new Error('away')
  const parts = (more: Partial<Parameters<typeof untilThere>[1]> = {}) => {
    const { clock, pass } = openTestClock()
    const told: string[] = []
    const whyAway = (problem: unknown) => (problem === away ? 'It is away' : undefined)
    const waits = async (why: string) => void told.push(why)
    return { pass, told, parts: { clock, stopped: undefined, whyAway, waits, ...more } }
  }

  test('is tried again after growing pauses, until it is', async () => {
    const { pass, told, parts: more } = parts()
    let tries = 0
    const opened = untilThere(async () => {
      tries += 1
      if (tries < 7) throw away
      return 'open'
    }, more)
    await Bun.sleep(0)
    for (const [ms, expected] of [
      [499, 1],
      [1, 2],
      [999, 2],
      [1, 3],
      [2_000 + 4_000, 5],
      [5_000, 6],
      [5_000, 7],
    ] as const) {
      await pass(ms)
      expect(tries).toBe(expected)
    }
    expect(await opened).toBe('open')
    expect(told).toHaveLength(6)
  })

  test('and is given up at once when it never will be, or when nobody wants it any more', async () => {
    const never = new Error('never')
    const { parts: more } = parts()
    await expect(untilThere(() => Promise.reject(never), more)).rejects.toBe(never)
    const { promise: stopped, resolve: stop } = Promise.withResolvers<void>()
    const waiting = untilThere(() => Promise.reject(away), parts({ stopped }).parts)
    stop()
    await expect(waiting).rejects.toBeInstanceOf(Stopped)
  })
})
