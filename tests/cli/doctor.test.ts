import { describe, expect, test } from 'bun:test'
import { chmodSync } from 'node:fs'
import { connectionsFor, lookAtFiles } from '../../src/cli/doctor/machine'
import { hasNginx, startNginx } from '../support/nginx'
import { freePort } from '../support/ports'
import { scratchFolder } from '../support/programs'
import { hasRedis, startRedis } from '../support/redis'
import { runHere, serveHere } from './terminal'

const doctor = async (data: string, url?: string, env: Record<string, string> = {}) => {
  const args = ['doctor', '--data', data, ...(url ? ['--url', url] : [])]
  const { code, said } = await runHere(args, { env })
  const marks = Object.fromEntries(
    [...said.matchAll(/^([✓!✗]) (\w+)/gm)].map(([, mark, what]) => [what, mark]),
  )
  return { code, said, marks }
}

/** A folder with a desk in it that was never open. */
const emptyDesk = async () => {
  const data = scratchFolder()
  expect((await runHere(['migrate', '--data', data])).code).toBe(0)
  return data
}

describe('doctor', () => {
  test.concurrent('finds nothing wrong with a desk that is open', async () => {
    const desk = await serveHere()
    const nobody = await doctor(desk.dataDir)
    expect([nobody.code, nobody.marks.accounts, nobody.marks.agents]).toEqual([1, '✗', '✗'])
    expect(nobody.said).toContain('nobody can sign in: there is no account yet')
    const looksOn = ['--email', 'olga@desk.test', '--name', 'Olga', '--may-reply', 'no']
    await runHere(['admin', 'create', ...looksOn, '--data', desk.dataDir])
    const silent = await doctor(desk.dataDir)
    expect([silent.code, silent.marks.agents]).toEqual([1, '✗'])
    expect(silent.said).toContain('agent create')
    const answers = ['--email', 'ana@desk.test', '--name', 'Ana']
    await runHere(['agent', 'create', ...answers, '--data', desk.dataDir])
    const { code, said, marks } = await doctor(desk.dataDir)
    expect(said).not.toContain('✗')
    expect(code).toBe(0)
    const names = ['store', 'check', 'bus', 'clock', 'disk', 'rights', 'files', 'address']
    for (const name of [...names, 'cookies', 'forms', 'stream', 'socket'])
      expect([name, marks[name]]).toEqual([name, '✓'])
    expect(said).toContain(`${desk.url} reaches this desk`)
    await desk.stop()

    const closed = await doctor(desk.dataDir)
    expect(closed.code).toBe(0)
    expect(closed.marks.address).toBe('!')
  }, 40_000)

  test.concurrent('names what is wrong', async () => {
    const data = await emptyDesk()
    chmodSync(data, 0o755)
    const port = await freePort()
    const { code, said, marks } = await doctor(data, `http://127.0.0.1:${port}`, {
      REDIS_URL: `redis://:canary@127.0.0.1:${port}`,
    })
    expect(code).toBe(1)
    expect(marks).toMatchObject({ store: '✓', bus: '✗', rights: '✓', address: '✗' })
    expect(said).toContain(`✗ rights   ${data} is open to others (0755)`)
    expect(said).toContain(`chmod 700 ${data}`)
    expect(said).toContain('is not reached')
    expect(said).not.toContain('canary')
  }, 20_000)

  test.concurrent('knows another server, another desk and another address', async () => {
    const data = await emptyDesk()
    const other = Bun.serve({ port: 0, hostname: '127.0.0.1', fetch: () => new Response('hello') })
    const stranger = await doctor(data, `http://127.0.0.1:${other.port}`)
    await other.stop(true)
    expect(stranger.said).toContain('is another server')
    const desk = await serveHere({ env: { BASE_URL: 'https://chat.example.org' } })
    expect((await doctor(data, desk.url)).said).toContain('is another desk')
    const elsewhere = await doctor(desk.dataDir, desk.url)
    expect(elsewhere.said).toContain('it is set to be at https://chat.example.org')
    expect(elsewhere.said).toContain(`Set BASE_URL=${desk.url}`)
    await desk.stop()
  }, 40_000)
})

