import { Problem } from '../../../actors/problem'
import { operators } from '../../../actors/search/query'
import { sentenceFor } from '../../../views/words'
import type { FoundLine } from '../../../views/workbench/search/found'
import { SearchPage } from '../../../views/workbench/search/page'
import { lookOf, type Picture, reader } from './picture'

const lineOf = (nth: number, more: Partial<FoundLine> = {}): FoundLine => ({
  row: {
    ...{ id: `0199a1b2-77c0-7e21-b0c4-3f1d52a90b1${nth}`, visitor: `vera-${nth}` },
    ...{ visitorName: 'Vera Kovač', state: 'closed', stars: null, isOver: true },
  },
  ...{ seq: nth, clientId: `line-${nth}`, at: 1_763_000_000_000, more: 0 },
  ...{ isInside: false, hasFile: false },
  pieces: [
    { text: 'The ', found: false },
    { text: 'box', found: true },
    { text: ' arrived wet and I would like a refund for the lamp, not a new one', found: false },
  ],
  ...more,
})

const lines = [
  lineOf(1, { more: 2 }),
  lineOf(2, {
    row: {
      ...lineOf(2).row,
      visitorName: 'Dr. Johannes Freiherr von Westernhagen-Altenburg',
      stars: 2,
    },
    hasFile: true,
  }),
  lineOf(3, {
    row: { ...lineOf(3).row, visitorName: '李明', state: 'active', isOver: false },
    isInside: true,
    pieces: [
      { text: '箱子湿了，请', found: false },
      { text: '退款', found: true },
      { text: '。', found: false },
    ],
  }),
]
const people = [
  { id: 'reb', name: 'Rebekka Boxberger', email: 'r.boxberger@example.com', conversation: 'c-1' },
  { id: 'ana', name: 'Ana Lima', email: '', conversation: null },
]
const asked = { text: 'box from:visitor', order: 'newest' as const, problem: null, operators }
const narrowed = [{ operator: 'from:visitor', rest: 'box' }]
const all = { isMeant: () => true, office: '/office' }
const none = { isMeant: () => false, office: null }

/** The search: what was found, nothing, not yet, and what cannot be searched for. */
export const searchPictures: Picture[] = [
  {
    name: 'search',
    page: (given) => (
      <SearchPage
        {...lookOf(given)}
        reader={reader}
        {...asked}
        {...all}
        findings={{ lines, people, narrowed, next: 1 }}
      />
    ),
  },
  {
    name: 'search-nothing',
    page: (given) => (
      <SearchPage
        {...lookOf(given)}
        reader={reader}
        {...asked}
        {...none}
        findings={{ lines: [], people: [], narrowed, next: null }}
      />
    ),
  },
  {
    name: 'search-refused',
    once: true,
    page: (given) => (
      <SearchPage
        {...lookOf(given)}
        reader={reader}
        {...asked}
        {...none}
        problem={sentenceFor(
          new Problem('invalid', 'searchDate', { values: { operator: 'before', value: 'May' } }),
          given.language,
        )}
        findings={null}
      />
    ),
  },
]
