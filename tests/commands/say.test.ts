import { describe, expect, test } from 'bun:test'
import { isProblem } from '../../actors/problem'
import { end } from '../../src/commands/conversations/end'
import { say } from '../../src/commands/conversations/say'
import { clientId } from '../support/desk'
import { openTalk } from './fixtures'
import { badIds, from, NOWHERE, named, openHarness, problemOf, told } from './harness'

const { harness, ana, amir, vera, id, write, count } = await openTalk()

/** Says something and answers what is stored of it, byte for byte. */
const stored = async (text: string) => {
  const client_id = clientId()
  const outcome = await write(vera, text, { client_id })
  if (isProblem(outcome)) return told(outcome)
  return (await harness.desk.store.transcripts.byClientId(id, client_id))?.text
}

describe('what is written', () => {
  test('is answered with the entry that everybody sees', async () => {
    const outcome = await write(vera, 'Is the red one there?')
    expect(outcome).toMatchObject({
      entry: { text: 'Is the red one there?', by: 'visitor', name: 'Vera', body: { kind: 'text' } },
      repeat: false,
    })
    expect(await write(ana, 'It is.')).toMatchObject({
      entry: { by: 'agent', author: ana.id, name: 'Ana' },
    })
  })

  test.each([
    ['markup', '<img src=x onerror=alert(1)><script>alert(2)</script>'],
    ['attributes that a page listens to', '<b hx-get=/api/me hx-trigger=load>x</b><hx-upsert>'],
    ['innocent words', 'please open the file, self config eval input'],
    ['emoji up to the limit', '\u{1F600}'.repeat(4000)],
    ['one letter under many signs', `a${'\u0301'.repeat(3999)}`],
    ['both ways of writing', 'שלום \u202eabc\u202c عليكم'],
    ['blanks around words', '  two  words  \n'],
  ])('is kept as it is: %s', async (_, text) => {
    expect(await stored(text)).toBe(text)
  })

  test('has its lines ended one way and no controls', async () => {
    expect(await stored('one\r\ntwo\rthree\u0000\u001b[2J\tfour\u0085')).toBe(
      'one\ntwo\nthree[2J\tfour',
    )
  })

  const refused: [what: string, text: unknown, problem: string][] = [
    ['nothing', '', 'invalid writeFirst'],
    ['only blanks', ' \n\t\u3000 ', 'invalid writeFirst'],
    ['only fillers', '\u3164\u1160', 'invalid writeFirst'],
    ['only spaces without width', '\u200b\u2060\ufeff', 'invalid writeFirst'],
    ['only empty braille', '\u2800', 'invalid writeFirst'],
    ['only tags', '\u{e0068}\u{e0069}', 'invalid writeFirst'],
    ['only a mark on nothing', '\u0301', 'invalid writeFirst'],
    ['only controls', '\u0000\u0007', 'invalid writeFirst'],
    ['one more than the limit', 'x'.repeat(4001), 'invalid textTooLong'],
    ['one emoji more', '\u{1F600}'.repeat(4001), 'invalid textTooLong'],
    [
      'fewer signs than the limit, but too many bytes',
      `\u{1F600}${'\u{1F469}\u200d'.repeat(2100)}`,
      'invalid textTooLong',
    ],
    ['half of an emoji', 'x\ud800y', 'invalid textNotValid'],
    ['no text', undefined, 'invalid fieldNotValid'],
    ['an object', { $gt: '' }, 'invalid fieldNotValid'],
    ['a list', ['x'], 'invalid fieldNotValid'],
    ['a number', 7, 'invalid fieldNotValid'],
    ['yes', true, 'invalid fieldNotValid'],
  ]
  test.each(refused)('is refused and leaves nothing: %s', async (_, text, problem) => {
    const before = count()
    const outcome = await write(vera, text)
    expect(told(outcome)).toBe(problem)
    expect(problemOf(outcome).field).toBe('text')
    expect(count()).toBe(before)
  })

  test('that is too long is told by how much', async () => {
    const { values } = problemOf(await write(vera, '\u{1F600}'.repeat(4001)))
    expect(values).toEqual({ count: 4001, limit: 4000 })
  })

  test.each([
    ['__proto__', JSON.parse('{"__proto__":{"isAdmin":true}}')],
    ['constructor', { constructor: { prototype: { isAdmin: true } } }],
    ['by', { by: 'agent' }],
    ['author', { author: 'ana' }],
    ['at', { at: 0 }],
  ])('has no field %s', async (_, more) => {
    const outcome = await say(
      harness.desk,
      vera,
      id,
      Object.assign(Object.create(null), { text: 'x', client_id: clientId() }, more),
      from,
    )
    expect(told(outcome)).toBe('invalid fieldUnknown')
    expect(({} as Record<string, unknown>).isAdmin).toBeUndefined()
  })

  const ids = [
    'short',
    'x'.repeat(65),
    'desk-12345',
    'with blank',
    'quote"id',
    'ünïcode-id',
    12345678,
    null,
  ]
  test.each(named<unknown>(ids))('needs an id of its own that is one: %s', async (_, client_id) => {
    const outcome = await say(harness.desk, vera, id, { text: 'x', client_id }, from)
    expect(problemOf(outcome).field).toBe('client_id')
  })
})

