import { describe, expect, test } from 'bun:test'
import { isProblem } from '../../actors/problem'
import { install, installToken } from '../../src/commands/accounts/install'
import { PASSWORD } from '../support/desk'
import { openHarness, problemOf, told } from './harness'

describe('the first admin', () => {
  const form = (token: string | undefined, n = 1) => ({
    ...{ token, email: `olga-${n}@example.org`, name: 'Olga', password: PASSWORD },
  })

  test('needs the token of the first start, which is the same on every node and at every start', async () => {
    const fresh = await openHarness()
    const token = await installToken(fresh.desk)
    expect(token).toMatch(/^[\w-]{43}$/)
    expect(await installToken({ ...fresh.desk })).toBe(token)
    expect(await installToken({ ...fresh.desk, secret: 'another' })).not.toBe(token)
    for (const wrong of ['', 'x', `${token}x`, token?.toLowerCase(), `${token} `])
      expect(told(await install(fresh.desk, form(wrong)))).toBe('forbidden tokenWrong')
    for (const wrong of [{ $ne: '' }, null, undefined, 7, [token]])
      expect(problemOf(await install(fresh.desk, form(wrong as never))).code).toBe('invalid')
    expect(fresh.look('select * from accounts')).toEqual([])
    await fresh.close()
  })

  test('is one of five who come at once, and then there is no link any more', async () => {
    const fresh = await openHarness()
    const token = await installToken(fresh.desk)
    const outcomes = await Promise.all(
      [1, 2, 3, 4, 5].map((n) => install(fresh.desk, form(token, n))),
    )
    expect(outcomes.map(told).toSorted()).toEqual([
      ...Array(4).fill('conflict installDone'),
      'done',
    ])
    expect(fresh.look('select role from accounts')).toEqual([{ role: 'owner' }])
    expect(await installToken(fresh.desk)).toBeUndefined()
    expect(told(await install(fresh.desk, form(token, 6)))).toBe('conflict installDone')
    await fresh.close()
  })

  test('stands in the audit as whoever came by that link, from where they did', async () => {
    const fresh = await openHarness()
    const from = { address: '203.0.113.9', browser: 'Firefox' }
    await install(fresh.desk, form('not the token'), from)
    expect(await fresh.desk.store.audit.newest(9)).toEqual([])
    const owner = await install(fresh.desk, form(await installToken(fresh.desk)), from)
    const id = isProblem(owner) ? '' : owner.id
    const [made, ...others] = await fresh.desk.store.audit.newest(9)
    expect(others).toEqual([])
    expect(made).toMatchObject({
      ...{ actor: id, actorName: 'Olga', act: 'accountMade', object: `account:${id}`, ...from },
      detail: { value: 'Olga', 'is.role': 'owner' },
    })
    await fresh.close()
  })

  test('has a password and an address like everybody', async () => {
    const fresh = await openHarness()
    const token = await installToken(fresh.desk)
    expect(told(await install(fresh.desk, { ...form(token), password: 'short' }))).toBe(
      'invalid passwordTooShort',
    )
    expect(told(await install(fresh.desk, { ...form(token), email: 'olga' }))).toBe(
      'invalid emailNotValid',
    )
    expect(told(await install(fresh.desk, { ...form(token), role: 'admin' }))).toBe(
      'invalid fieldUnknown',
    )
    expect(await installToken(fresh.desk)).toBe(token)
    await fresh.close()
  })
})
