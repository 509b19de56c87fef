import { expect, test } from 'bun:test'
import type { Provider } from '../../../actors/provider'
import { account } from './account-changes'
import { type Fresh, tallied, together, withStore } from './fixtures'

const times = { at: 1_000, idle: 9_000, expires: 9_000 }

const provider = (id: string, more: Partial<Provider> = {}): Provider => ({
  ...{ id, label: 'Example', issuer: 'https://accounts.example.org', clientId: 'desk' },
  ...{ clientSecret: 'sealed', domains: ['example.org'], role: 'agent', countsAsSecond: false },
  ...{ version: 'one', ...more },
})

/** What people sign in by beside their password, and whose sessions open nothing. */
export const doorsContract = (fresh: Fresh): void => {
  withStore('second factors', fresh, (store) => {
    const factor = (of: string) => ({ account: of, secret: 'sealed', createdAt: 1, usedStep: 5 })

    test('a factor is added once, a code of a step used once, and a recovery code once', async () => {
      const { factors } = store()
      const added = await together(5, () => factors.add(factor('ana'), ['a', 'b']))
      expect(tallied(added)).toEqual({ done: 1, taken: 4 })
      expect(await factors.find('ana')).toEqual(factor('ana'))
      expect(tallied(await together(5, () => factors.use('ana', 7, 5)))).toEqual({
        ...{ done: 1, changed: 4 },
      })
      expect((await factors.find('ana'))?.usedStep).toBe(7)
      expect(await factors.countCodes('ana')).toBe(2)
      expect(tallied(await together(5, () => factors.useCode('ana', 'a')))).toEqual({
        ...{ done: 1, gone: 4 },
      })
      expect(await factors.useCode('amir', 'b')).toBe('gone')
      await factors.renewCodes('ana', ['c', 'd', 'e'])
      expect(await factors.useCode('ana', 'b')).toBe('gone')
      expect(await factors.countCodes('ana')).toBe(3)
      expect(await factors.accounts()).toContain('ana')
    })

    test('a session of a role that asks for one is nobody’s until it was shown, and again once it is taken off', async () => {
      const { accounts, factors, passkeys } = store()
      await accounts.create(account('sam', { role: 'supervisor' }), 'sam@example.com')
      await accounts.openSession('weak', 'sam', times)
      await accounts.openSession('other', 'sam', times)
      expect((await accounts.session('weak', 2_000))?.account.id).toBe('sam')
      expect(await accounts.confinedSession('weak', 2_000)).toBeUndefined()
      await factors.force('supervisor', true)
      await factors.force('supervisor', true)
      expect(await factors.forced()).toEqual(['supervisor'])
      const both = ['weak', 'other'].map((hash) => accounts.session(hash, 2_000))
      expect(await Promise.all(both)).toEqual([undefined, undefined])
      expect((await accounts.confinedSession('weak', 2_000))?.id).toBe('sam')
      await accounts.strengthen('weak', 'sam', 2_000)
      expect((await accounts.session('weak', 2_000))?.account.id).toBe('sam')
      expect(await accounts.confinedSession('other', 2_000)).toBeUndefined()
      expect(await accounts.sessionsOf('sam', 2_000)).toHaveLength(1)
      await factors.add(factor('sam'), [])
      const key = { id: 'k', account: 'sam', name: 'Phone', credential: 'c', publicKey: 'p' }
      await passkeys.add({ ...key, counter: 0, createdAt: 1, usedAt: null })
      await factors.remove('sam', { keeps: true })
      expect(await accounts.session('weak', 2_000)).toBeDefined()
      await factors.remove('sam', { keeps: false })
      expect(await passkeys.of('sam')).toEqual([])
      expect(await accounts.session('weak', 2_000)).toBeUndefined()
      await factors.force('supervisor', false)
      expect(await accounts.session('weak', 2_000)).toBeDefined()
    })
  })

  withStore('passkeys', fresh, (store) => {
    test('a key is somebody’s, and of two who use it at once one does', async () => {
      const { passkeys } = store()
      const key = (id: string, createdAt: number) => ({
        ...{ id, account: 'ana', name: `密钥 ${id}`, credential: 'c'.repeat(1_400) },
        ...{ publicKey: 'p', counter: 3, createdAt, usedAt: null },
      })
      expect(await passkeys.add(key('two', 2))).toBe('done')
      expect(await passkeys.add(key('one', 1))).toBe('done')
      expect(await passkeys.add(key('one', 1))).toBe('taken')
      expect((await passkeys.of('ana')).map(({ id }) => id)).toEqual(['one', 'two'])
      expect(tallied(await together(5, () => passkeys.use('one', 4, 3, 9)))).toEqual({
        ...{ done: 1, changed: 4 },
      })
      expect(await passkeys.find('one')).toMatchObject({ counter: 4, usedAt: 9 })
      await passkeys.remove('amir', 'one', { isLast: false })
      expect(await passkeys.find('one')).toBeDefined()
      await passkeys.remove('ana', 'one', { isLast: false })
      expect(await passkeys.find('one')).toBeUndefined()
    })
  })

  withStore('providers', fresh, (store) => {
    test('one is kept and changed while it is as it was, and forgets whom another issuer meant', async () => {
      const { providers } = store()
      await providers.create(provider('p'))
      expect(await providers.find('p')).toEqual(provider('p'))
      const next = provider('p', { label: '员工', domains: [], version: 'two' })
      const wrote = await together(5, () =>
        providers.change(next, { version: 'one', forgets: false }),
      )
      expect(tallied(wrote)).toEqual({ done: 1, changed: 4 })
      const link = { provider: 'p', subject: 's', account: 'ana', createdAt: 1 }
      expect(tallied(await together(3, () => providers.addLink(link)))).toEqual({
        ...{ done: 1, taken: 2 },
      })
      expect(await providers.addLink({ ...link, account: 'amir' })).toBe('taken')
      expect(await providers.addLink({ ...link, subject: 'other' })).toBe('taken')
      expect((await providers.linksOf('ana')).map((one) => one.subject)).toEqual(['s'])
      const moved = { ...next, issuer: 'https://other.example', version: 'three' }
      expect(await providers.change(moved, { version: 'two', forgets: true })).toBe('done')
      expect(await providers.link('p', 's')).toBeUndefined()
      expect(await providers.all()).toEqual([moved])
    })

    test('with one go its links and the sessions that were begun by it, with an account all its doors', async () => {
      const { accounts, providers, passkeys, factors } = store()
      await accounts.create(account('lea'), 'lea@example.com')
      await providers.create(provider('q'))
      await providers.addLink({ provider: 'q', subject: 's', account: 'lea', createdAt: 1 })
      const from = { address: null, browser: null }
      await accounts.openSession('by', 'lea', times, { ...from, door: 'provider:q', strongAt: 1 })
      await accounts.openSession('own', 'lea', times, { ...from, door: 'password' })
      await providers.remove('q')
      await providers.remove('q')
      expect(await accounts.session('by', 2_000)).toBeUndefined()
      expect(await accounts.session('own', 2_000)).toBeDefined()
      expect(await providers.linksOf('lea')).toEqual([])
      await providers.addLink({ provider: 'r', subject: 's', account: 'lea', createdAt: 1 })
      await factors.add({ account: 'lea', secret: 'x', createdAt: 1, usedStep: 1 }, ['a'])
      const key = { id: 'lea', account: 'lea', name: 'K', credential: 'c', publicKey: 'p' }
      await passkeys.add({ ...key, counter: 0, createdAt: 1, usedAt: null })
      await accounts.remove('lea')
      expect(await providers.linksOf('lea')).toEqual([])
      expect(await factors.find('lea')).toBeUndefined()
      expect(await factors.countCodes('lea')).toBe(0)
      expect(await passkeys.of('lea')).toEqual([])
    })
  })
}
