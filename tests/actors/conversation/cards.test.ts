import { describe, expect, test } from 'bun:test'
import type { ConversationContext } from '../../../actors/conversation/context'
import type { Entry } from '../../../actors/entry'
import { isForDesk } from '../../../actors/entry'
import type { AnyEvent } from '../../../actors/events'
import { documentOf } from '../../../actors/search/document'
import {
  type Card,
  cardIn,
  cardText,
  cardTitle,
  filledIn,
  filledText,
  shapeOf,
} from '../../../actors/text/card'
import { takeTurns } from '../cells'
import { cardEvents } from './cards'
import { events, reach } from './events'

const held = reach['active.awaitingAgent + steady']
const after = (...more: AnyEvent[]) => {
  const { turns, stored } = takeTurns('conversation', undefined, [...held, ...more])
  return { turns, last: turns.at(-1), context: stored?.snapshot.context as ConversationContext }
}

describe('what is pressed on a card', () => {
  test('is a line of its visitor, and one more by which the card says so', () => {
    const { last, context } = after(events['Ana says'], cardEvents['Vera presses a card'])
    const [answer, card] = last?.entries ?? []
    expect(answer).toMatchObject({
      ...{ seq: 4, clientId: 'answer-1', by: 'visitor', author: 'vera', text: 'L', changes: null },
      body: { kind: 'cardAnswer', button: 1, fields: [] },
    })
    expect(card).toMatchObject({
      ...{ seq: 5, changes: 'open', text: 'Size?\nM\nL', at: answer?.at },
      body: { kind: 'card', is: 'buttons', outcome: { button: 1 } },
    })
    // One message waits for an answer, and the times and counts go by that one alone.
    expect(context).toMatchObject({ lastSeq: 5, saidSeq: 4, unanswered: [4], unread: 1 })
  })

  test('is nothing once the card was taken back', () => {
    const taken = after(events['Vera takes it back'], cardEvents['Vera presses a card'])
    expect(taken.turns.slice(-2).map(({ rejected }) => rejected)).toEqual([false, true])
  })
})

test('what greets everybody is looked for by nobody', () => {
  const line = { seq: 1, at: 0, by: 'system', author: null, name: '', text: 'Parcels?' } as const
  const notice = { kind: 'notice', notice: { code: 'greeted' } } as const
  const greeting = { ...line, clientId: 'greeting', body: notice } as unknown as Entry
  expect(documentOf(greeting, [])).toBeNull()
  expect(documentOf({ ...greeting, body: { kind: 'text' } }, [])?.words).toContain('parcels')
})

test('both are found by their words', () => {
  const [answer, card] = after(cardEvents['Vera presses a card']).last?.entries ?? []
  expect(answer && documentOf(answer, [])?.words).toContain('l')
  expect(card && documentOf(card, [])?.words).toEqual(expect.arrayContaining(['size', 'm', 'l']))
})

test('both are said to all', () => {
  expect(isForDesk({ kind: 'card', ...cardEvents['Ana says by a card'].card })).toBe(false)
  expect(isForDesk({ kind: 'cardAnswer', button: 0, fields: [] })).toBe(false)
})

test('the journal keeps what was done, and no word of it', () => {
  const { last } = after(cardEvents['Vera presses a card'])
  expect(last?.event).toMatchObject({ type: 'said', cardAnswer: { button: 1 } })
  expect(JSON.stringify(last?.event)).not.toMatch(/Size|"L"/)
})

test('what was filled in lies in the text of its entry, and nowhere else', () => {
  const filled = [
    { label: 'Street: number', value: 'Kai: 7' },
    { label: '备注', value: 'Ring\ntwice' },
  ]
  const { text, fields } = filledText(filled)
  expect(text).toBe('Street: number: Kai: 7\n备注: Ring\ntwice')
  expect(filledIn(text, fields)).toEqual(filled)
  expect(filledIn('', fields)).toEqual([
    { label: '', value: '' },
    { label: '', value: '' },
  ])
})

describe('a card in the text of its entry', () => {
  const cards: Card[] = [
    { is: 'product', title: 'Blanket', price: '89 €', buttons: [], fields: [] },
    {
      ...{ is: 'order', title: 'Order', number: '20418', price: '1', state: 'Sent' },
      ...{ detail: 'd', link: 'https://x.example/', buttons: ['a', 'a'], fields: [] },
    },
    {
      ...{ is: 'form', title: 'Where?', buttons: [] },
      fields: [
        { label: 'Street', type: 'text', required: true },
        { label: 'E-mail', type: 'email', required: false },
      ],
    },
  ]
  test.each(cards)('is the same when it is read from there: %j', (card) => {
    expect(cardIn(cardText(card), shapeOf(card))).toEqual(card)
    expect(cardTitle(cardText(card))).toBe(card.title)
  })

  test('has no word left when that was erased', () => {
    for (const card of cards) {
      const bare = cardIn('', shapeOf(card))
      const { is: _, buttons, fields, ...parts } = bare
      expect(
        [...Object.values(parts), ...buttons, ...fields.map(({ label }) => label)].join(''),
      ).toBe('')
      expect(JSON.stringify(shapeOf(card))).not.toMatch(/Blanket|20418|Street/)
    }
  })
})
