import { describe, expect, test } from 'bun:test'
import { spawnSync } from 'node:child_process'
import { chmodSync, chownSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { freePort } from '../support/ports'
import { ownCommand } from '../support/program'
import { findProgram, scratchFolder, spawnProgram } from '../support/programs'
import { ana, SECRET, serve } from './refusal'
import { runHere } from './terminal'

/** The program as another user: root alone may do that, and only where they may read it. */
const NOBODY = 65_534
const asNobody = [
  ...[findProgram('setpriv') ?? '', `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups'],
  ...ownCommand,
]
/** Every folder above can be looked into, as those above a service's are. */
const openAbove = (path: string) => {
  for (let above = dirname(path); above !== dirname(above); above = dirname(above)) {
    const { mode } = statSync(above)
    if ((mode & 0o055) !== 0o055) chmodSync(above, (mode & 0o7777) | 0o055)
  }
}
const isReadable = () => {
  // One that was built for this run is in the run's own folder.
  if (ownCommand[0].startsWith(tmpdir())) openAbove(ownCommand[0])
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
    const folder = join(scratchFolder(), 'data')
    openAbove(folder)
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
    // What else is the other's is put right with it.
    chownSync(join(data, 'secret'), 0, 0)
    const port = `${await freePort()}`
    for (const env of [{}, { SECRET }]) {
      const started = await runAs(['serve', '--port', port, '--data', data], env)
      expect(started.said).toMatch(new RegExp(`or chown -R ${NOBODY} ${data}\\n`))
    }
    chownSync(join(data, 'secret'), NOBODY, NOBODY)
    chownSync(join(data, 'bellhop.db'), NOBODY, NOBODY)
    writeFileSync(join(data, 'bellhop.db-wal'), '', { mode: 0o600 })
    chownSync(join(data, 'bellhop.db-wal'), 0, 0)
    chmodSync(join(data, 'bellhop.db'), 0o400)
    const locked = await runAs(['serve', '--port', port, '--data', data])
    expect(locked.said).toContain(`chmod u+rw ${join(data, 'bellhop.db')}`)
    expect(locked.said).not.toContain('chown')
    chmodSync(join(data, 'bellhop.db'), 0o600)
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
