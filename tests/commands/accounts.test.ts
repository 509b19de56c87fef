import { describe, expect, test } from 'bun:test'
import { limits } from '../../actors/limits'
import { isProblem } from '../../actors/problem'
import { emailKey, shownEmail } from '../../src/commands/accounts/email-key'
import { PASSWORD } from '../support/desk'
import { openDoor } from './fixtures'
import { problemOf, told } from './harness'

const { harness, make, enter } = await openDoor()

describe('the one way a mail address is a key', () => {
  test.each([
    ['Ana@Example.org', 'ana@example.org'],
    [' ana@example.org\t', 'ana@example.org'],
    ['ａｎａ@example.org', 'ana@example.org'],
    ['İstanbul@example.org', 'i\u0307stanbul@example.org'],
    ['ﬁona@example.org', 'fiona@example.org'],
  ])('%p is %p', (address, key) => {
    expect(emailKey(address)).toBe(key)
  })

  test.each([
    'an\u200ba@example.org',
    'ana@example.org\u0000',
    'a na@example.org',
    'ana\u202e@x.org',
  ])('%p is none: it holds what nobody sees', (address) => {
    expect(emailKey(address)).toBeUndefined()
  })

  test('is its own key', () => {
    for (const address of [
      'Ana@X.org',
      'ＡＮＡ@x.org',
      'ŻÓŁĆ@x.org',
      'ΑΣ@x.org',
      'ß@x.org',
      'Ǆ@x.org',
    ])
      expect(emailKey(emailKey(address) ?? '')).toBe(emailKey(address) as string)
  })

  test('two who look alike to a database are two', async () => {
    for (const email of [
      'e@alike.org',
      'é@alike.org',
      'e\u0301x@alike.org',
      '\u{1F600}@alike.org',
      '\u{1F601}@alike.org',
    ])
      expect(told(await make(email))).toBe('done')
  })

  test('and two ways to write one are one', async () => {
    expect(told(await make('amir@example.org'))).toBe('done')
    for (const email of ['AMIR@EXAMPLE.ORG', ' amir@example.org ', 'ａmir@example.org'])
      expect(told(await make(email))).toBe('conflict emailTaken')
    expect(told(await enter('Ａmir@Example.org '))).toBe('done')
  })

  const hosts: [one: string, others: string[]][] = [
    [
      'vito@bücher.example',
      ['vito@xn--bcher-kva.example', 'Vito@BÜCHER.example', 'vito@bu\u0308cher.example.'],
    ],
    [
      'vito@xn--r8jz45g.example',
      ['vito@例え.example', 'vito@例え。example', 'vito＠例え．example'],
    ],
    ['vito@straße.example', ['vito@xn--strae-oqa.example']],
  ]
  test.each(hosts)('the host of %p is one in each spelling', async (one, others) => {
    expect(told(await make(one))).toBe('done')
    for (const other of others) {
      expect(told(await make(other))).toBe('conflict emailTaken')
      expect(told(await enter(other))).toBe('done')
    }
  })

  test('what an older desk kept by its letters is found in each spelling, and is not made again', async () => {
    expect(told(await make('olga@köln.example'))).toBe('done')
    harness.look(
      `update accounts set email_key = 'olga@köln.example' where email = 'olga@köln.example' returning id`,
    )
    for (const other of ['olga@köln.example', 'olga@xn--kln-sna.example']) {
      expect(told(await enter(other))).toBe('done')
      expect(told(await make(other))).toBe('conflict emailTaken')
    }
  })

  test('a browser sends a host by the letters of machines, and people read it as it is', async () => {
    const kept = async (email: string) => {
      await make(email)
      const rows = harness.look<{ email: string }>(
        `select email from accounts where email_key = '${emailKey(email)}'`,
      )
      return rows[0]?.email
    }
    expect(await kept('ida@xn--mnchen-3ya.example')).toBe('ida@münchen.example')
    // One that would look like another stays what it is.
    expect(await kept('ida@xn--ypal-43d9g.example')).toBe('ida@xn--ypal-43d9g.example')
  })
})

describe('an address is shown', () => {
  test.each([
    ['ana@xn--bcher-kva.example', 'ana@bücher.example'],
    ['ana@xn--j1ail.example', 'ana@кто.example'],
    ['ana@xn--80ak6aa92e.com', 'ana@xn--80ak6aa92e.com'],
    ['ana@аррӏе.com', 'ana@xn--80ak6aa92e.com'],
    ['ana@pаypal.example', 'ana@xn--pypal-4ve.example'],
    ['Ana@BÜCHER.example', 'Ana@BÜCHER.example'],
  ])('%p as %p', (address, shown) => {
    expect(shownEmail(address)).toBe(shown)
    expect(emailKey(shown)).toBe(emailKey(address))
  })
})

