import type { ConversationEvent } from '../../../actors/conversation/events'

const at = 1_000_000
const say = { type: 'said', at, clientId: 'client-8', text: 'Size?' } as const
const shape = { is: 'buttons', lines: ['title', 'button', 'button'] } as const
const card = { clientId: 'open', seq: 1, text: 'Size?\nM\nL', shape }
const press = {
  ...say,
  clientId: 'answer-1',
  text: 'L',
  cardAnswer: { card, button: 1, fields: [] },
}
const byVera = { by: 'visitor', author: 'vera', name: 'Vera' } as const

/** What is done with a card, one of each. */
export const cardEvents = {
  'Ana says by a card': { ...say, by: 'agent', author: 'ana', name: 'Ana', card: shape },
  'Vera presses a card': { ...press, ...byVera },
  'Vera presses a card that is not there': {
    ...{ ...press, ...byVera },
    cardAnswer: { ...press.cardAnswer, card: { ...card, seq: 99 } },
  },
  'Vito presses a card': { ...press, by: 'visitor', author: 'vito', name: 'Vito' },
} as const satisfies Record<string, ConversationEvent>

type Row = Partial<Record<string, string>>

/** A card is said like words, and so is what is pressed on one, which then says so. */
export const withCards = <Rows extends Record<string, Row>>(table: Rows): Rows =>
  Object.fromEntries(
    Object.entries(table).map(([state, row]) => [
      state,
      {
        ...row,
        ...as(row['Ana says'], 'Ana says by a card', 'card'),
        ...as(row['Vera says'], 'Vera presses a card', 'cardAnswer, card'),
      },
    ]),
  ) as Rows

const as = (cell: string | undefined, name: keyof typeof cardEvents, said: string): Row =>
  cell === undefined ? {} : { [name]: cell.replace('said', said) }
