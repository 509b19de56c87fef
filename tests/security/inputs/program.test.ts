import { describe, expect, test } from 'bun:test'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { paths } from '../../../views/paths'
import { freePort } from '../../support/ports'
import { runBellhop, startBellhop } from '../../support/program'
import { scratchFolder } from '../../support/programs'
import { send } from '../ask'

describe('G a setting that is wrong ends the program with one sentence and 2', () => {
  const wrong: [env: Record<string, string>, says: string][] = [
    [{ DATABASE_URL: 'mysql://olga:p%zz@127.0.0.1:1/desk' }, 'DATABASE_URL must be'],
    [{ DATABASE_URL: 'postgres://olga:hunter2@desk.test/desk' }, 'DATABASE_URL must be'],
    [{ REDIS_URL: 'hunter2' }, 'REDIS_URL must begin'],
    [{ SECRET: 'your-secret-key-here-hunter2-and-more' }, 'SECRET must be'],
    [{ TRUST_PROXY: '*' }, 'TRUST_PROXY must list'],
  ]
  test('and never says a secret', async () => {
    const port = String(await freePort())
    // To serve it would wait for such a server; nothing else does.
    const away: [env: Record<string, string>, says: string] = [
      { DATABASE_URL: 'mysql://olga:hunter2@127.0.0.1:1/desk' },
      'MySQL at 127.0.0.1:1, as olga',
    ]
    const all = [...wrong, away].map(async (one) => {
      const [env, says] = one
      const argv = one === away ? ['migrate'] : ['serve', '--port', port]
      const program = runBellhop([...argv, '--data', scratchFolder()], { env })
      expect(await program.exited, says).toBe(2)
      expect(program.output()).toStartWith(says)
      expect(program.output()).not.toMatch(/hunter2|p%zz|\n.*\n.*\n/)
    })
    await Promise.all(all)
  }, 30_000)
})

test('a bell that is out of reach and a time zone that is none keep nobody from talking', async () => {
  const nowhere = `redis://:hunter2@127.0.0.1:${await freePort()}`
  const desk = await startBellhop({ env: { REDIS_URL: nowhere, TZ: 'Mars/Phobos' } })
  await desk.ready()
  const ready = await send(desk.url, 'GET', paths.ready, { accept: 'json' })
  expect(JSON.parse(ready.text)).toMatchObject({ ready: true, store: 'up', bus: 'down' })
  const form = { text: 'Is somebody there?', client_id: 'without-a-bell' }
  const began = performance.now()
  const answer = await send(desk.url, 'POST', paths.chat.page, { form, accept: 'json' })
  expect(answer.status).toBe(201)
  expect(performance.now() - began).toBeLessThan(2_000)
  expect(statSync(join(desk.dataDir, 'secret')).mode & 0o777).toBe(0o600)
  expect(statSync(join(desk.dataDir, 'bellhop.db')).mode & 0o777).toBe(0o600)
  expect(desk.stdout()).not.toContain('hunter2')
  expect(await desk.stop()).toBe(0)
}, 30_000)
