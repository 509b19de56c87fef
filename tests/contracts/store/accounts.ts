import { expect, test } from 'bun:test'
import { agentRow, turnOf } from '../../support/turns'
import { account } from './account-changes'
import { crowd, type Fresh, tallied, together, withStore } from './fixtures'

export const accountsContract = (fresh: Fresh): void => {
  withStore('accounts', fresh, (store) => {
    test('an account is found by its key and its id, as it was made', async () => {
      const { accounts } = store()
      expect(await accounts.create(account('ana'), 'ana@example.com')).toBe('done')
      expect(await accounts.byEmailKey('ana@example.com')).toEqual(account('ana'))
      expect(await accounts.byId('ana')).toEqual(account('ana'))
      expect(await accounts.byEmailKey('ANA@example.com')).toBeUndefined()
      expect(await accounts.byId('nobody')).toBeUndefined()
    })

    test('an address belongs to one account', async () => {
      const { accounts } = store()
      const outcomes = await together(10, (n) =>
        accounts.create(account(`twin-${n}`), 'twins@example.com'),
      )
      expect(tallied(outcomes)).toEqual({ done: 1, taken: 9 })
    })

    test('settings are kept, changed and forgotten', async () => {
      const { accounts } = store()
      expect(await accounts.setting('install')).toBeUndefined()
      await accounts.setSetting('install', 'one 😀')
      expect(await accounts.setting('install')).toBe('one 😀')
      await accounts.setSetting('install', 'two')
      expect(await accounts.setting('install')).toBe('two')
      await accounts.setSetting('install', null)
      expect(await accounts.setting('install')).toBeUndefined()
    })

    test('a setting is changed by one of those who saw it as it was, with what the audit is told', async () => {
      const { accounts, audit } = store()
      const told = (n: number, step: string) => ({
        ...{ id: `${step}-${n}`, at: n, actor: 'olga', actorName: 'Olga', act: 'changed' as const },
        ...{ object: 'setting:form', detail: { n }, address: null, browser: null },
      })
      const change = async (
        from: string | undefined,
        to: (n: number) => string | null,
        step: string,
      ) => {
        const all = await together(6, (n) =>
          accounts.changeSetting('form', from, to(n), told(n, step)),
        )
        expect([step, all.filter(Boolean).length]).toEqual([step, 1])
        return accounts.setting('form')
      }
      const first = await change(undefined, (n) => `first 😀 ${n}`, 'a')
      const second = await change(first, (n) => `second ${n}`, 'b')
      expect(second).toMatch(/^second \d$/)
      expect(await accounts.changeSetting('form', first, 'late')).toBe(false)
      expect(await change(second, () => null, 'c')).toBeUndefined()
      const rows = (await audit.newest(50)).filter(({ object }) => object === 'setting:form')
      expect(rows.map(({ id }) => id.slice(0, 1)).sort()).toEqual(['a', 'b', 'c'])
      const kept = rows.find(({ id }) => id.startsWith('b'))
      expect(second).toBe(`second ${kept?.detail.n}`)
    })
  })

  withStore('the first admin', fresh, (store) => {
    test('is one, however many ask at once', async () => {
      const { accounts } = store()
      expect(await accounts.hasAdmin()).toBe(false)
      const outcomes = await together(10, (n) =>
        accounts.createFirstAdmin(account(`olga-${n}`, { role: 'admin' }), `olga-${n}@example.com`),
      )
      expect(tallied(outcomes)).toEqual({ done: 1, taken: 9 })
      expect(await accounts.hasAdmin()).toBe(true)
      const made = await together(10, (n) => accounts.byId(`olga-${n}`))
      expect(made.filter((one) => one !== undefined)).toHaveLength(1)
    })
  })

  withStore('the first admin again', fresh, (store) => {
    test('is not made when an admin was, nor when the address is taken', async () => {
      const { accounts } = store()
      await accounts.create(account('ana'), 'ana@example.com')
      const olga = account('olga', { role: 'admin' })
      expect(await accounts.createFirstAdmin(olga, 'ana@example.com')).toBe('taken')
      expect(await accounts.hasAdmin()).toBe(false)
      expect(await accounts.create(olga, 'olga@example.com')).toBe('done')
      const second = account('second', { role: 'admin' })
      expect(await accounts.createFirstAdmin(second, 'second@example.com')).toBe('taken')
      expect(await accounts.create(second, 'second@example.com')).toBe('done')
    })
  })

  withStore('an owner', fresh, (store) => {
    test('is as good as an admin, and a supervisor is not', async () => {
      const { accounts } = store()
      await accounts.create(account('sina', { role: 'supervisor' }), 'sina@example.com')
      expect(await accounts.hasAdmin()).toBe(false)
      await accounts.create(account('olga', { role: 'owner' }), 'olga@example.com')
      expect(await accounts.hasAdmin()).toBe(true)
      const late = account('late', { role: 'owner' })
      expect(await accounts.createFirstAdmin(late, 'late@example.com')).toBe('taken')
    })
  })

  withStore('sessions', fresh, (store) => {
    const open = async (token: string, times = { at: 1_000, idle: 2_000, expires: 9_000 }) => {
      await store().accounts.openSession(token, 'ana', times)
    }

    test('a session is an account with the departments of its agent', async () => {
      const { accounts, turns } = store()
      await accounts.create(account('ana'), 'ana@example.com')
      await open('token')
      const signedIn = { account: account('ana'), departments: [], expiresAt: 9_000 }
      expect(await accounts.session('token', 1_500)).toEqual(signedIn)
      const summary = {
        of: 'agent' as const,
        ...agentRow('ana', { departments: ['sales', 'hats'] }),
      }
      await turns.commit(turnOf('agent:ana', 1, { summary }))
      expect((await accounts.session('token', 1_500))?.departments).toEqual(['sales', 'hats'])
      expect(await accounts.session('TOKEN', 1_500)).toBeUndefined()
    })

    test('it ends when idle, and in any case', async () => {
      const { accounts } = store()
      await open('idle')
      expect(await accounts.session('idle', 1_999)).toBeDefined()
      expect(await accounts.session('idle', 2_000)).toBeUndefined()
      await accounts.touchSession('idle', 99_000)
      expect(await accounts.session('idle', 8_999)).toBeDefined()
      expect(await accounts.session('idle', 9_000)).toBeUndefined()
    })

    test('many that are asked for at once are each answered for themselves', async () => {
      const { accounts } = store()
      const tokens = Array.from({ length: 30 }, (_, n) => `many-${n}`)
      for (const [n, token] of tokens.entries())
        await open(token, { at: 1_000, idle: 2_000 + n, expires: 9_000 })
      const asked = ['nobody', ...tokens, 'many-0']
      const found = await Promise.all(asked.map((token) => accounts.session(token, 2_010)))
      expect(found.map((session) => session?.account.id)).toEqual([
        undefined,
        ...tokens.map((_, n) => (n > 10 ? 'ana' : undefined)),
        undefined,
      ])
      expect(found[12]).toEqual(await accounts.session('many-11', 2_010))
    })

    test('it is closed alone or with all of its account', async () => {
      const { accounts } = store()
      for (const token of ['one', 'two', 'three']) await open(token)
      await accounts.closeSession('one')
      expect(await accounts.session('one', 1_500)).toBeUndefined()
      expect(await accounts.session('two', 1_500)).toBeDefined()
      await accounts.closeSessionsOf('ana')
      for (const token of ['two', 'three']) {
        expect(await accounts.session(token, 1_500)).toBeUndefined()
      }
    })

    test('those that expired are thrown away, and only those', async () => {
      const { accounts } = store()
      await open('expired', { at: 1_000, idle: 2_000, expires: 5_000 })
      await open('stands', { at: 1_000, idle: 2_000, expires: 5_001 })
      await accounts.tidy(5_000)
      // As they were before: who asks for an earlier time would still find them.
      expect(await accounts.session('expired', 1_500)).toBeUndefined()
      expect(await accounts.session('stands', 1_500)).toBeDefined()
    })

    test('an account that is disabled has none', async () => {
      const { accounts } = store()
      await open('last')
      expect(await accounts.session('last', 1_500)).toBeDefined()
      expect(await accounts.isSessionOfDisabled('last', 1_500)).toBe(false)
      await accounts.disable('ana', 1_400)
      expect(await accounts.session('last', 1_500)).toBeUndefined()
    })

    test('whose account is disabled is known by their token until it expires', async () => {
      const { accounts } = store()
      expect(await accounts.isSessionOfDisabled('last', 1_500)).toBe(true)
      // Idle as it is: they may come back the morning after.
      expect(await accounts.isSessionOfDisabled('last', 2_500)).toBe(true)
      expect(await accounts.isSessionOfDisabled('LAST', 1_500)).toBe(false)
      expect(await accounts.isSessionOfDisabled('last', 9_000)).toBe(false)
      await accounts.closeSessionsOf('ana')
      expect(await accounts.isSessionOfDisabled('last', 1_500)).toBe(false)
    })
  })

  withStore('attempts', fresh, (store) => {
    test('are counted within a window, which the first of them opens', async () => {
      const { accounts } = store()
      expect(await accounts.attempts('ana', 1_000)).toEqual({ count: 0, until: 1_000 })
      expect(await accounts.countAttempt('ana', 1_000, 500)).toEqual({ count: 1, until: 1_500 })
      expect(await accounts.countAttempt('ana', 1_400, 500)).toEqual({ count: 2, until: 1_500 })
      expect(await accounts.attempts('ana', 1_499)).toEqual({ count: 2, until: 1_500 })
      expect((await accounts.attempts('ana', 1_500)).count).toBe(0)
      expect((await accounts.attempts('Ana', 1_400)).count).toBe(0)
      expect(await accounts.countAttempt('ana', 1_500, 500)).toEqual({ count: 1, until: 2_000 })
      await accounts.clearAttempts('ana')
      expect((await accounts.attempts('ana', 1_500)).count).toBe(0)
    })

    test('a window is over that ends later than any can: the clock was set back', async () => {
      const { accounts } = store()
      await accounts.countAttempt('ada', 86_400_000, 500, 1_000)
      expect((await accounts.attempts('ada', 86_399_500, 1_000)).count).toBe(1)
      expect((await accounts.attempts('ada', 2_000, 1_000)).count).toBe(0)
      expect(await accounts.countAttempt('ada', 2_000, 500, 1_000)).toEqual({
        ...{ count: 1, until: 2_500 },
      })
      await accounts.clearAttempts('ada')
    })

    test('windows that ended are thrown away, and only those', async () => {
      const { accounts } = store()
      await accounts.countAttempt('vera', 1_000, 500)
      await accounts.countAttempt('vito', 1_000, 501)
      await accounts.tidy(1_500)
      expect((await accounts.attempts('vera', 1_000)).count).toBe(0)
      expect((await accounts.attempts('vito', 1_000)).count).toBe(1)
    })

    test('those of others stay when one is counted, and go a little at a time', async () => {
      const { accounts } = store()
      const keys = Array.from({ length: 600 }, (_, n) => `guess-${n}`)
      await crowd(keys, (key) => accounts.countAttempt(key, 1_000, 10))
      const left = async () => {
        const found = await crowd(keys, (key) => accounts.attempts(key, 1_000))
        return found.filter(({ count }) => count > 0).length
      }
      await accounts.countAttempt('olga', 2_000, 500)
      expect(await left()).toBe(600)
      expect(await accounts.tidy(2_000)).toBe(true)
      expect(await left()).toBe(100)
      expect(await accounts.tidy(2_000)).toBe(false)
      expect(await left()).toBe(0)
      expect((await accounts.attempts('olga', 2_000)).count).toBe(1)
    })

    test('none is lost when many come at once', async () => {
      const { accounts } = store()
      await together(30, () => accounts.countAttempt('crowd', 1_000, 500))
      expect((await accounts.attempts('crowd', 1_000)).count).toBe(30)
    })
  })
}
