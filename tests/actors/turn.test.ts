import { describe, expect, test } from 'bun:test'
import type { AnyEvent } from '../../actors/events'
import { GRACE_MS } from '../../actors/limits'
import type { Mail } from '../../actors/mail'
import { type Turn, takeTurn } from '../../actors/turn'
import { events as agent, reach as agents } from './agent/events'
import { arrive } from './cells'
import { events as conversation, reach as conversations } from './conversation/events'

const at = 1_000_000
const after = (from: keyof typeof conversations, event: AnyEvent): Turn =>
  takeTurn('conversation:own', arrive('conversation', conversations[from]), event)
const timersOf = (turn: Turn): Mail[] => turn.mail.filter(({ timer }) => timer !== null)

describe('a turn', () => {
  test('makes the next version of its actor, and the first of a new one', () => {
    expect(after('unopened', conversation['Vera opens it']).version).toBe(1)
    expect(after('offered', conversation['Vera says']).version).toBe(3)
  })

  test('changes nothing that it was given', () => {
    const stored = arrive('conversation', conversations.offered)
    const before = JSON.stringify(stored)
    takeTurn('conversation:own', stored, conversation['Ana accepts what rings at her'])
    expect(JSON.stringify(stored)).toBe(before)
  })

  test('is the same again from the same', () => {
    const once = after('offered', conversation['Ana accepts what rings at her'])
    expect(after('offered', conversation['Ana accepts what rings at her'])).toEqual(once)
  })

  test('that is rejected changes and tells nothing, but it happened', () => {
    const turn = after('closed.rated', conversation['Vera says'])
    expect(turn).toMatchObject({
      ...{
        rejected: true,
        entries: [],
        lines: [],
        mail: [],
        cancels: [],
        keeps: [],
        drops: [],
        facts: [],
      },
      ...{ summary: null, event: { type: 'said', text: '' } },
    })
    expect(turn.snapshot).toEqual(
      arrive('conversation', conversations['closed.rated'])?.snapshot as never,
    )
  })

  test('that only tells somebody something is not rejected', () => {
    const turn = after('closed.rated', conversation['rings at Ana, by a newer offer'])
    expect(turn.rejected).toBe(false)
    const off = takeTurn(
      'agent:own',
      arrive('agent', agents['off + present']),
      agent['is given the chair'],
    )
    expect(off.rejected).toBe(false)
    expect(off.mail).toHaveLength(1)
  })

  test('that only moves on is not rejected', () => {
    const turn = takeTurn('agent:own', arrive('agent', agents['off + present']), agent.pauses)
    expect(turn).toMatchObject({ rejected: false, summary: { status: 'away' } })
  })
})

describe('its mail', () => {
  test('has ids that no other turn and no other mail of it has', () => {
    const ids = Object.values(conversations).flatMap((way) => {
      let stored: ReturnType<typeof arrive>
      return way.flatMap((event) => {
        const turn = takeTurn('conversation:own', stored, event)
        stored = { version: turn.version, snapshot: turn.snapshot }
        expect(new Set(turn.mail.map(({ id }) => id)).size).toBe(turn.mail.length)
        for (const { id } of turn.mail) expect(id).toStartWith(`conversation:own/${turn.version}/`)
        return [turn.mail.map(({ id }) => id).join()]
      })
    })
    expect(ids.length).toBeGreaterThan(20)
  })

  test('of a clock never has the id of a tell, however much one turn tells', () => {
    // Every department she answers for hears that she is out of reach, and her grace begins.
    const departments = Array.from({ length: 1_200 }, (_, nth) => `department-${nth}`)
    const hired = { ...agent['is hired for two'], departments }
    const present = arrive('agent', [hired, agent['comes through north']])
    const { mail } = takeTurn('agent:own', present, agent['is gone from north'])
    expect(mail.filter(({ timer }) => timer !== null)).toHaveLength(1)
    expect(mail.length).toBeGreaterThan(1_200)
    expect(new Set(mail.map(({ id }) => id)).size).toBe(mail.length)
  })

  test('is due at once when it tells, and at its own time when it is a clock', () => {
    const turn = after('unopened', conversation['Vera opens it'])
    expect(turn.mail.map(({ to, dueAt, timer }) => [to, dueAt - at, timer])).toEqual([
      ['department:sales', 0, null],
      [
        'conversation:own',
        60_000,
        'conversation:own/xstate.after.patience.conversation.waiting.inLine',
      ],
    ])
  })

  test('of a clock carries the very event that the machine waits for', () => {
    for (const clock of timersOf(after('unopened', conversation['Vera opens it']))) {
      const due = takeTurn(
        'conversation:own',
        arrive('conversation', conversations['waiting.inLine']),
        clock.event,
      )
      expect(due.rejected).toBe(false)
    }
  })

  test('of a clock that starts again takes the place of the one that ran', () => {
    const again = after('offered', {
      ...conversation['rings at Ana, by a newer offer'],
      at: at + 5_000,
    })
    expect(timersOf(again).map(({ dueAt }) => dueAt)).toEqual([at + 35_000])
    // In the same slot: it is not stopped as well, or the store would lose the new one.
    expect(again.cancels).toEqual([])
    const first = timersOf(after('waiting.inLine', conversation['rings at Ana, by a newer offer']))
    expect(timersOf(again).map(({ timer }) => timer)).toEqual(first.map(({ timer }) => timer))
  })

  test('never has a clock of a state that it only passed through', () => {
    const ring = conversation['rings at Ana, heard late']
    const offered = arrive('conversation', [...conversations['waiting.left'], ring])
    const turn = takeTurn(
      'conversation:own',
      offered,
      conversation['Ana passes on what rings at her'],
    )
    expect(turn.snapshot.value).toEqual({ waiting: 'left' })
    expect(timersOf(turn)).toEqual([])
  })

  test('a grace lasts what the limits say', () => {
    const stored = arrive('agent', agents['on.free + present'])
    const turn = takeTurn('agent:own', stored, agent['is gone from north'])
    expect(timersOf(turn).map(({ dueAt }) => dueAt)).toEqual([at + GRACE_MS])
  })
})
