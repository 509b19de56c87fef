import { afterEach, describe, expect, test } from 'bun:test'
import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { ask } from '../chaos/ask'
import { startChat } from '../chaos/people'
import { freePort } from '../support/ports'
import { runBellhop, startBellhop } from '../support/program'
import { findProgram, scratchFolder, spawnProgram, waitFor } from '../support/programs'
import { canMount, mountDisk, type SmallDisk } from '../support/small-disk'
import { runHere } from './terminal'

/** Opens a desk there and closes it at once, when it can be opened. */
const serve = async (data: string, env: Record<string, string> = {}) => {
  const port = `${await freePort()}`
  return runHere(['serve', '--host', '127.0.0.1', '--port', port, '--data', data], { env })
}

/** That it ended with 2 and a sentence; answers the sentence. */
const refusal = ({ code, err }: { code: number; err: string }, says: string) => {
  expect(err).toContain(says)
  expect(code).toBe(2)
  return err
}

const FULL = 'the disk is full'
const SECRET = 'q7Zk2m9XcV4bN8rT1wY6uP3sD5fG0hJ2'
const ana = ['--email', 'ana@desk.test', '--name', 'Ana']

describe.skipIf(!canMount)('a fault of the disk is told as what it is', () => {
  const disks: SmallDisk[] = []
  afterEach(() => {
    for (const disk of disks.splice(0)) disk.end()
  })
  const small = (options = 'size=8m') => {
    const disk = mountDisk(options)
    disks.push(disk)
    return { ...disk, data: join(disk.path, 'data') }
  }

  test('full before there is a desk: nothing is left, and with room it opens', async () => {
    const { path, data, fill } = small()
    fill()
    const told = refusal(await serve(data), FULL)
    expect(told).toStartWith('DATA_DIR cannot be written: ')
    expect(told).toContain('make room')
    expect(readdirSync(path)).toEqual(['ballast'])
    refusal(await runHere(['agent', 'create', ...ana, '--data', path]), FULL)
    expect(readdirSync(path)).toEqual(['ballast'])
    rmSync(join(path, 'ballast'))
    expect((await serve(data)).code).toBe(0)
    expect(readFileSync(join(data, 'secret'), 'utf8').trim().length).toBeGreaterThanOrEqual(43)
  })

  test('full but for a little, that is enough for a secret and not for a database', async () => {
    const { path, data, fill } = small()
    writeFileSync(join(path, 'spare'), Buffer.alloc(40_960, 1))
    fill()
    rmSync(join(path, 'spare'))
    refusal(await serve(data), FULL)
    expect(readdirSync(data)).toEqual(['secret'])
    rmSync(join(path, 'ballast'))
    expect((await serve(data)).code).toBe(0)
  })

  test('full after a stop, and after a desk was killed: nothing is lost', async () => {
    const { path, data, fill } = small()
    expect((await serve(data)).code).toBe(0)
    fill()
    refusal(await serve(data), FULL)
    rmSync(join(path, 'ballast'))

    const desk = await startBellhop({ dataDir: data })
    await desk.ready()
    const vera = { name: 'Vera', text: 'Is this kept?', clientId: 'client-full-1' }
    const { cookie } = await startChat(desk.url, vera)
    desk.kill('SIGKILL')
    await desk.exited
    fill()
    expect(refusal(await serve(data), FULL)).not.toContain('in use')
    rmSync(join(path, 'ballast'))

    const again = await startBellhop({ dataDir: data, port: desk.port })
    await again.ready()
    expect((await ask(`${again.url}/chat`, { cookie })).text).toContain('Is this kept?')
    expect(await again.stop()).toBe(0)
  }, 40_000)

  test('full while it runs: it is not ready, and is again once there is room', async () => {
    const { path, data, fill } = small()
    const desk = await startBellhop({ dataDir: data })
    await desk.ready()
    const readiness = async () => {
      const answer = await fetch(`${desk.url}/ready`)
      return { status: answer.status, ...(await answer.json()) }
    }
    let asked = 0
    const startAnother = async () => {
      asked += 1
      const vera = { name: 'Vera', text: 'Is there room?', clientId: `client-room-${asked}` }
      return (await startChat(desk.url, vera)).status
    }
    fill()
    // Its log may have some room left of its own.
    await waitFor('the disk to be full', async () => (await startAnother()) === 507)
    expect(await readiness()).toMatchObject({
      ...{ status: 503, ready: false, store: 'down', reason: 'The disk is full' },
    })
    // Who reads is answered, and the process lives.
    expect((await ask(`${desk.url}/chat`)).status).toBe(200)
    expect((await fetch(`${desk.url}/up`)).status).toBe(200)
    rmSync(join(path, 'ballast'))
    // Nobody writes meanwhile: whoever asks finds out.
    await waitFor('the desk to be ready', async () => (await readiness()).status === 200)
    expect(await startAnother()).toBeLessThan(400)
    expect(await desk.stop()).toBe(0)
  }, 30_000)

  test('without inodes', async () => {
    const { path, data } = small('size=8m,nr_inodes=40')
    const files = Array.from({ length: 40 }, (_, n) => join(path, `file-${n}`))
    const fillUp = () => {
      for (const file of files) {
        try {
          writeFileSync(file, '')
        } catch {
          return
        }
      }
    }
    fillUp()
    refusal(await serve(data), 'no inodes left')
    expect(existsSync(data)).toBe(false)
    for (const file of files) rmSync(file, { force: true })
    expect((await serve(data)).code).toBe(0)
    fillUp()
    refusal(await serve(data), 'no inodes left')
    for (const file of files) rmSync(file, { force: true })
    expect((await serve(data)).code).toBe(0)
  })

  test('read-only', async () => {
    const { data, remount } = small()
    // By a process that has ended: a disk where a file is open cannot be made read-only.
    expect(await runBellhop(['migrate', '--data', data]).exited).toBe(0)
    const before = readdirSync(data)
    remount('ro')
    const told = 'read-only file system'
    refusal(await serve(data, { SECRET }), told)
    refusal(await serve(join(data, 'another')), told)
    refusal(await runHere(['agent', 'create', ...ana, '--data', data]), told)
    expect(readdirSync(data)).toEqual(before)
    remount('rw')
    expect((await serve(data)).code).toBe(0)
  })
})

