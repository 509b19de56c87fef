import { expect, test } from 'bun:test'
import type { Account } from '../../../src/store/ports/accounts'
import { type Fresh, withStore } from './fixtures'

export const account = (id: string, more: Partial<Account> = {}): Account => ({
  id,
  email: `${id}@Example.com`,
  name: id,
  role: 'agent',
  passwordHash: '$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA',
  disabledAt: null,
  createdAt: 1_000,
  ...more,
})

/** What changes of an account that is there. */
export const accountChangesContract = (fresh: Fresh): void => {
  withStore('an account that is there', fresh, (store) => {
    test('a password and a name are changed, an account disabled and enabled', async () => {
      const { accounts } = store()
      await accounts.create(account('amir'), 'amir@example.com')
      await accounts.setPassword('amir', '$new')
      await accounts.rename('amir', 'Amir Haddad')
      await accounts.disable('amir', 5_000)
      expect(await accounts.byId('amir')).toEqual(
        account('amir', { passwordHash: '$new', name: 'Amir Haddad', disabledAt: 5_000 }),
      )
      await accounts.disable('amir', null)
      expect((await accounts.byId('amir'))?.disabledAt).toBeNull()
    })

    test('an address and a role are changed, and an account is forgotten', async () => {
      const { accounts } = store()
      await accounts.create(account('vito'), 'vito@example.com')
      await accounts.create(account('vera', { role: 'owner' }), 'vera@example.com')
      expect(await accounts.setEmail('vito', 'v@example.com', 'v@example.com')).toBe('done')
      expect(await accounts.setEmail('vito', 'Vera@example.com', 'vera@example.com')).toBe('taken')
      expect(await accounts.byEmailKey('v@example.com')).toMatchObject({ email: 'v@example.com' })
      expect(await accounts.byEmailKey('vito@example.com')).toBeUndefined()
      await accounts.setRole('vito', 'admin')
      await accounts.disable('vito', 5_000)
      const changed = { role: 'admin', disabledAt: 5_000, email: 'v@example.com', seenAt: null }
      expect((await accounts.all()).find(({ id }) => id === 'vito')).toMatchObject(changed)
      await accounts.openSession('hash', 'vito', { at: 1, idle: 9_000, expires: 9_000 })
      await accounts.remove('vito')
      expect(await accounts.byId('vito')).toBeUndefined()
      expect(await accounts.isSessionOfDisabled('hash', 2)).toBe(false)
      expect(await accounts.create(account('veit'), 'v@example.com')).toBe('done')
    })
  })
}
