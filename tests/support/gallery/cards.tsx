import type { By, Entry } from '../../../actors/entry'
import { type Card, cardText, shapeOf } from '../../../actors/text/card'
import { CardAnswerPage } from '../../../views/transcript/card-page'
import { type CardFieldsProps, CardPage } from '../../../views/workbench/card-page'
import { bench, room } from './bench'
import { active, chat, ended } from './chat'
import * as data from './data'
import { sentFiles } from './files'
import { lookOf, type Picture, reader } from './picture'

const none = { buttons: [], fields: [] }
const product: Card = {
  ...{ is: 'product', title: 'Wool blanket, moss green', price: '€ 89.00', ...none },
  ...{ detail: 'Washable by hand, 130 × 180 cm', link: 'https://shop.example/blankets/moss' },
}
const order: Card = {
  ...{ is: 'order', title: 'Second delivery', number: '20418', state: 'On its way', fields: [] },
  ...{ detail: 'Tomorrow 9–12, no charge', buttons: ['That suits me', 'Another day'] },
}
const rather: Card = {
  ...{
    is: 'buttons',
    title: '您想怎么处理这个订单？',
    buttons: ['换货', '退款', '再等等'],
    fields: [],
  },
}
const form: Card = {
  ...{ is: 'form', title: 'Where shall it go?', detail: 'The driver reads it too', buttons: [] },
  fields: [
    { label: 'Street and number', type: 'text', required: true },
    { label: 'For the driver', type: 'textarea', required: false },
  ],
}

const lamp: Card = {
  ...{ is: 'product', title: 'Desk lamp, brass', price: '€ 129.00', ...none },
  alt: 'A brass lamp on a desk, its shade bent towards the wall',
}

const said = (seq: number, card: Card, by: By = 'agent', pressed?: number): Entry => ({
  ...data.entry({
    ...{ seq, at: data.now - (10 - seq) * 60_000, text: cardText(card), by },
    ...(by === 'agent' ? { author: data.ana, name: 'Ana' } : {}),
    body: {
      ...{ kind: 'card', ...shapeOf(card) },
      ...(pressed === undefined ? {} : { outcome: { button: pressed } }),
      ...(card.alt ? { files: sentFiles.slice(0, 1) } : {}),
    },
  }),
})
const answered = {
  kind: 'cardAnswer',
  button: null,
  fields: [{ label: 6, lines: 1 }],
} as const

const entries = [
  said(1, product, 'visitor'),
  said(2, order, 'agent', 0),
  data.entry({
    ...{ seq: 3, at: data.now - 6 * 60_000, text: 'That suits me' },
    body: { kind: 'cardAnswer', button: 0, fields: [] },
  }),
  data.entry({ seq: 4, at: data.now - 5 * 60_000, text: 'Street: Kai 7', body: answered }),
  said(5, rather),
  said(6, form),
  said(7, lamp),
]

const make = (name: string, more: Partial<CardFieldsProps> = {}): Picture => ({
  name,
  page: (given) => (
    <CardPage
      {...lookOf(given)}
      reader={reader}
      {...{ conversation: data.conversation, me: data.ana, is: 'order', clientId: 'next-1' }}
      values={{}}
      {...more}
    />
  ),
})

/** Cards on both sides, and where they are made and answered without a script. */
export const cardPictures: Picture[] = [
  chat('cards-chat', active, { entries }),
  chat('cards-ended', ended, { entries }),
  bench('cards-room', { room: room({ entries }) }),
  make('card-maker'),
  make('card-maker-form', { is: 'form' }),
  make('card-maker-problem', {
    is: 'buttons',
    values: { title: 'Which one?', 'button.4': 'This' },
    problem: { says: 'Write a title.', field: 'title' },
  }),
  make('card-maker-image', {
    is: 'product',
    values: { title: 'Desk lamp' },
    problem: { says: 'Say what the picture shows.', field: 'alt' },
  }),
  {
    name: 'card-answer-problem',
    page: (given) => (
      <CardAnswerPage
        {...lookOf(given)}
        {...{ card: form, images: [], clientId: 'card-1', isOver: false }}
        answers={{ 'field.1': 'Ring twice' }}
        problem={{ says: 'Please answer this.', field: 'field.0' }}
      />
    ),
  },
]
