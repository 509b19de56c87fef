import { describe, expect, test } from 'bun:test'
import type { Visitor } from '../../actors/people'
import { isProblem } from '../../actors/problem'
import { end } from '../../src/commands/conversations/end'
import { newToken } from '../../src/commands/tokens'
import { current } from '../../src/commands/visitors/current'
import { start } from '../../src/commands/visitors/start'
import { clientId } from '../support/desk'
import { openForAll } from './fixtures'
import { about, named, openHarness, problemOf, told } from './harness'

const harness = await openForAll()

const ask = (form: object, person: Visitor | null = null, more: object = {}) =>
  start(
    harness.desk,
    person,
    { text: 'Hello', client_id: clientId(), ...form },
    { ...about, ...more },
  )
const rows = (table: 'conversations' | 'visitors' | 'entries' | 'visitor_tokens') =>
  harness.look<{ n: number }>(`select count(*) as n from ${table}`)[0]?.n ?? 0

const begun = async (form: object, person: Visitor | null = null, more: object = {}) => {
  const outcome = await ask(form, person, more)
  if (isProblem(outcome)) throw new Error(outcome.reason)
  await harness.rest()
  return outcome
}
const rowOf = async (id: string) => harness.row(id)

describe('who asks', () => {
  test('is in the line, with what they wrote, under the name they gave', async () => {
    const { conversation, token } = await begun({ name: ' Vera ', email: ' vera@example.org ' })
    expect(token).toMatch(/^[\w-]{43}$/)
    expect(await rowOf(conversation)).toMatchObject({ visitorName: 'Vera', department: 'sales' })
    expect(await harness.desk.store.transcripts.last(conversation, 1)).toMatchObject([
      { body: { notice: { code: 'unattended' } } },
    ])
  })

  test('has a name of their own without one', async () => {
    const { conversation, visitor } = await begun({})
    const name = `Visitor ${visitor.slice(-4).toUpperCase()}`
    expect(await rowOf(conversation)).toMatchObject({ visitorName: name })
  })

  test('keeps the name they gave before', async () => {
    const first = await begun({ name: 'Vida' })
    const person: Visitor = { kind: 'visitor', id: first.visitor }
    await end(harness.desk, person, first.conversation)
    await harness.rest()
    const next = await begun({}, person)
    expect(next.conversation).not.toBe(first.conversation)
    expect(await rowOf(next.conversation)).toMatchObject({ visitorName: 'Vida' })
  })

  test('goes to the department they chose, or to the first', async () => {
    expect(await rowOf((await begun({ department: 'support' })).conversation)).toMatchObject({
      department: 'support',
    })
    const refused = problemOf(await ask({ department: 'kitchen' }))
    expect(told(refused)).toBe('invalid departmentUnknown')
  })
})

describe('one visitor has one conversation', () => {
  test('a second start is one more message in it', async () => {
    const first = await begun({ name: 'Vito' })
    const person: Visitor = { kind: 'visitor', id: first.visitor }
    const second = await begun({ text: 'And another thing' }, person)
    expect(second.conversation).toBe(first.conversation)
    expect(second.token).toBeUndefined()
    const texts = (await harness.desk.store.transcripts.last(first.conversation, 9)).map(
      ({ text }) => text,
    )
    expect(texts).toContain('And another thing')
  })

  test('also when all their tabs start at once', async () => {
    const first = await begun({ name: 'Vanja' })
    const person: Visitor = { kind: 'visitor', id: first.visitor }
    await end(harness.desk, person, first.conversation)
    await harness.rest()
    const tabs = await Promise.all(
      Array.from({ length: 8 }, (_, n) => begun({ text: `from tab ${n}` }, person)),
    )
    expect(new Set(tabs.map(({ conversation }) => conversation)).size).toBe(1)
    const said = (
      await harness.desk.store.transcripts.last(tabs[0]?.conversation ?? '', 20)
    ).filter(({ body }) => body.kind === 'text')
    expect(said.map(({ text }) => text).toSorted()).toEqual(
      Array.from({ length: 8 }, (_, n) => `from tab ${n}`),
    )
  })

  test('the same start again is answered with the same, and makes nothing', async () => {
    const client_id = clientId()
    const first = await begun({ client_id })
    const person: Visitor = { kind: 'visitor', id: first.visitor }
    const before = rows('entries')
    expect((await begun({ client_id }, person)).conversation).toBe(first.conversation)
    expect(rows('entries')).toBe(before)
    expect(told(await ask({ client_id, text: 'Other words' }, person))).toBe('conflict otherText')
  })

  test('that is lost on its way is answered again after it has ended', async () => {
    const client_id = clientId()
    const first = await begun({ client_id })
    const person: Visitor = { kind: 'visitor', id: first.visitor }
    await end(harness.desk, person, first.conversation)
    await harness.rest()
    expect((await begun({ client_id }, person)).conversation).toBe(first.conversation)
  })

  test('whoever sends a fresh cookie twice is one visitor', async () => {
    const token = newToken()
    const both = await Promise.all([begun({}, null, { token }), begun({}, null, { token })])
    expect(new Set(both.map(({ visitor }) => visitor)).size).toBe(1)
    expect(new Set(both.map(({ conversation }) => conversation)).size).toBe(1)
  })
})