/** The program as another user: root alone may do that, and only where they may read it. */
const NOBODY = 65_534
const asNobody = [
  ...[findProgram('setpriv') ?? '', `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups'],
  ...[process.execPath, join(import.meta.dir, '../../src/main.ts')],
]
const isReadable = () => {
  const [command = '', ...args] = [...asNobody, '--version']
  return process.geteuid?.() === 0 && command !== '' && spawnSync(command, args).status === 0
}

describe.skipIf(!isReadable())('who the folder belongs to', () => {
  const { DATA_DIR: _, ...rest } = process.env
  const runAs = async (args: string[], env: Record<string, string | undefined> = {}) => {
    const [command = '', ...more] = [...asNobody, ...args]
    const program = spawnProgram(command, more, { env: { ...rest, ...env } })
    return { code: await program.exited, said: program.output() }
  }
  const folderOf = (user: number) => {
    // Every folder above can be looked into, as those above a service's are.
    const folder = join(scratchFolder(), 'data')
    for (let above = dirname(folder); above !== dirname(above); above = dirname(above)) {
      const { mode } = statSync(above)
      if ((mode & 0o055) !== 0o055) chmodSync(above, (mode & 0o7777) | 0o055)
    }
    mkdirSync(folder, { mode: 0o700 })
    chownSync(folder, user, user)
    return folder
  }
  test('is told to whoever may not write there, with the mode', async () => {
    const data = folderOf(1001)
    const port = `${await freePort()}`
    const owned = `${data} belongs to user 1001 (mode 0700), and this process runs as user ${NOBODY}`
    for (const env of [{}, { SECRET }]) {
      const { code, said } = await runAs(['serve', '--port', port, '--data', data], env)
      expect({ code, said }).toEqual({
        code: 2,
        said: expect.stringContaining(`DATA_DIR cannot be written: ${owned}`),
      })
      expect(said).not.toContain('Port')
    }
    expect(readdirSync(data)).toEqual([])
  }, 20_000)

  test('owns what root makes in it, so that the service can go on', async () => {
    const data = folderOf(NOBODY)
    const made = await runHere(['agent', 'create', ...ana, '--data', data])
    expect(made).toMatchObject({ code: 0 })
    expect(made.out).toContain(`A new desk was made in ${data}`)
    expect((await serve(join(data, 'another'))).code).toBe(0)
    for (const name of ['', ...readdirSync(data, { recursive: true })])
      expect([name, statSync(join(data, String(name))).uid]).toEqual([name, NOBODY])
    const list = await runAs(['agent', 'password', '--email', 'ana@desk.test', '--data', data])
    expect(list).toMatchObject({ code: 0, said: expect.stringContaining('has a new password') })
  }, 20_000)

  test('and a file in it that is another’s is named', async () => {
    const data = folderOf(NOBODY)
    // In a process of its own: this one might take the file beside away a moment later.
    expect((await runAs(['migrate', '--data', data])).code).toBe(0)
    chownSync(join(data, 'bellhop.db'), 0, 0)
    const listed = await runAs(['agent', 'list', '--data', data])
    expect(listed).toMatchObject({ code: 2 })
    expect(listed.said).toContain(
      `DATA_DIR cannot be read: ${join(data, 'bellhop.db')} belongs to user 0 (mode 0600)`,
    )
    chownSync(join(data, 'bellhop.db'), NOBODY, NOBODY)
    writeFileSync(join(data, 'bellhop.db-wal'), '', { mode: 0o600 })
    chownSync(join(data, 'bellhop.db-wal'), 0, 0)
    const beside = await runAs(['migrate', '--data', data])
    expect(beside.said).toContain(`${join(data, 'bellhop.db-wal')} belongs to user 0 (mode 0600)`)
    expect(beside.code).toBe(2)
    // Where nothing can be seen, nobody is told that nothing is there.
    const hidden = folderOf(1001)
    const { code, said } = await runAs(['agent', 'list', '--data', hidden], { SECRET })
    expect(said).toContain(`DATA_DIR cannot be read: ${hidden} belongs to user 1001 (mode 0700)`)
    expect(code).toBe(2)
  }, 20_000)
})
