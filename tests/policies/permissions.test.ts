import { describe, expect, test } from 'bun:test'
import type { Person, Role, Staff } from '../../actors/people'
import { allows, type Permission, permissions, roles } from '../../src/policies/permissions'
import { sources, withoutComments } from '../house/source'

const staff = (role: Role): Staff => ({
  ...{ kind: 'staff', id: role, name: role, role, departments: ['support'] },
})
const may = (role: Role, permission: Permission) => allows(staff(role), permission)

describe('the built-in roles', () => {
  test('each may what the next lower one may, and more', () => {
    expect(roles.agent.isSubsetOf(roles.supervisor)).toBe(true)
    expect(roles.supervisor.isSubsetOf(roles.admin)).toBe(true)
    expect(roles.admin.isSubsetOf(roles.owner)).toBe(true)
    expect(roles.agent.size).toBeLessThan(roles.supervisor.size)
    expect(roles.supervisor.size).toBeLessThan(roles.admin.size)
  })

  test('an owner may everything there is, and so may an admin', () => {
    expect([...roles.owner]).toEqual([...permissions])
    expect([...roles.admin]).toEqual([...permissions])
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

/**
 * What no code asks for yet, by name: a feature takes its own off this list with its first check,
 * and one that forgets to ask is still on it.
 */
const unasked: Permission[] = [
  'tags.manage',
  'knowledge.manage',
  'reports.read',
  'agents.manage',
  'roles.manage',
  'texts.manage',
  'bot.manage',
  'privacy.manage',
  'system.read',
]

test('every permission is asked for somewhere, but those whose feature is still to come', async () => {
  const code = (await sources('{actors,src}/**/*.{ts,tsx}'))
    .filter(({ path }) => path !== 'src/policies/permissions.ts')
    .map((source) => withoutComments(source).text)
    .join()
  expect(permissions.filter((permission) => !code.includes(`'${permission}'`))).toEqual(unasked)
})
