import { describe, expect, test } from 'bun:test'
import { addressOf } from '../../../actors/address'
import type { ConversationEvent } from '../../../actors/conversation/events'
import type { MacroStep } from '../../../actors/conversation/steps'
import { takeTurn } from '../../../actors/turn'
import { arrive, ID } from '../cells'
import { reach } from './events'

type Ran = Extract<ConversationEvent, { type: 'ran' }>
const held = arrive('conversation', reach['active.awaitingAgent + steady'])
const run = (steps: readonly MacroStep[], more: Partial<Ran> = {}) =>
  takeTurn(addressOf('conversation', ID), held, {
    ...{ type: 'ran', at: 1_000_500, author: 'ana', name: 'Ana', title: 'Refund' },
    ...{ clientId: 'macro-1', steps, ...more },
  })
const say: MacroStep = { does: 'say', text: 'You get it back' }
const tag = (add: string): MacroStep => ({
  does: 'change',
  change: { type: 'tagged', add, remove: null },
})

describe('a macro', () => {
  test('does all of it in one turn, in order, under ids of its own', () => {
    const turn = run([{ does: 'write', event: 'noted', text: 'Be quick' }, say, tag('Refund')])
    expect(turn.entries.map(({ seq, clientId, text }) => [seq, clientId, text])).toEqual([
      [3, 'macro-1', ''],
      [4, 'macro-1-1', 'Be quick'],
      [5, 'macro-1-2', 'You get it back'],
    ])
    expect(turn.entries[0]?.body).toEqual({
      kind: 'notice',
      notice: { code: 'ran', name: 'Ana', macro: 'Refund' },
    })
    expect(turn.snapshot.context).toMatchObject({ tags: ['Refund'], unread: 0, lastSeq: 5 })
  })

  test('does nothing where the last of it cannot be done', () => {
    const many = Array.from({ length: 21 }, (_, nth) => tag(`tag ${nth}`))
    const turn = run([say, ...many])
    expect([turn.rejected, turn.entries, turn.mail]).toEqual([true, [], []])
  })

  test('is refused to who looked at what has moved since', () => {
    expect(run([say], { asOf: 0 }).rejected).toBe(true)
    expect(run([say], { asOf: 99 }).rejected).toBe(false)
  })

  test('leaves no words in history but in its entries', () => {
    expect(JSON.stringify(run([say]).event)).not.toContain('get it back')
  })
})
