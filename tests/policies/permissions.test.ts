import { describe, expect, test } from 'bun:test'
import type { BuiltInRole, Person, Staff } from '../../actors/people'
import {
  allows,
  awaited,
  type Permission,
  permissions,
  permissionsOf,
  roles,
} from '../../src/policies/permissions'
import { covers } from '../../src/policies/rank'
import { permissionWords, saidPermissions } from '../../views/words/permissions'
import { sources, withoutComments } from '../house/source'

const staff = (role: BuiltInRole): Staff => ({
  ...{ kind: 'staff', id: role, name: role, role, departments: ['support'] },
})
const may = (role: BuiltInRole, permission: Permission) => allows(staff(role), permission)

describe('the built-in roles', () => {
  test('each may what the next lower one may, and more', () => {
    expect(roles.agent.isSubsetOf(roles.supervisor)).toBe(true)
    expect(roles.supervisor.isSubsetOf(roles.admin)).toBe(true)
    expect(roles.admin.isSubsetOf(roles.owner)).toBe(true)
    expect(roles.agent.size).toBeLessThan(roles.supervisor.size)
    expect(roles.supervisor.size).toBeLessThan(roles.admin.size)
  })

  test('an owner may everything there is, and an admin all but making owners', () => {
    expect([...roles.owner]).toEqual([...permissions])
    expect(permissions.filter((one) => !roles.admin.has(one))).toEqual(['owners.manage'])
  })

  test('an agent works, and sees nothing of the office', () => {
    expect(may('agent', 'conversations.reply')).toBe(true)
    expect(may('agent', 'office.use')).toBe(false)
    expect(
      permissions.filter((one) => /manage|audit|reports/.test(one) && may('agent', one)),
    ).toEqual([])
  })

  test('a supervisor sees their departments and the figures, but changes no account', () => {
    for (const one of ['office.use', 'reports.read', 'conversations.takeOver'] as const)
      expect(may('supervisor', one)).toBe(true)
    for (const one of ['conversations.watch.all', 'accounts.manage', 'settings.manage'] as const)
      expect(may('supervisor', one)).toBe(false)
  })
})

test('nobody and visitors are allowed nothing, whatever their id', () => {
  const people: (Person | null)[] = [null, { kind: 'visitor', id: 'owner' }]
  for (const person of people)
    expect(permissions.filter((permission) => allows(person, permission))).toEqual([])
})

test('every permission is asked for somewhere, but those whose feature is still to come', async () => {
  const code = (await sources('{actors,src}/**/*.{ts,tsx}'))
    .filter(({ path }) => path !== 'src/policies/permissions.ts')
    .map((source) => withoutComments(source).text)
    .join()
  // What only owners have is asked for by comparing roles.
  const others: Permission[] = permissions.filter((one) => one !== 'owners.manage')
  expect(others.filter((permission) => !code.includes(`'${permission}'`))).toEqual([...awaited])
})

test('every permission has a sentence, in the order of the table', () => {
  expect(saidPermissions).toEqual(permissions)
  for (const one of permissions)
    for (const language of ['en', 'zh'] as const)
      expect(permissionWords(one, language)).not.toBe(one)
})

describe('a role of the desk’s own', () => {
  const own = (grants: string[]): Staff => ({ ...staff('agent'), role: 'own-1', grants })

  test('allows what it says, and never what only owners have', () => {
    expect(allows(own(['conversations.end']), 'conversations.end')).toBe(true)
    expect(allows(own(['conversations.end']), 'conversations.reply')).toBe(false)
    expect(allows(own(['owners.manage']), 'owners.manage')).toBe(false)
    expect([...permissionsOf({ role: 'own-1', grants: ['owners.manage', 'nonsense'] })]).toEqual([])
  })

  test('allows nothing once it is gone, and what it says adds nothing to a built-in one', () => {
    expect(permissions.filter((one) => allows({ ...staff('agent'), role: 'own-2' }, one))).toEqual(
      [],
    )
    expect(allows({ ...staff('agent'), grants: ['office.use'] }, 'office.use')).toBe(false)
  })

  test('is covered by who may all that it allows', () => {
    const lead = { role: 'own-1', grants: ['workbench.use', 'agents.manage'] }
    expect(covers({ role: 'admin' }, lead)).toBe(true)
    expect(covers(lead, { role: 'agent' })).toBe(false)
    expect(covers({ role: 'admin' }, { role: 'owner' })).toBe(false)
    expect(covers({ role: 'owner' }, { role: 'owner' })).toBe(true)
    expect(covers({ role: 'agent' }, { role: 'own-gone' })).toBe(true)
  })
})
