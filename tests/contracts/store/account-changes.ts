import { expect, test } from 'bun:test'
import type { AuditRow } from '../../../actors/audit'
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
      const vito = { name: 'vito', email: 'vito@Example.com', role: 'agent' } as const
      const moved = { ...vito, email: 'v@example.com' }
      const one = { id: 'vito', before: vito, after: moved, emailKey: 'v@example.com' } as const
      expect(await accounts.change(one)).toBe('done')
      const taken = { ...moved, email: 'Vera@example.com' }
      expect(
        await accounts.change({
          ...{ id: 'vito', before: moved, after: taken, emailKey: 'vera@example.com' },
        }),
      ).toBe('taken')
      expect(await accounts.byEmailKey('v@example.com')).toMatchObject({ email: 'v@example.com' })
      expect(await accounts.byEmailKey('vito@example.com')).toBeUndefined()
      const admin = { ...moved, role: 'admin' } as const
      expect(await accounts.change({ id: 'vito', before: moved, after: admin })).toBe('done')
      await accounts.disable('vito', 5_000)
      const changed = { role: 'admin', disabledAt: 5_000, email: 'v@example.com', seenAt: null }
      expect((await accounts.all()).find(({ id }) => id === 'vito')).toMatchObject(changed)
      await accounts.openSession('hash', 'vito', { at: 1, idle: 9_000, expires: 9_000 })
      await accounts.remove('vito')
      expect(await accounts.byId('vito')).toBeUndefined()
      expect(await accounts.isSessionOfDisabled('hash', 2)).toBe(false)
      expect(await accounts.create(account('veit'), 'v@example.com')).toBe('done')
    })

    test('of two who change one they both looked at, the first does; saying what is so is done', async () => {
      const { accounts } = store()
      await accounts.create(account('nina'), 'nina@example.com')
      const before = { name: 'nina', email: 'nina@Example.com', role: 'agent' } as const
      const as = (name: string) => ({ id: 'nina', before, after: { ...before, name } })
      const sent = [1, 2, 3].map((n) => accounts.change(as(`Nina ${n}`)))
      expect((await Promise.all(sent)).toSorted()).toEqual(['changed', 'changed', 'done'])
      const { name = '' } = (await accounts.byId('nina')) ?? {}
      expect(name).toMatch(/^Nina \d$/)
      const now = { ...before, name }
      expect(await accounts.change({ id: 'nina', before: now, after: now })).toBe('done')
      expect(await accounts.change({ ...as('Nobody'), id: 'nobody' })).toBe('changed')
    })

    test('what the audit is told is written with it, and with nothing that was not', async () => {
      const { accounts, audit } = store()
      let made = 0
      const row = (act: AuditRow['act']): AuditRow => ({
        ...{ id: `told-${++made}`, at: made, actor: 'olga', actorName: 'Olga', act },
        ...{ object: 'account:tom', address: null, browser: null, detail: {} },
      })
      const acts = async () =>
        (await audit.newest(100)).filter(({ id }) => id.startsWith('told-')).length
      const before = { name: 'tom', email: 'tom@Example.com', role: 'agent' } as const
      const change = { id: 'tom', before, after: { ...before, name: 'Tom' } }
      await accounts.create(account('tom'), 'tom@example.com', row('accountMade'))
      await accounts.change(change, row('accountChanged'))
      await accounts.setPassword('tom', '$new', row('passwordSet'))
      await accounts.replacePassword('tom', '$newer', '$new', row('passwordSet'))
      await accounts.disable('tom', 1, row('accountDisabled'))
      await accounts.closeSessions([], row('sessionsEnded'))
      expect(await acts()).toBe(6)
      await accounts.create(account('tim'), 'tom@example.com', row('accountMade'))
      await accounts.change(change, row('accountChanged'))
      await accounts.replacePassword('tom', '$other', '$new', row('passwordSet'))
      expect(await acts()).toBe(6)
      await accounts.remove('tom', row('accountRemoved'))
      expect(await acts()).toBe(7)
    })
  })
}
