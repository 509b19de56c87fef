import { describe, expect, test } from 'bun:test'
import { noticeOf } from '../../actors/entry'
import type { Staff } from '../../actors/people'
import { setStatus } from '../../src/commands/agents/status'
import { end } from '../../src/commands/conversations/end'
import { say } from '../../src/commands/conversations/say'
import { transfer } from '../../src/commands/conversations/transfer'
import { clientId } from '../support/desk'
import { openForAll } from './fixtures'
import { badIds, from, NOWHERE, named, problemOf, told } from './harness'

const harness = await openForAll()
const ana = await harness.staff('Ana', { capacity: 50 })
const amir = await harness.staff('Amir', { capacity: 2, departments: ['support'] })

/** A conversation in Ana's hands. */
const held = async () => {
  const visit = await harness.visitor()
  expect(await harness.row(visit.id)).toMatchObject({ state: 'active', agent: ana.id })
  return visit
}
const hand = async (id: string, to: unknown, by: Staff = ana) => {
  const outcome = await transfer(harness.desk, by, id, { to })
  await harness.rest()
  return outcome
}

describe('to a colleague', () => {
  test('changes hands without ringing, though they are of another department, which asks first', async () => {
    const { id, person } = await held()
    expect(await hand(id, `agent:${amir.id}`)).toBeNull()
    expect(await harness.row(id)).toMatchObject({ state: 'active', agent: amir.id })
    const form = () => ({ text: 'x', client_id: clientId() })
    expect(told(await say(harness.desk, amir, id, form(), from))).toBe('done')
    expect(told(await say(harness.desk, ana, id, form(), from))).toBe('forbidden notYours')
    await end(harness.desk, person, id)
    await harness.rest()
  })

  const refused: [what: string, to: () => Promise<string> | string, problem: string][] = [
    ['oneself', () => `agent:${ana.id}`, 'invalid agentIsSelf'],
    ['nobody', () => `agent:${NOWHERE}`, 'invalid agentUnknown'],
    [
      'one who is off duty',
      async () => `agent:${(await harness.staff('Ben', { status: 'off' })).id}`,
      'conflict agentAbsent',
    ],
    [
      'one who is away',
      async () => `agent:${(await harness.staff('Bea', { status: 'away' })).id}`,
      'conflict agentAbsent',
    ],
    [
      'one who may not reply',
      async () => `agent:${(await harness.staff('Bo', { mayReply: false })).id}`,
      'conflict agentCannotReply',
    ],
    ['no department', () => `department:${NOWHERE}`, 'invalid departmentUnknown'],
    ['a visitor', () => `visitor:${ana.id}`, 'invalid fieldNotValid'],
  ]
  test.each(refused)(
    'not to %s: it stays where it is, and nobody notices',
    async (_, to, problem) => {
      const { id, person } = await held()
      const before = (await harness.desk.store.transcripts.last(id, 50)).length
      const outcome = problemOf(await hand(id, await to()))
      expect(told(outcome)).toBe(problem)
      expect(outcome.field).toBe(problem.startsWith('invalid') ? 'to' : undefined)
      expect(await harness.row(id)).toMatchObject({ state: 'active', agent: ana.id })
      expect(await harness.desk.store.transcripts.last(id, 50)).toHaveLength(before)
      await end(harness.desk, person, id)
    },
  )

  test('not to one who has no room, and who asks is told their name', async () => {
    const full = await harness.staff('Bea', { capacity: 1, departments: ['support'] })
    const [first, second] = [await held(), await held()]
    expect(await hand(first.id, `agent:${full.id}`)).toBeNull()
    const problem = problemOf(await hand(second.id, `agent:${full.id}`))
    expect(problem).toMatchObject({ reason: 'agentAtCapacity', values: { name: 'Bea' } })
    expect(await harness.row(second.id)).toMatchObject({ agent: ana.id })
  })

  test('who loses their last room meanwhile: it stays, and both are told', async () => {
    const late = await harness.staff('Bo', { capacity: 1, departments: ['support'] })
    const { id } = await held()
    // Between the look at their row and the offer, they go away.
    await Promise.all([
      transfer(harness.desk, ana, id, { to: `agent:${late.id}` }),
      setStatus(harness.desk, late, { status: 'away' }),
    ])
    await harness.rest()
    const row = await harness.row(id)
    expect([ana.id, late.id]).toContain(row?.agent ?? '')
    const codes = (await harness.desk.store.transcripts.last(id, 9)).map(
      (entry) => noticeOf(entry)?.code,
    )
    expect(row?.agent === ana.id ? codes : ['stayed']).toContain('stayed')
  })

  test('while another is being asked is not possible', async () => {
    const { id } = await held()
    const both = await Promise.all([
      transfer(harness.desk, ana, id, { to: `agent:${amir.id}` }),
      transfer(harness.desk, ana, id, { to: `agent:${amir.id}` }),
    ])
    await harness.rest()
    expect(both.map(told).toSorted()).toEqual(['conflict notInThisState', 'done'])
  })
})