describe('the same again', () => {
  test('is answered with the first, however often and by whoever’s fault', async () => {
    const client_id = clientId()
    const outcomes = await Promise.all(
      Array.from({ length: 5 }, () => write(vera, 'once', { client_id })),
    )
    const entries = outcomes.map((outcome) => !isProblem(outcome) && outcome.entry.seq)
    expect(new Set(entries).size).toBe(1)
    expect(outcomes.filter((outcome) => !isProblem(outcome) && !outcome.repeat)).toHaveLength(1)
  })

  test('with other text is refused, and the first stays', async () => {
    const client_id = clientId()
    await write(vera, 'first', { client_id })
    expect(told(await write(vera, 'second', { client_id }))).toBe('conflict otherText')
    expect((await harness.desk.store.transcripts.byClientId(id, client_id))?.text).toBe('first')
  })

  test('by somebody else is refused too: an id is no key to what another wrote', async () => {
    const client_id = clientId()
    await write(vera, 'mine', { client_id })
    expect(told(await write(ana, 'mine', { client_id }))).toBe('conflict otherText')
  })
})

describe('who writes', () => {
  test('is let in where they belong, and told what fits where not', async () => {
    const vito = await harness.visitor('Vito')
    expect(told(await write(vito.person, 'Hello'))).toBe('missing missing')
    expect(told(await write(amir, 'Hello'))).toBe('forbidden notYours')
    const ina = await harness.staff('Ina', { departments: ['support'] })
    expect(told(await write(ina, 'Hello'))).toBe('missing missing')
  })

  test('finds nothing where nothing is, and the same where they may not look', async () => {
    const nowhere = problemOf(await write(vera, 'x', {}, NOWHERE))
    const foreign = problemOf(await write((await harness.visitor('Vito')).person, 'x'))
    expect({ ...foreign }).toEqual({ ...nowhere })
  })

  test.each(named(badIds))('an id that is none finds nothing: %s', async (_, bad) => {
    const form = { text: 'x', client_id: clientId() }
    expect(told(await say(harness.desk, vera, bad as string, form, from))).toBe('missing missing')
  })

  test('cannot write once it has ended, and their text is theirs', async () => {
    const visit = await harness.visitor('Vida')
    await end(harness.desk, visit.person, visit.id)
    const before = count()
    expect(told(await write(visit.person, 'One more thing', {}, visit.id))).toBe(
      'conflict chatEnded',
    )
    expect(count()).toBe(before)
  })
})

test('too much at once is told when to come back', async () => {
  const slow = await openHarness({ rate: 0.03 })
  const visit = await slow.visitor()
  const outcomes: string[] = []
  for (let n = 0; n < 5; n += 1)
    outcomes.push(
      told(
        await say(slow.desk, visit.person, visit.id, { text: 'x', client_id: clientId() }, from),
      ),
    )
  expect(outcomes).toEqual(['done', 'done', 'done', 'limited tooFast', 'limited tooFast'])
  await slow.close()
})
