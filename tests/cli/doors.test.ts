import { expect, test } from 'bun:test'
import { scratchFolder } from '../support/programs'
import { runHere } from './terminal'

const data = scratchFolder()
const run = async (...argv: string[]) => {
  const { code, said } = await runHere([...argv, '--data', data])
  return { code, said }
}
const jsonOf = async (...argv: string[]) => JSON.parse((await run(...argv, '--json')).said)

test('a role asks for a second factor, and somebody’s is taken off', async () => {
  const ana = ['--email', 'ana@desk.test']
  expect((await run('agent', 'create', ...ana, '--name', 'Ana')).code).toBe(0)
  const set = await run('role', 'set', 'agent', '--second-factor', 'required')
  expect(set).toMatchObject({ code: 0, said: expect.stringContaining('required for agent') })
  const rows = await jsonOf('role', 'list')
  expect(rows.find(({ id }: { id: string }) => id === 'agent').secondFactor).toBe('required')
  expect((await run('role', 'set', 'agent', '--second-factor', 'perhaps')).code).toBe(2)
  expect((await run('role', 'set', 'owner', '--deny', 'audit.read')).code).toBe(1)
  const off = await run('agent', 'set', ...ana, '--no-second-factor')
  expect(off).toMatchObject({ code: 0, said: expect.stringContaining('no two-step sign-in') })
  const both = await run('agent', 'set', ...ana, '--no-second-factor', '--capacity', '3')
  expect(both.said).toMatch(/3[\s\S]*no two-step sign-in/)
  expect((await run('agent', 'set', ...ana)).code).toBe(2)
}, 60_000)

test('a service is added, changed, listed and removed', async () => {
  const bare = await run('provider', 'set', 'Example', '--issuer', 'http://inside.test')
  expect(bare).toMatchObject({ code: 1, said: expect.stringContaining('https') })
  const of = ['--issuer', 'https://accounts.example.org', '--client-id', 'desk']
  expect((await run('provider', 'set', 'Example', ...of)).code).toBe(0)
  const role = await run('provider', 'set', 'Example', '--role', 'agent')
  expect(role).toMatchObject({ code: 1, said: expect.stringContaining('whose addresses') })
  const domains = ['--domains', 'example.org, @example.com']
  const row = await jsonOf('provider', 'set', 'Example', '--role', 'agent', ...domains)
  expect(row).toMatchObject({ role: 'agent', domains: ['example.org', 'example.com'] })
  expect((await run('provider', 'list')).said).toContain('https://accounts.example.org')
  expect((await run('provider', 'remove', 'Other')).code).toBe(1)
  expect((await run('provider', 'remove', 'Example')).code).toBe(0)
  expect(await jsonOf('provider', 'list')).toEqual([])
}, 60_000)
