import { describe, expect, test } from 'bun:test'
import { summarizeConversation } from '../../../actors/conversation/summary'
import { isForDesk, noticeOf } from '../../../actors/entry'
import type { Turn } from '../../../actors/turn'
import { arrive } from '../cells'
import { events, reach } from './events'
import { at, go, lastOf, noticeIn, START } from './turns'

const toldTo = (turn: Turn, to: string) => turn.mail.find((mail) => mail.to === to)?.event
const clockOf = (turn: Turn, name: string) =>
  turn.mail.find(({ timer }) => timer?.includes(`.${name}.`))?.dueAt

describe('the transcript', () => {
  test('begins with what the visitor wrote', () => {
    const { turns } = go('unopened', events['Vera opens it'])
    expect(turns[0]?.entries).toEqual([
      {
        ...{ conversation: 'own', seq: 1, clientId: 'open', by: 'visitor', author: 'vera' },
        ...{ name: 'Vera', text: 'Hi', at: START, body: { kind: 'text' } },
        ...{ changes: null, edited: null },
      },
    ])
  })

  test('keeps its order of time when the clocks of two nodes differ', () => {
    const { turns, context } = go(
      'active.awaitingAgent + steady',
      at(events['Vera says'], 5_000),
      at(events['Ana says'], 2_000),
      at(events['Vera ends it'], 1_000),
    )
    const times = turns.flatMap(({ entries }) => entries.map((entry) => entry.at))
    expect(times).toEqual([START + 5_000, START + 5_000, START + 5_000])
    expect(context.lastAt).toBe(START + 5_000)
  })

  test('tells who came, how, and how long it waited', () => {
    const { turns } = go('waiting.inLine', at(events['Ana accepts what rings at her'], 65_000))
    expect(noticeIn(lastOf(turns))).toEqual({
      ...{ code: 'assigned', agent: 'ana', name: 'Ana', waited: 65_000 },
      why: { how: 'chosen', strategy: 'least-loaded', candidates: 2 },
    })
  })

  test('has no text in the journal: it is in its entry alone', () => {
    const { turns } = go(
      'active.awaitingAgent + steady',
      events['Vera says'],
      events['Vera ends it'],
    )
    const rated = go('closed.unrated', events['Vera rates it'])
    expect(JSON.stringify(turns.map(({ event, snapshot }) => [event, snapshot]))).not.toContain(
      'Hello',
    )
    expect(JSON.stringify(rated.turns.map(({ event }) => event))).not.toContain('Thanks')
    expect(noticeIn(lastOf(rated.turns))).toEqual({ code: 'rated', stars: 5 })
    expect(lastOf(rated.turns).entries[0]?.text).toBe('Thanks')
  })
})

describe('patience', () => {
  const due = START + 60_000

  test('counts from the beginning of the wait', () => {
    expect(clockOf(lastOf(go('unopened', events['Vera opens it']).turns), 'patience')).toBe(due)
  })

  test('goes on where it was when an agent passes', () => {
    const { turns } = go('offered', at(events['Ana passes on what rings at her'], 20_000))
    expect(clockOf(lastOf(turns), 'patience')).toBe(due)
  })

  test('that is over already is told at once, not in the past', () => {
    const { turns } = go('offered', at(events['the offer runs out'], 90_000))
    expect(clockOf(lastOf(turns), 'patience')).toBe(START + 90_000)
  })

  test('is not tried twice: who was told that nobody is promised stays so', () => {
    const ring = events['rings at Ana, heard late']
    const pass = events['Ana passes on what rings at her']
    const { turns } = go('waiting.left', ring, pass)
    expect(lastOf(turns).snapshot.value).toEqual({ waiting: 'left' })
    expect(clockOf(lastOf(turns), 'patience')).toBeUndefined()
    expect(noticeIn(lastOf(turns))?.code).toBe('passed')
  })
})

