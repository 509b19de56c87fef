import { expect, test } from 'bun:test'
import type { OwnRole } from '../../../actors/role'
import { account } from './account-changes'
import { type Fresh, tallied, together, withStore } from './fixtures'

const role = (more: Partial<OwnRole> = {}): OwnRole => ({
  ...{ id: 'own-1', name: 'Team lead', permissions: ['workbench.use', 'agents.manage'] },
  ...{ version: 'one', ...more },
})

export const rolesContract = (fresh: Fresh): void => {
  withStore('roles', fresh, (store) => {
    test('a role is kept, changed while it is as it was, and removed', async () => {
      const { roles } = store()
      expect(await roles.create(role(), 'team lead')).toBe('done')
      expect(await roles.create(role({ id: 'own-2' }), 'team lead')).toBe('taken')
      expect(await roles.create(role({ id: 'own-2', name: '班长' }), '班长')).toBe('done')
      expect((await roles.all()).map(({ id }) => id)).toEqual(['own-1', 'own-2'])
      const next = role({ name: 'Lead', permissions: [], version: 'two' })
      expect(await roles.change(next, 'lead', 'other')).toBe('changed')
      expect(await roles.change(next, '班长', 'one')).toBe('taken')
      expect(await roles.find('own-1')).toEqual(role())
      expect(await roles.change(next, 'lead', 'one')).toBe('done')
      expect(await roles.find('own-1')).toEqual(next)
      await roles.remove('own-1')
      await roles.remove('own-1')
      expect(await roles.find('own-1')).toBeUndefined()
    })

    test('of several who change one at once one does', async () => {
      const { roles } = store()
      await roles.create(role({ id: 'own-3', name: 'Three' }), 'three')
      const outcomes = await together(10, (n) =>
        roles.change(role({ id: 'own-3', name: 'Three', version: `v${n}` }), 'three', 'one'),
      )
      expect(tallied(outcomes)).toEqual({ done: 1, changed: 9 })
    })
  })

  withStore('sessions and roles', fresh, (store) => {
    test('a session brings what a role of the desk’s own allows, and nothing of a built-in one', async () => {
      const { accounts, roles } = store()
      const times = { at: 1_000, idle: 9_000, expires: 9_000 }
      await roles.create(role(), 'team lead')
      await accounts.create(account('lea', { role: 'own-1' }), 'lea@example.com')
      await accounts.create(account('ana'), 'ana@example.com')
      await accounts.openSession('leas', 'lea', times)
      await accounts.openSession('anas', 'ana', times)
      const [lea, ana] = await Promise.all([
        accounts.session('leas', 2_000),
        accounts.session('anas', 2_000),
      ])
      expect(lea?.grants).toEqual(['workbench.use', 'agents.manage'])
      expect(ana && 'grants' in ana).toBe(false)
      await roles.remove('own-1')
      expect((await accounts.session('leas', 2_000))?.grants).toBeUndefined()
    })

    test('where somebody is signed in is known, newest first, with where it was begun', async () => {
      const { accounts } = store()
      await accounts.create(account('sam'), 'sam@example.com')
      expect((await accounts.all()).find(({ id }) => id === 'sam')?.seenAt).toBeNull()
      const noDoor = { door: null, strongAt: null }
      const from = { address: '2001:db8::1', browser: 'Firefox 146 · 统信' }
      await accounts.openSession('old', 'sam', { at: 1_000, idle: 5_000, expires: 9_000 })
      await accounts.openSession('new', 'sam', { at: 2_000, idle: 8_000, expires: 9_000 }, from)
      await accounts.openSession('over', 'sam', { at: 1_000, idle: 1_500, expires: 9_000 })
      expect(await accounts.sessionsOf('sam', 3_000)).toEqual([
        { tokenHash: 'new', createdAt: 2_000, idleUntil: 8_000, ...from, ...noDoor },
        {
          ...{ tokenHash: 'old', createdAt: 1_000, idleUntil: 5_000, address: null, browser: null },
          ...noDoor,
        },
      ])
      expect(await accounts.sessionsOf('sam', 6_000)).toHaveLength(1)
      expect((await accounts.all()).find(({ id }) => id === 'sam')?.seenAt).toBe(1_000)
      await accounts.saw('sam', 7_000)
      expect((await accounts.all()).find(({ id }) => id === 'sam')?.seenAt).toBe(7_000)
    })

    test('of several who replace a password at once one does', async () => {
      const { accounts } = store()
      await accounts.create(account('pia', { passwordHash: 'before' }), 'pia@example.com')
      const outcomes = await together(10, (n) =>
        accounts.replacePassword('pia', `after-${n}`, 'before'),
      )
      expect(tallied(outcomes)).toEqual({ done: 1, changed: 9 })
    })
  })
}