describe('an account', () => {
  const refused: [field: string, value: unknown, problem: string][] = [
    ['email', 'ana', 'invalid emailNotValid'],
    ...[
      'ana@ex..example',
      'ana@.example.org',
      '.ana@example.org',
      'ana.@example.org',
      'ana..b@example.org',
      `ana@${'a'.repeat(64)}.example`,
      `ana@${`${'a'.repeat(50)}.`.repeat(5)}example`,
      // Short as people write it, and too long as machines do.
      `ana@${'字字.'.repeat(30)}example`,
      'ana@desk-.example',
      'ana@-desk.example',
      'ana@desk.-example',
    ].map((value): [string, string, string] => ['email', value, 'invalid emailNotValid']),
    ['email', 'ana@host', 'invalid emailNotValid'],
    ['email', 'an\u200ba@example.org', 'invalid emailNotValid'],
    ['email', 'a@b.c\r\nBcc: x@y.z', 'invalid emailNotValid'],
    ['email', `${'a'.repeat(60)}@${'b'.repeat(200)}.org`, 'invalid emailNotValid'],
    ['email', { $gt: '' }, 'invalid fieldNotValid'],
    ['name', '', 'invalid nameMissing'],
    ['name', '\u200b\u200b', 'invalid nameMissing'],
    ['name', 'x'.repeat(121), 'invalid nameTooLong'],
    ['password', 'x'.repeat(14), 'invalid passwordTooShort'],
    ['password', '\u{1F600}'.repeat(14), 'invalid passwordTooShort'],
    ['password', '', 'invalid passwordTooShort'],
    ['password', 'x'.repeat(1025), 'invalid passwordTooLong'],
    ['password', 'x'.repeat(1_000_000), 'invalid passwordTooLong'],
    ['password', 'x'.repeat(20_000), 'invalid passwordTooLong'],
    ['password', `${'e\u0301'.repeat(14)}`, 'invalid passwordTooShort'],
    ['password', 'a bell for\nevery guest', 'invalid passwordNotValid'],
    ['password', ['a bell for every guest'], 'invalid fieldNotValid'],
  ]
  test.each(refused)('is not made with the %s %j', async (field, value, problem) => {
    const before = harness.look('select count(*) as n from accounts')
    const outcome = problemOf(await make('new@example.org', { [field]: value }))
    expect([told(outcome), outcome.field]).toEqual([problem, field])
    expect(harness.look('select count(*) as n from accounts')).toEqual(before)
  })

  test.each(['role', 'id', 'is_admin', 'passwordHash', 'disabledAt'])(
    'has no field %s to fill in',
    async (field) => {
      expect(told(await make('new@example.org', { [field]: 'admin' }))).toBe('invalid fieldUnknown')
    },
  )

  test('keeps no password, and none that two share looks the same', async () => {
    await Promise.all([make('one@example.org'), make('two@example.org')])
    const kept = harness.look<{ password_hash: string }>(
      `select password_hash from accounts where email in ('one@example.org', 'two@example.org')`,
    )
    expect(new Set(kept.map((row) => row.password_hash)).size).toBe(2)
    for (const row of kept) expect(row.password_hash).toStartWith('$argon2id$v=19$m=19456,t=2')
    expect(JSON.stringify(harness.look('select * from accounts'))).not.toContain(PASSWORD)
  })

  test('is one, when five make it at once', async () => {
    const outcomes = await Promise.all([1, 2, 3, 4, 5].map(() => make('race@example.org')))
    expect(outcomes.map(told).toSorted()).toEqual([...Array(4).fill('conflict emailTaken'), 'done'])
  })

  test('with the longest password there may be can be signed in to', async () => {
    for (const [nth, password] of [
      'x'.repeat(limits.password),
      '\u{1F600}'.repeat(limits.password),
    ].entries()) {
      const email = `long-${nth}@example.org`
      expect(told(await make(email, { password }))).toBe('done')
      expect(told(await enter(email, password))).toBe('done')
      expect(told(await enter(email, password.slice(2)))).toBe('unknown signInWrong')
    }
  })

  test('has one password, however its letters and spaces are sent', async () => {
    const [decomposed, composed] = ['Zoë’s caffe\u0300 über'.normalize('NFD'), 'Zoë’s caffè über']
    expect(told(await make('zoe@example.org', { password: decomposed }))).toBe('done')
    for (const password of [decomposed, composed, composed.replaceAll(' ', '\u00a0')])
      expect(told(await enter('zoe@example.org', password))).toBe('done')
    const other = await enter('zoe@example.org', composed.toUpperCase())
    expect(told(other)).toBe('unknown signInWrong')
  })

  test('opens with a password that an older desk hashed as it was typed', async () => {
    const typed = 'Zoë’s caffe\u0300 über'.normalize('NFD')
    const account = await make('ivo@example.org')
    if (isProblem(account)) throw new Error(account.reason)
    await harness.desk.store.accounts.setPassword(account.id, await Bun.password.hash(typed))
    expect(told(await enter('ivo@example.org', typed))).toBe('done')
  })
})