describe('back in the line', () => {
  test('at the front, with a new ticket and its wait from now, when its agent is lost', () => {
    const { turns, context } = go(
      'active.awaitingVisitor + steady',
      at(events['Ana gives it back'], 70_000),
    )
    expect(toldTo(lastOf(turns), 'department:sales')).toEqual({
      ...{ type: 'queued', at: START + 70_000, conversation: 'own', ticket: 2, front: true },
      ...{ since: START + 70_000, refused: [], news: 5 },
      wants: { priority: 'normal', language: '', topics: [] },
    })
    expect(noticeIn(lastOf(turns))).toEqual({ code: 'requeued', reason: 'signedOff', name: 'Ana' })
    expect(context).toMatchObject({
      agent: null,
      agentName: 'Ana',
      claim: 0,
      ticket: 2,
      lastExpiredOffer: 0,
    })
  })

  test('tells its visitor once that their agent left, and colleagues that nobody is there', () => {
    const nobody = { ...events['nobody is on duty'], ticket: 2 }
    const { turns } = go('active.awaitingAgent + steady', events['Ana gives it back'], nobody)
    const entries = turns.flatMap((turn) => turn.entries)
    expect(entries.map((entry) => [noticeOf(entry)?.code, isForDesk(entry.body)])).toEqual([
      ['requeued', false],
      ['unattended', true],
    ])
    const first = lastOf(go('waiting.inLine', events['nobody is on duty']).turns).entries
    expect(first.map(({ body }) => isForDesk(body))).toEqual([false])
  })

  test('forgets who had it before when it is handed on or opened again', () => {
    const back = go('active.awaitingAgent + steady', events['Ana hands it to support'])
    expect(back.context.agentName).toBe('')
    expect(go('closed.unrated', events['Vera reopens it']).context.agentName).toBe('')
  })

  test('of another department, which asks the one who handed it on last of all', () => {
    const { turns, context } = go(
      'active.awaitingAgent + steady',
      events['Ana hands it to support'],
    )
    expect(toldTo(lastOf(turns), 'department:support')).toMatchObject({
      ...{ type: 'queued', ticket: 2, front: true, isHanded: true, refused: ['ana'] },
    })
    expect(toldTo(lastOf(turns), 'agent:ana')).toMatchObject({ type: 'freed', claim: 4 })
    expect(context.department).toBe('support')
  })

  test('in its own turn, when its visitor goes on with it', () => {
    const { turns, context } = go('closed.rated', events['Vera reopens it'])
    expect(toldTo(lastOf(turns), 'department:sales')).toMatchObject({ front: false, ticket: 2 })
    expect(context).toMatchObject({ closedAt: null, rating: null, agent: null })
  })
})

describe('what comes before the talk', () => {
  const opens = events['Vera opens it with a message, nobody being there']

  test('stands above the first message, and is in no journal but for how it lies', () => {
    const { turns, context } = go('unopened', opens)
    const { entries, event } = lastOf(turns)
    expect(entries.map(({ seq, text }) => [seq, text])).toEqual([
      [1, 'Welcome'],
      [2, 'Order: 7'],
      [3, ''],
      [4, 'Hi'],
    ])
    expect(entries.map(({ body }) => isForDesk(body))).toEqual([false, true, false, false])
    expect(JSON.stringify(event)).not.toContain('Order: 7')
    expect(context).toMatchObject({ answersSeq: 2, saidSeq: 4, messageLeft: true })
    expect(toldTo(lastOf(turns), 'department:sales')).toMatchObject({ first: 'amir' })
  })

  test('asks for nobody who is not free', () => {
    const { turns } = go('unopened', { ...opens, wanted: { ...opens.wanted, free: false } })
    expect(toldTo(lastOf(turns), 'department:sales')).not.toHaveProperty('first')
  })
})

describe('who waits on', () => {
  test('has all of the patience again', () => {
    const { turns, context } = go('waiting.left', at(events['Vera waits on'], 300_000))
    expect(clockOf(lastOf(turns), 'patience')).toBe(START + 300_000 + 60_000)
    expect(context).toMatchObject({ since: START, unattended: false })
  })
})

describe('its row', () => {
  test('shows what lists need, in every state', () => {
    const rows = Object.entries(reach).map(([name, way]) => {
      const { snapshot } = arrive('conversation', way) ?? { snapshot: undefined }
      if (!snapshot) return [name, null]
      const row = summarizeConversation(snapshot as never)
      return [name, row.state, row.agent, row.offeredTo]
    })
    expect(rows).toEqual([
      ['unopened', null],
      ['waiting.inLine', 'waiting', null, null],
      ['waiting.left', 'left', null, null],
      ['waiting.message', 'left', null, null],
      ['offered', 'offered', null, 'ana'],
      ['active.awaitingAgent + steady', 'active', 'ana', null],
      ['active.awaitingAgent + handing', 'active', 'ana', null],
      ['active.awaitingVisitor + steady', 'active', 'ana', null],
      ['active.awaitingVisitor + handing', 'active', 'ana', null],
      ['active.snoozed.untilTime + steady', 'active', 'ana', null],
      ['active.snoozed.untilTime + handing', 'active', 'ana', null],
      ['active.snoozed.untilReply + steady', 'active', 'ana', null],
      ['active.snoozed.untilReply + handing', 'active', 'ana', null],
      ['closed.unrated', 'closed', 'ana', null],
      ['closed.rated', 'rated', 'ana', null],
    ])
  })

  test('is written when it changes, and only then', () => {
    const { turns } = go(
      'active.awaitingAgent + steady',
      events['Vera says'],
      events['Ana ends it'],
    )
    expect(turns.map(({ summary }) => summary && 'state' in summary && summary.state)).toEqual([
      null,
      'closed',
    ])
  })
})
