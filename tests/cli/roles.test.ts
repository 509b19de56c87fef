import { expect, test } from 'bun:test'
import { scratchFolder } from '../support/programs'
import { runHere } from './terminal'

const data = scratchFolder()
const run = async (...argv: string[]) => {
  const { code, said } = await runHere([...argv, '--data', data])
  return { code, said }
}
const jsonOf = async (...argv: string[]) => JSON.parse((await run(...argv, '--json')).said)

test('a role is made, changed, given, listed and removed', async () => {
  const olga = ['--email', 'olga@desk.test', '--name', 'Olga']
  expect((await run('admin', 'create', ...olga)).code).toBe(0)
  const ana = ['--email', 'ana@desk.test', '--name', 'Ana']
  expect((await run('agent', 'create', ...ana)).code).toBe(0)
  const made = await run('role', 'set', 'Team lead', '--like', 'agent', '--allow', 'board.read')
  expect(made.code).toBe(0)
  expect(made.said).toMatch(/Team lead allows .*office\.use/)
  const only = ['--only', 'conversations.reply', 'conversations.note']
  const role = await jsonOf('role', 'set', 'team LEAD', '--name', 'Lead', ...only)
  expect(role).toMatchObject({
    ...{ name: 'Lead', builtIn: false, people: 0 },
    permissions: ['workbench.use', 'conversations.reply', 'conversations.note'],
  })
  const denied = await jsonOf('role', 'set', 'Lead', '--deny', 'conversations.note')
  expect(denied.permissions).toEqual(['workbench.use', 'conversations.reply'])
  const given = await run('agent', 'set', '--email', 'ana@desk.test', '--role', 'Lead')
  expect(given).toMatchObject({ code: 0, said: expect.stringContaining('is of the role Lead') })
  expect((await run('agent', 'list')).said).toMatch(/Ana +ana@desk.test +Lead/)
  expect((await run('role', 'list')).said).toMatch(/Lead +own +1 +2 of/)
  const stays = await run('role', 'remove', 'Lead')
  expect(stays).toMatchObject({
    code: 1,
    said: expect.stringContaining('One person has this role'),
  })
  await run('agent', 'set', '--email', 'ana@desk.test', '--role', 'supervisor')
  expect(await run('role', 'remove', 'lead')).toMatchObject({ code: 0 })
  expect((await jsonOf('role', 'list')).map(({ id }: { id: string }) => id)).toEqual([
    ...['owner', 'admin', 'supervisor', 'agent'],
  ])
}, 60_000)

test('what cannot be is refused in a sentence', async () => {
  expect(await run('role', 'set', 'Pilots', '--allow', 'fly')).toMatchObject({
    ...{ code: 2, said: expect.stringContaining('There is no permission fly') },
  })
  expect(await run('role', 'set', 'owner', '--deny', 'audit.read')).toMatchObject({
    ...{ code: 1, said: expect.stringContaining('built-in role stays as it is') },
  })
  expect(await run('role', 'set', 'Kings', '--allow', 'owners.manage')).toMatchObject({ code: 1 })
  expect(await run('role', 'remove', 'nobody’s')).toMatchObject({
    ...{ code: 1, said: expect.stringContaining('no such role') },
  })
  const strange = await run('agent', 'set', '--email', 'ana@desk.test', '--role', 'pilot')
  expect(strange).toMatchObject({ code: 1, said: expect.stringContaining('no such role') })
}, 60_000)