test.concurrent('the limit on open files', () => {
  expect(connectionsFor(64)).toBe(40)
  expect(lookAtFiles(64)[0]).toMatchObject({ mark: 'fair' })
  expect(lookAtFiles(64)[0]?.says).toContain('can hold about 40 connections')
  expect(lookAtFiles(65_536)[0]).toMatchObject({ mark: 'good' })
})

test.skipIf(!hasRedis)(
  'a Redis that works',
  async () => {
    const redis = await startRedis({ password: 'canary' })
    const { said, marks } = await doctor(await emptyDesk(), undefined, { REDIS_URL: redis.url })
    expect(marks.bus).toBe('✓')
    expect(said).not.toContain('canary')
    await redis.stop()
  },
  20_000,
)

describe.skipIf(!hasNginx)('behind nginx', () => {
  /** A desk that believes to be where nginx is. */
  const behind = async (settings: (upstream: string) => { conf?: string; server?: string }) => {
    const port = await freePort()
    const upstream = `http://127.0.0.1:${port}`
    const nginx = await startNginx({ upstream, ...settings(upstream) })
    const desk = await serveHere({ port, env: { BASE_URL: nginx.url } })
    const outcome = await doctor(desk.dataDir, nginx.url)
    await desk.stop()
    await nginx.stop()
    return outcome
  }

  test.concurrent('as Debian installs it, streams and sockets pass', async () => {
    const { said, marks } = await behind(() => ({}))
    expect(marks).toMatchObject({ address: '✓', stream: '✓', socket: '✓' })
    // Nobody has an account at it, and nothing else is wrong.
    expect(said.match(/^✗ \w+/gm)).toEqual(['✗ accounts', '✗ agents'])
  }, 30_000)

  test.concurrent('buffering is named, with what puts it right', async () => {
    // As a location is without the lines it needs, by a proxy that also ignores what we ask for.
    const { code, said, marks } = await behind((upstream) => ({
      server: `location = /up/stream {
        proxy_pass ${upstream};
        proxy_set_header Host $http_host;
        proxy_ignore_headers X-Accel-Buffering;
      }`,
    }))
    expect(code).toBe(1)
    expect(marks).toMatchObject({ address: '✓', stream: '✗', socket: '✓' })
    expect(said).toMatch(/the first event came after [12]\d{3} ms/)
    expect(said).toContain('proxy_buffering off;')
  }, 30_000)

  test.concurrent('a host without its port is named, and no upgrade blamed for it', async () => {
    const port = await freePort()
    const upstream = `http://127.0.0.1:${port}`
    const server = `location = /theme { proxy_pass ${upstream}; proxy_set_header Host $host; }`
    const nginx = await startNginx({ upstream, server })
    const desk = await serveHere({ port, env: { BASE_URL: '' } })
    const { code, said, marks } = await doctor(desk.dataDir, nginx.url)
    await desk.stop()
    await nginx.stop()
    expect(code).toBe(1)
    expect(marks).toMatchObject({ address: '✓', forms: '✗', stream: '✓' })
    expect(marks).not.toHaveProperty('socket')
    expect(said).toContain(`from ${nginx.url} are refused: the desk expects 127.0.0.1`)
    expect(said).toContain(`Set BASE_URL=${nginx.url}`)
    expect(said).toContain('proxy_set_header Host $http_host;')
  }, 30_000)

  test.concurrent('a missing upgrade is named, with what puts it right', async () => {
    const { code, said, marks } = await behind((upstream) => ({
      server: `location = /up/socket { proxy_pass ${upstream}; proxy_set_header Host $http_host; }`,
    }))
    expect(code).toBe(1)
    expect(marks).toMatchObject({ address: '✓', stream: '✓', socket: '✗' })
    expect(said).toContain('proxy_set_header Upgrade $http_upgrade;')
  }, 30_000)
})