describe('to a department', () => {
  test('waits at the front of its line, and its holder is free of it', async () => {
    const first = await harness.visitor('Vito', 'support')
    await setStatus(harness.desk, amir, { status: 'away' })
    await harness.rest()
    const { id } = await held()
    const before = (await harness.desk.store.agents.find(ana.id))?.load ?? 0
    expect(await hand(id, 'department:support')).toBeNull()
    expect(await harness.row(id)).toMatchObject({ department: 'support', agent: null })
    expect(await harness.desk.store.conversations.lineOrder('support')).toEqual([id, first.id])
    expect((await harness.desk.store.agents.find(ana.id))?.load).toBe(before - 1)
  })
})

describe('with a note for colleagues', () => {
  const WORDS = '@Noor they paid twice already'
  const handWithNote = async (id: string, to: string, note: unknown, by: Staff = ana) => {
    const outcome = await transfer(harness.desk, by, id, { to, note })
    await harness.rest()
    return outcome
  }
  const linesOf = async (id: string) =>
    (await harness.desk.store.transcripts.last(id, 9)).map(
      ({ text, body, by }) => [by, noticeOf({ body })?.code ?? body.kind, text] as const,
    )

  test('it stands in the transcript above the hand-over, written by whoever hands over', async () => {
    const { id } = await held()
    const noor = await harness.staff('Noor', { departments: ['support'] })
    expect(await handWithNote(id, `agent:${noor.id}`, WORDS)).toBeNull()
    expect((await linesOf(id)).slice(-3)).toEqual([
      ['agent', 'note', WORDS],
      ['desk', 'transferring', ''],
      ['desk', 'transferred', ''],
    ])
    const notes = await harness.desk.store.transcripts.last(id, 9)
    const note = notes.find(({ body }) => body.kind === 'note')
    expect(note).toMatchObject({ author: ana.id, name: 'Ana', body: { mentions: [{ to: 5 }] } })
  })

  test('to a department too; one that is empty writes nothing', async () => {
    const [one, other] = [await held(), await held()]
    expect(await handWithNote(one.id, 'department:support', WORDS)).toBeNull()
    expect(await handWithNote(other.id, 'department:support', ' \n')).toBeNull()
    const kinds = async (id: string) => (await linesOf(id)).map(([, kind]) => kind)
    expect(await kinds(one.id)).toContain('note')
    expect(await kinds(other.id)).not.toContain('note')
  })

  test('history keeps none of its words', async () => {
    const { id } = await held()
    await handWithNote(id, 'department:support', WORDS)
    const journal = await harness.desk.store.turns.journal(`conversation:${id}`, 0, 99)
    const told = JSON.stringify(journal)
    expect(told).toContain('"note":{')
    expect(told).not.toContain('paid twice')
  })

  test('what is not handed over has no note, and one that is too long is refused', async () => {
    const { id } = await held()
    const before = await linesOf(id)
    expect(told(await handWithNote(id, `agent:${NOWHERE}`, WORDS))).toBe('invalid agentUnknown')
    const long = await handWithNote(id, 'department:support', 'x'.repeat(1_001))
    expect(problemOf(long)).toMatchObject({ reason: 'textTooLong', field: 'note' })
    expect(await linesOf(id)).toEqual(before)
  })
})

describe('who may hand on', () => {
  test('is whoever holds it', async () => {
    const { id, person } = await held()
    const cas = await harness.staff('Cas', { status: 'away' })
    expect(told(await hand(id, `agent:${amir.id}`, cas))).toBe('forbidden notYours')
    const ina = await harness.staff('Ina', { departments: ['support'] })
    expect(told(await hand(id, `agent:${amir.id}`, ina))).toBe('missing missing')
    await end(harness.desk, person, id)
    expect(told(await hand(id, `agent:${amir.id}`))).toBe('conflict chatEnded')
  })

  test.each(named(badIds))('not of %s', async (_, bad) => {
    expect(told(await hand(bad as string, `agent:${NOWHERE}`))).toBe('missing missing')
  })

  test.each(
    named<unknown>([
      ...badIds,
      'agent:',
      'agent:x y',
      'department:',
      `agent:${NOWHERE}'--`,
      'agent:<b>',
    ]),
  )('not to %s', async (_, to) => {
    const { id, person } = await held()
    expect(problemOf(await hand(id, to))).toMatchObject({ code: 'invalid', field: 'to' })
    await end(harness.desk, person, id)
  })
})
