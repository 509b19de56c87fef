import { expect, test } from 'bun:test'
import { type Card, cardText, shapeOf } from '../../../actors/text/card'
import { conversationRow, entryOf, saying } from '../../support/turns'
import { type Fresh, withStore } from './fixtures'

const card: Card = {
  ...{ is: 'order', title: 'Wool blanket 🧶', number: '20418', fields: [] },
  buttons: ['That suits me', '改天'],
}
const body = { kind: 'card', ...shapeOf(card) } as const
const text = cardText(card)

export const cardsContract = (fresh: Fresh): void =>
  withStore('cards', fresh, (store) => {
    const press = (version: number, seq: number, button: number) => {
      const answer = entryOf('order', seq, {
        ...{ clientId: 'answer-1', answers: 'order-1', text: card.buttons[button] ?? '' },
        body: { kind: 'cardAnswer', button, fields: [] },
      })
      const settled = entryOf('order', seq + 1, {
        ...{ changes: 'order-1', text, body: { ...body, outcome: { button } } },
      })
      return store().turns.commit(saying('order', version, {}, { entries: [answer, settled] }))
    }

    test('are answered once, and show it; a list shows their title', async () => {
      const summary = { of: 'conversation' as const, ...conversationRow('order') }
      await store().turns.commit(saying('order', 1, { text, body }, { summary }))
      const shown = () => store().transcripts.shown('order', 'order-1')
      expect(await shown()).toMatchObject({ text, body })
      const [row] = await store().conversations.matching({ visitor: 'vera' }, undefined, 9)
      expect(row).toMatchObject({ preview: 'Wool blanket 🧶' })
      expect(await press(2, 2, 1)).toBe('done')
      expect(await press(3, 4, 0)).toBe('repeat')
      expect(await shown()).toMatchObject({ text, body: { outcome: { button: 1 } }, edited: 3 })
      const answer = await store().transcripts.shown('order', 'answer-1')
      expect(answer).toMatchObject({
        ...{ text: '改天', body: { kind: 'cardAnswer', button: 1 } },
        quoted: { clientId: 'order-1', text: 'Wool blanket 🧶' },
      })
    })
  })
