import { describe, expect, test } from 'bun:test'
import { isProblem } from '../../actors/problem'
import { changeAccount } from '../../src/commands/accounts/change'
import { createAccount } from '../../src/commands/accounts/create'
import { disableAccount } from '../../src/commands/accounts/disable'
import { removeAccount } from '../../src/commands/accounts/remove'
import { setPassword } from '../../src/commands/accounts/set-password'
import type { Desk } from '../../src/commands/desk'
import { changePassword } from '../../src/commands/me/password'
import { signIn } from '../../src/commands/sessions/sign-in'
import { hashToken } from '../../src/commands/tokens'
import { PASSWORD } from '../support/desk'
import { openForAll } from './fixtures'
import { told } from './harness'

const harness = await openForAll()
const { desk } = harness
const from = { address: '203.0.113.9' }
const NEW = 'another bell for every guest'

/** The same desk as another node has it, which waits for nothing of this one. */
const otherNode = (): Desk => ({ ...desk, bus: { ...desk.bus } })

const make = async (name: string, role: 'owner' | 'admin' | 'agent' = 'agent') => {
  const email = `${name}@example.org`
  const made = await createAccount(desk, { email, name, password: PASSWORD }, role)
  if (isProblem(made)) throw new Error(made.reason)
  return made
}
const sessionsOf = async (id: string) =>
  (await desk.store.accounts.sessionsOf(id, harness.testClock.now())).length

describe('of two who take each other away on two nodes at once, one stays', () => {
  const ways = {
    'disabled and disabled': [disableAccount, disableAccount],
    'removed and disabled': [removeAccount, disableAccount],
    'of another role and disabled': [
      (node: Desk, whose: { id: string }) => changeAccount(node, whose, { role: 'agent' }),
      disableAccount,
    ],
  } as const
  test.each(Object.entries(ways))('%s', async (_, [first, second]) => {
    const { accounts } = desk.store
    const [one, two] = [await make('one', 'owner'), await make('two', 'owner')]
    const outcomes = await Promise.all([
      first(desk, { id: one.id }),
      second(otherNode(), { id: two.id }),
    ])
    expect(outcomes.filter(isProblem).map(({ reason }) => reason)).toEqual(['lastOwner'])
    const left = (await accounts.all()).filter(
      ({ role, disabledAt }) => role === 'owner' && disabledAt === null,
    )
    expect(left).toHaveLength(1)
    for (const { id } of [one, two]) await accounts.remove(id)
  })
})

describe('a sign-in while the password becomes another', () => {
  /** The desk on which something happens once the password of a sign-in was found to be right. */
  const whenRight = (then: () => Promise<unknown>): Desk => ({
    ...desk,
    passwords: {
      ...desk.passwords,
      verify: async (password, hash) => {
        const right = await desk.passwords.verify(password, hash)
        await then()
        return right
      },
    },
  })

  test('leaves no session of the old one, and the audit tells of none', async () => {
    const { id, email } = await make('ana')
    const slow = whenRight(() => setPassword(desk, { id }, NEW))
    const form = { email, password: PASSWORD }
    expect(told(await signIn(slow, form, from))).toBe('unknown signInWrong')
    expect(await sessionsOf(id)).toBe(0)
    const acts = (await desk.store.audit.newest(5)).map(({ act, actor }) => `${act} ${actor}`)
    expect(acts).not.toContain(`signedIn ${id}`)
    expect(told(await signIn(desk, { email, password: NEW }, from))).toBe('done')
  })

  test('is over when they give themself another, and who does it stays in', async () => {
    const { id, email } = await make('ben')
    const form = { email, password: PASSWORD }
    const [home, phone] = [await signIn(desk, form, from), await signIn(desk, form, from)]
    if (isProblem(home) || isProblem(phone)) throw new Error('not signed in')
    if ('half' in home || 'half' in phone) throw new Error('half in')
    const ben = { kind: 'staff', id, name: 'ben', role: 'agent', departments: [] } as const
    const wanted = { current_password: PASSWORD, new_password: NEW }
    expect(await changePassword(desk, ben, home.token, wanted)).toBeNull()
    const { accounts } = desk.store
    const now = harness.testClock.now()
    expect(await accounts.session(hashToken(home.token), now)).toBeDefined()
    expect(await accounts.session(hashToken(phone.token), now)).toBeUndefined()
  })

  test('of two who give themself another at once one does', async () => {
    const { id } = await make('bob')
    const bob = { kind: 'staff', id, name: 'bob', role: 'agent', departments: [] } as const
    const change = (wanted: string) =>
      changePassword(desk, bob, 'a token', { current_password: PASSWORD, new_password: wanted })
    const outcomes = await Promise.all([change(NEW), change(`${NEW} too`)])
    expect(outcomes.map((outcome) => outcome?.reason ?? 'done').toSorted()).toEqual([
      'done',
      'passwordWrong',
    ])
  })
})
