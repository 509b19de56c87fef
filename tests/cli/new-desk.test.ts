import { describe, expect, test } from 'bun:test'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { scratchFolder } from '../support/programs'
import { runHere } from './terminal'

const amir = ['--email', 'amir@desk.test', '--name', 'Amir']

const create = async (role: 'admin' | 'agent', data: string) => {
  const { code, said } = await runHere([role, 'create', '--data', data, ...amir])
  return { code, said }
}

describe('a desk for an account', () => {
  test('is not made in a folder that is not there', async () => {
    const folder = scratchFolder()
    const mistyped = join(folder, 'dtaa')
    expect(await create('admin', mistyped)).toEqual({
      code: 2,
      said: `There is no desk in ${mistyped}: bellhop serve makes one\n`,
    })
    const file = await runHere(['agent', 'create', ...amir], {
      env: { DATABASE_URL: `sqlite:${join(mistyped, 'desk.db')}`, DATA_DIR: folder },
    })
    expect(file).toMatchObject({ code: 2, err: expect.stringContaining('There is no desk in') })
    expect(readdirSync(folder)).toEqual([])
  }, 40_000)

  test('is made where it was named, and told; where to sign in only if that is known', async () => {
    const data = scratchFolder()
    const made = await create('agent', data)
    expect(made.code).toBe(0)
    expect(made.said).toContain(`A new desk was made in ${data}\n`)
    expect(made.said).toContain(
      `Amir can sign in as amir@desk.test once the desk in ${data} is open\n`,
    )
    expect(made.said).not.toContain('http')
    const env = { BASE_URL: 'https://chat.example.org' }
    const olga = ['--email', 'olga@desk.test', '--name', 'Olga']
    const next = await runHere(['admin', 'create', ...olga, '--data', data], { env })
    expect(next.out).toContain('olga@desk.test at https://chat.example.org/sign-in')
    expect(next.out).not.toContain('new desk')
  }, 40_000)
})
