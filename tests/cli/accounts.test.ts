import { describe, expect, test } from 'bun:test'
import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { goOnDuty } from '../chaos/people'
import { runBellhop, startBellhop } from '../support/program'
import { scratchFolder } from '../support/programs'

const password = 'a bell for every guest'

const create = async (role: 'admin' | 'agent', data: string, args: string[], input?: string) => {
  const program = runBellhop([role, 'create', '--data', data, ...args], { input })
  const code = await program.exited
  return { code, said: program.output() }
}

const ana = ['--email', 'ana@desk.test', '--name', 'Ana', '--password-stdin']
const amir = ['--email', 'amir@desk.test', '--name', 'Amir']

describe('an account', () => {
  test('is made while the desk is closed, and while it is open', async () => {
    const data = scratchFolder()
    const closed = await create('agent', data, ana, `${password}\n`)
    expect(closed.said).toContain('Ana can sign in as ana@desk.test')
    expect(closed.said).not.toContain(password)
    expect(closed.code).toBe(0)

    const desk = await startBellhop({ dataDir: data })
    await desk.ready()
    expect(statSync(join(data, 'control.sock')).mode & 0o777).toBe(0o600)
    const open = await create('admin', data, amir)
    expect(open.code).toBe(0)
    expect(open.said).toContain(`at ${desk.url}/sign-in`)
    const made = /The password is (\S{20})$/m.exec(open.said)?.[1] ?? ''

    // Both can work, the second with the password that was made.
    await goOnDuty(desk.url, { email: 'ana@desk.test', password })
    await goOnDuty(desk.url, { email: 'amir@desk.test', password: made })

    const twice = await create('agent', data, ana, password)
    expect(twice.code).toBe(1)
    expect(twice.said).toContain('has an account already')
    expect(await desk.stop()).toBe(0)
    expect(existsSync(join(data, 'control.sock'))).toBe(false)
  }, 30_000)

  test('is not made with a password that is too short, an address that is none', async () => {
    const data = scratchFolder()
    for (const input of ['short', '']) {
      const weak = await create('agent', data, ana, input)
      expect(weak.code).toBe(1)
      expect(weak.said).toContain('15')
      expect(weak.said.split('\n').filter(Boolean)).toHaveLength(1)
    }
    const nowhere = await create('agent', data, ['--email', 'ana', '--name', 'Ana'])
    expect(nowhere.code).toBe(1)
    expect(nowhere.said).not.toContain('The password is')
  }, 30_000)

  test('is made in a folder whose desk was killed', async () => {
    const desk = await startBellhop()
    await desk.ready()
    desk.kill('SIGKILL')
    await desk.exited
    expect(existsSync(join(desk.dataDir, 'control.sock'))).toBe(true)
    expect((await create('agent', desk.dataDir, ana, password)).code).toBe(0)
  }, 30_000)
})
