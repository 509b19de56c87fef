import type { Entry, Notice } from '../../../actors/entry'
import { type Card, cardText, shapeOf } from '../../../actors/text/card'
import { ONLY_FORM } from '../../../actors/text/phrase'
import type { Language } from '../../words/language'

const VERA = 'vera'
const CONVERSATION = 'example'
const agent = { by: 'agent', author: 'ana', name: 'Ana' } as const
const MINUTE_MS = 60_000
/** What somebody says in the example, and what is answered. */
const said = {
  en: ['Is the green lamp in stock again?', 'It is! Shall I put one aside for you?'],
  zh: ['绿色那款台灯有货了吗？', '有货了！需要给您留一盏吗？'],
} as const

type Line = Partial<Omit<Entry, 'seq'>> & { seq: number; notice?: Notice }

/** One line of a talk that never was; `now` in ms UTC. */
const line = (now: number, { notice, ...more }: Line): Entry => ({
  ...{ conversation: CONVERSATION, clientId: `example-${more.seq}`, changes: null, edited: null },
  ...{ by: notice ? 'desk' : 'visitor', author: notice ? null : VERA, name: 'Vera' },
  ...{ at: now - (9 - more.seq) * MINUTE_MS, text: '' },
  body: notice ? { kind: 'notice', notice } : { kind: 'text' },
  ...more,
})

const file = { id: 'file', name: 'invoice.pdf', type: 'application/pdf', bytes: 48_000 }

/** A question and its answer, and what else can be in a talk. */
export const exampleTalk = (now: number, language: Language): Entry[] => {
  const [question, answer] = said[language]
  const first = line(now, { seq: 1, text: question, edited: 2 })
  const quoted = { clientId: first.clientId, seq: 1, state: 2, by: first.by, name: first.name }
  return [
    first,
    line(now, {
      ...{ seq: 3, text: answer, ...agent },
      quoted: { ...quoted, author: VERA, text: question, inside: false, withdrawn: false },
    }),
    line(now, { seq: 4, body: { kind: 'text', files: [file] } }),
    line(now, { seq: 5, body: { kind: 'withdrawn', inside: false }, ...agent }),
  ]
}

const joins = { code: 'assigned', agent: 'ana', name: 'Ana', waited: 0 } as const
const moved = { name: 'Ana', from: CONVERSATION, into: CONVERSATION, visitor: VERA, lines: 2 }

/** What the desk tells in a talk, by the word and the form of what is read then. */
const notices: Readonly<Record<string, Notice>> = {
  'assigned.joined': { ...joins, why: { how: 'chosen', strategy: 'round-robin', candidates: 2 } },
  'assigned.waited': { ...joins, waited: 18_000, why: { how: 'took' } },
  'assigned.instead': { ...joins, why: { how: 'transferred', from: 'Amir' } },
  'assigned.kept': { ...joins, why: { how: 'kept' } },
  'requeued.named': { code: 'requeued', reason: 'lost', name: 'Ana' },
  'requeued.nameless': { code: 'requeued', reason: 'lost', name: '' },
  transferred: { code: 'transferred', from: 'Ana', to: 'Amir' },
  unattended: { code: 'unattended', helped: false },
  'closed.visitor': { code: 'closed', by: 'visitor', name: 'Vera' },
  'closed.agent': { code: 'closed', by: 'agent', name: 'Ana' },
  'closed.silence': { code: 'closed', by: 'silence', name: '' },
  'reopened.visitor': { code: 'reopened', by: 'visitor', name: 'Vera' },
  'reopened.agent': { code: 'reopened', by: 'agent', name: 'Ana' },
  merged: { code: 'merged', ...moved },
  absorbed: { code: 'absorbed', ...moved },
  movedBack: { code: 'movedBack', inside: false },
  'askedFor.free': { code: 'askedFor', name: 'Ana', free: true },
  'askedFor.taken': { code: 'askedFor', name: 'Ana', free: false },
  leftMessage: { code: 'leftMessage' },
  'rated.stars': { code: 'rated', stars: 5 },
  'rated.comment': { code: 'rated', stars: 5 },
  split: { code: 'split', ...moved },
  branched: { code: 'branched', ...moved },
  rejoined: { code: 'rejoined', ...moved },
  movedOn: { code: 'movedOn', inside: false },
}

/** The question, and what the desk tells after it; undefined for what is no notice. */
export const exampleNotice = (
  now: number,
  language: Language,
  code: string,
  form: string,
): Entry[] | undefined => {
  const notice = notices[form === ONLY_FORM ? code : `${code}.${form}`]
  if (!notice) return undefined
  const text = form === 'comment' ? said[language][1] : ''
  return [line(now, { seq: 1, text: said[language][0] }), line(now, { seq: 2, notice, text })]
}

/** Whose talk it is, as pages draw it. */
export const exampleReader = { audience: 'visitor', viewer: VERA } as const
export const exampleConversation = CONVERSATION

/** What people can do with a line, on the page of that line. */
export const exampleLine = (now: number, language: Language): Entry =>
  line(now, {
    ...{ seq: 1, text: said[language][0] },
    reactions: [{ emoji: '👍', by: 'visitor', author: VERA, name: 'Vera' }],
  })

/** A card with a link and a question, in a talk. */
export const exampleCards = (now: number, language: Language): Entry[] => {
  const { order, paid } = cards[language]
  return [
    line(now, { seq: 1, text: cardText(order), body: cardBody(order), ...agent }),
    line(now, {
      ...{ seq: 2, text: cardText(paid), ...agent },
      body: { ...cardBody(paid), outcome: { button: 0 } },
    }),
  ]
}

const cardBody = (card: Card) => ({ kind: 'card' as const, ...shapeOf(card) })
const cardOf = (title: string, link: string, button: string, label: string) => ({
  order: {
    ...{ is: 'form', title, link, buttons: [] },
    fields: [{ label, type: 'text', required: false }],
  } as Card,
  paid: { is: 'buttons', title, buttons: [button], fields: [] } as Card,
})
const cards = {
  en: cardOf('Second delivery', 'https://shop.example/20418', 'That suits me', 'Street'),
  zh: cardOf('再次配送', 'https://shop.example/20418', '可以', '街道'),
}

/** A card as it is answered on a page of its own. */
export const exampleCard = (language: Language): Card => cards[language].order