describe('who comes back', () => {
  test('begins anew at once after an end, though they have not heard of it', async () => {
    const first = await begun({ name: 'Viktor' })
    const person: Visitor = { kind: 'visitor', id: first.visitor }
    // The mail that tells them is still on its way, and stays there.
    const post = harness.node.postman.posted
    harness.node.postman.posted = () => {}
    await end(harness.desk, person, first.conversation)
    const next = await ask({}, person)
    harness.node.postman.posted = post
    expect(isProblem(next)).toBe(false)
    await harness.pass(600)
    const now = await current(harness.desk, person.id)
    expect(now?.id).not.toBe(first.conversation)
    expect(now?.state).not.toBe('closed')
  })

  test('is shown their open conversation, or the last one', async () => {
    const first = await begun({})
    expect((await current(harness.desk, first.visitor))?.id).toBe(first.conversation)
    await end(harness.desk, { kind: 'visitor', id: first.visitor }, first.conversation)
    expect((await current(harness.desk, first.visitor))?.state).toBe('closed')
    expect(await current(harness.desk, 'nobody')).toBeUndefined()
  })
})

describe('what they fill in', () => {
  const names: [what: string, name: string, shown: string][] = [
    ['markup', '<svg/onload=alert(1)>', '<svg/onload=alert(1)>'],
    ['as many emoji as there may be', '\u{1F600}'.repeat(120), '\u{1F600}'.repeat(120)],
    ['Persian, with its joiner', 'علی\u200cرضا', 'علی\u200cرضا'],
    ['a family', '👨\u200d👩\u200d👧 Familie', '👨\u200d👩\u200d👧 Familie'],
    ['the desk’s own', 'System', 'System'],
    ['an agent’s', '客服小明', '客服小明'],
    ['nothing that is seen', 'Ve\u200bra\u202e\u0000', 'Vera'],
    ['wide letters', 'Ｖｅｒａ', 'Vera'],
  ]
  test.each(names)('a name may be %s', async (_, name, shown) => {
    expect(await rowOf((await begun({ name })).conversation)).toMatchObject({ visitorName: shown })
  })

  const refused: [field: string, value: unknown, problem: string][] = [
    ['name', 'x'.repeat(121), 'invalid nameTooLong'],
    ['name', '\u{1F600}'.repeat(200), 'invalid nameTooLong'],
    ['name', 'Ve\ud800ra', 'invalid textNotValid'],
    ['name', { first: 'Vera' }, 'invalid fieldNotValid'],
    ['email', 'a@b', 'invalid emailNotValid'],
    ['email', 'a@b.c\nBcc: x@y.z', 'invalid emailNotValid'],
    ['email', `${'a'.repeat(320)}@example.org`, 'invalid emailNotValid'],
    ['email', 've\u200bra@example.org', 'invalid emailNotValid'],
    ['email', 've\ud800ra@example.org', 'invalid emailNotValid'],
    ['email', 'a@b.c, d@e.fg', 'invalid emailNotValid'],
    ['email', ['vera@example.org'], 'invalid fieldNotValid'],
    ['department', { $ne: null }, 'invalid fieldNotValid'],
    ['department', 'x'.repeat(65), 'invalid fieldNotValid'],
    ['text', '  ', 'invalid writeFirst'],
    ['text', '\u3164\u2800', 'invalid writeFirst'],
    ['client_id', 'desk-000001', 'invalid fieldNotValid'],
  ]
  test.each(refused)('%s may not be %j', async (field, value, problem) => {
    const before = [rows('conversations'), rows('visitors'), rows('visitor_tokens')]
    const outcome = problemOf(await ask({ [field]: value }))
    expect([told(outcome), outcome.field]).toEqual([problem, field])
    expect([rows('conversations'), rows('visitors'), rows('visitor_tokens')]).toEqual(before)
  })

  test.each(named(['role', 'visitor', 'agent', 'id', 'capacity', 'constructor', 'is_admin']))(
    'there is no field %s',
    async (_, field) => {
      expect(told(await ask({ [field]: 'admin' }))).toBe('invalid fieldUnknown')
    },
  )

  test.each(named<unknown>([null, undefined, 'text', 7, [], [{ text: 'x' }], true]))(
    'a form is a form: %s is none',
    async (_, form) => {
      expect(problemOf(await start(harness.desk, null, form, about)).code).toBe('invalid')
    },
  )
})

test('too many from one address are told when to come back; others are served', async () => {
  const slow = await openHarness({ rate: 0.01 })
  const go = (address: string) =>
    start(slow.desk, null, { text: 'Hello', client_id: clientId() }, { ...about, address })
  const outcomes: string[] = []
  for (let n = 0; n < 4; n += 1) outcomes.push(told(await go('203.0.113.1')))
  expect(outcomes).toEqual(['done', 'done', 'done', 'limited tooFast'])
  expect(told(await go('203.0.113.2'))).toBe('done')
  await slow.close()
})
