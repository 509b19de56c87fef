import { expect, test } from 'bun:test'
import type { AuditRow } from '../../../actors/audit'
import { type Account, RUNS } from '../../../src/store/ports/accounts'
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

    test('another password ends their sessions with it, but for that of whoever does it', async () => {
      const { accounts } = store()
      await accounts.create(account('lou', { passwordHash: 'one' }), 'lou@example.com')
      const times = { at: 1, idle: 9_000, expires: 9_000 }
      const open = (hash: string) => accounts.openSession(hash, 'lou', times)
      const where = async () =>
        (await accounts.sessionsOf('lou', 2)).map(({ tokenHash }) => tokenHash).toSorted()
      for (const hash of ['home', 'phone']) expect(await open(hash)).toBe('done')
      const from = { address: '203.0.113.9', browser: 'Firefox' }
      const stays = { tokenHash: 'home', times: { ...times, at: 3, idle: 8_000 }, from }
      expect(await accounts.replacePassword('lou', 'two', 'nothing', undefined, stays)).toBe(
        'changed',
      )
      expect(await where()).toEqual(['home', 'phone'])
      expect(await accounts.replacePassword('lou', 'two', 'one', undefined, stays)).toBe('done')
      expect(await accounts.sessionsOf('lou', 2)).toEqual([
        { tokenHash: 'home', createdAt: 3, idleUntil: 8_000, ...from, door: null, strongAt: null },
      ])
      await accounts.setPassword('lou', 'three')
      expect(await where()).toEqual([])
    })

    test('whoever showed a password that is another by now is not in, and nothing is told', async () => {
      const { accounts, audit } = store()
      await accounts.create(account('max', { passwordHash: 'one' }), 'max@example.com')
      const times = { at: 1, idle: 9_000, expires: 9_000 }
      const told: AuditRow = {
        ...{ id: 'max-is-in', at: 1, actor: 'max', actorName: 'Max', act: 'signedIn' },
        ...{ object: 'account:max', address: null, browser: null, detail: {} },
      }
      const isTold = async () => (await audit.newest(100)).some(({ id }) => id === told.id)
      const open = (passwordHash: string) =>
        accounts.openSession('hash', 'max', times, undefined, { passwordHash, told })
      await accounts.setPassword('max', 'two')
      expect(await open('one')).toBe('changed')
      expect([await accounts.sessionsOf('max', 2), await isTold()]).toEqual([[], false])
      expect(await open('two')).toBe('done')
      expect([(await accounts.sessionsOf('max', 2)).length, await isTold()]).toEqual([1, true])
    })

    test('of several who take away who runs the desk, each looks at what the one before left', async () => {
      const { accounts } = store()
      const ids = ['ida', 'ira', 'ivo']
      for (const id of ids) await accounts.create(account(id, { role: 'owner' }), `${id}@x.com`)
      const isOut = async () =>
        (await accounts.all()).filter(({ id, disabledAt }) => ids.includes(id) && disabledAt).length
      const takeAway = async (from: string | undefined, to: string) =>
        (
          await Promise.all(
            ids.map((id) => accounts.disable(id, 5, undefined, { from, to: to + id })),
          )
        ).toSorted()
      const before = await accounts.setting(RUNS)
      expect(await takeAway(before, 'a ')).toEqual(['changed', 'changed', 'done'])
      expect(await isOut()).toBe(1)
      const now = await accounts.setting(RUNS)
      expect(now).toStartWith('a ')
      const as = { name: 'ida', email: 'ida@Example.com', role: 'owner' } as const
      const less = { id: 'ida', before: as, after: { ...as, role: 'agent' as const } }
      expect(await accounts.change({ ...less, runs: { from: before, to: 'b' } })).toBe('changed')
      expect(await accounts.change({ ...less, runs: { from: now, to: 'b' } })).toBe('done')
      expect(await takeAway(now, 'c ')).toEqual(['changed', 'changed', 'changed'])
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
