import { describe, expect, test } from 'bun:test'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { freePort, isOpen } from '../support/ports'
import { startBellhop } from '../support/program'
import { scratchFolder, waitFor } from '../support/programs'
import { runHere, serveHere } from './terminal'

const serve = async (args: string[], env: Record<string, string> = {}) => {
  const port = await freePort()
  const { code, err } = await runHere(
    ['serve', '--port', `${port}`, '--data', scratchFolder(), ...args],
    { env: { LOG_LEVEL: 'error', ...env } },
  )
  return { code, err, port }
}

describe('a desk opens as a whole or ends with one sentence', () => {
  const things: [what: string, make: (path: string) => void][] = [
    ['a folder', (path) => mkdirSync(path)],
    ['somebody’s file', (path) => writeFileSync(path, 'not ours')],
  ]
  test.each(things)('where its door would be there is %s', async (what, make) => {
    const data = scratchFolder()
    const path = join(data, 'control.sock')
    make(path)
    const { code, err, port } = await serve(['--host', '127.0.0.1', '--data', data])
    expect(err).toBe(`${path} is no socket, and the desk listens for commands there: move it away`)
    expect(code).toBe(2)
    expect(await isOpen(port)).toBe(false)
    if (what !== 'a folder') expect(readFileSync(path, 'utf8')).toBe('not ours')
    // It let go of everything: another desk can have it.
    expect((await runHere(['migrate', '--data', data])).code).toBe(0)
  })

  test('in a folder whose name is longer than a socket’s may be, it opens or says so', async () => {
    const data = join(scratchFolder(), 'a'.repeat(120))
    const { code, err } = await serve(['--host', '127.0.0.1', '--data', data])
    if (code !== 0) expect(err).toContain('where the desk listens for commands, cannot be made')
    expect([0, 2]).toContain(code)
  })

  test('one that is asked to end while it opens does so in order', async () => {
    const desk = await startBellhop()
    await waitFor('its first file', async () =>
      (await Bun.file(join(desk.dataDir, 'secret')).exists()) ? true : null,
    )
    desk.kill('SIGTERM')
    expect(await desk.exited).toBe(0)
    expect(desk.stdout()).toContain('Bellhop is closed')
  }, 20_000)
})

describe('where it listens', () => {
  test.each([
    ['127.0.0.2', 'http://127.0.0.2:'],
    ['0.0.0.0', 'http://localhost:'],
  ])(
    'at %s the address that is printed answers',
    async (host, address) => {
      const desk = await serveHere({ host, env: { BASE_URL: '' } })
      const printed = /Bellhop is open at (\S+)/.exec(desk.said())?.[1]
      expect(printed).toBe(`${address}${desk.port}`)
      expect((await fetch(`${printed}/up`)).status).toBe(200)
      expect(await desk.stop()).toBe(0)
    },
    20_000,
  )

  test.each(['192.0.2.7', 'nowhere.invalid', '2001:db8::7'])(
    '%s is no address of this machine: the setting is named, with one that is',
    async (host) => {
      const { code, err } = await serve([], { HOST: host })
      expect(code).toBe(2)
      expect(err).toMatch(/^HOST must be an address of this machine, like \S+/)
      expect(err).toContain(`(got "${host}")`)
      expect(err).not.toMatch(/E[A-Z]{4,}/)
    },
  )
})
