import { describe, expect, test } from 'bun:test'
import type { AnyEvent } from '../../../actors/events'
import type { Turn } from '../../../actors/turn'
import { events } from './events'
import { at, go, lastOf, noticeIn, START } from './turns'

describe('who has seen what', () => {
  const unread = (...more: AnyEvent[]) =>
    go('active.awaitingAgent + steady', ...more).context.unread
  const says = (n: number) => ({ ...events['Vera says'], clientId: `client-${n}` })
  const seen = (upTo: number): AnyEvent => ({ type: 'seen', at: START, by: 'agent', upTo })

  test('what the visitor wrote while it waited is unread', () => {
    expect(unread()).toBe(1)
    expect(unread(says(1), says(2))).toBe(3)
  })

  test('an answer reads everything', () => {
    expect(unread(says(1), events['Ana says'])).toBe(0)
  })

  test('only what was seen is read', () => {
    // Lines 1 opened it, 2 is the desk's, 3 and 4 are new.
    expect(unread(says(1), says(2), seen(3))).toBe(1)
    expect(unread(says(1), says(2), seen(4))).toBe(0)
    expect(unread(says(1), seen(3), says(2))).toBe(1)
  })

  test('what comes to somebody else is news to them, until they have seen it', () => {
    const hands = [events['Ana hands it to Amir'], events['Amir takes what was handed to them']]
    expect(unread(events['Ana says'], ...hands, seen(5))).toBe(0)
    expect(unread(says(1), seen(3), ...hands)).toBe(2)
    expect(unread(says(1), seen(3), ...hands, seen(5))).toBe(0)
  })

  test('what was answered is news to nobody, whoever has it next', () => {
    const hands = [events['Ana hands it to Amir'], events['Amir takes what was handed to them']]
    expect(unread(events['Ana says'], ...hands)).toBe(0)
    const back = [events['Ana says'], events['Ana gives it back']]
    expect(unread(...back)).toBe(0)
    expect(unread(...back, events['Amir takes it'])).toBe(0)
  })

  test('what nobody answered is unread again when it is given back', () => {
    const back = [says(1), seen(3), events['Ana gives it back']]
    expect(unread(says(1), seen(3))).toBe(0)
    expect(unread(...back)).toBe(2)
    expect(unread(...back, events['Amir takes it'])).toBe(2)
  })

  test('lines of the desk and notes of colleagues are no messages', () => {
    const [note] = [{ ...events['Amir notes'], clientId: 'note-2' }]
    const beside = [events['Amir notes'], note, events['Ana hands it to Amir']]
    const way = [events['Ana says'], says(1), ...beside, says(2)]
    const { context } = go('active.awaitingAgent + steady', ...way)
    expect([context.unread, context.unanswered]).toEqual([2, [4, 8]])
    expect(unread(...way, seen(7))).toBe(1)
  })

  test('of very many that nobody answers the newest are known', () => {
    const many = Array.from({ length: 150 }, (_, n) => says(n))
    const { context } = go('active.awaitingAgent + steady', ...many)
    expect([context.unread, context.unanswered.length, context.unanswered.at(-1)]).toEqual([
      ...[151, 100, 152],
    ])
    expect(unread(...many, seen(100))).toBe(52)
    expect(unread(...many, seen(152))).toBe(0)
  })

  test('nothing is unseen again', () => {
    const { turns } = go('active.awaitingAgent + steady', says(1), seen(3), seen(2))
    expect(lastOf(turns).rejected).toBe(true)
  })
})

describe('how long its visitor waits', () => {
  const waitedOf = (turn: Turn) => {
    const notice = noticeIn(turn)
    return notice?.code === 'assigned' ? notice.waited : null
  }

  test('is counted from the first message that nobody answered, over all returns', () => {
    const { turns, context } = go(
      'active.awaitingAgent + steady',
      at(events['Vera says'], 60_000),
      at(events['Ana gives it back'], 700_000),
      at(events['Amir takes it'], 716_000),
    )
    expect(waitedOf(lastOf(turns))).toBe(716_000)
    expect(context.unansweredSince).toBe(START)
  })

  test('begins with the return where everything was answered', () => {
    const { turns } = go(
      'active.awaitingAgent + steady',
      at(events['Ana says'], 1_000),
      at(events['Ana gives it back'], 700_000),
      at(events['Amir takes it'], 716_000),
    )
    expect(waitedOf(lastOf(turns))).toBe(16_000)
  })

  test('ends with an answer, and with the end', () => {
    const { context } = go('active.awaitingAgent + steady', events['Ana says'])
    expect([context.unansweredSince, context.answered]).toEqual([null, true])
    const said = { ...events['Vera says'], at: START + 5_000 }
    const asked = go('active.awaitingVisitor + steady', said)
    expect(asked.context.unansweredSince).toBe(START + 5_000)
    expect(go('closed.unrated').context.unansweredSince).toBeNull()
  })
})
