import { expect, test } from 'bun:test'
import type { Row } from '../../views/workbench/inbox/lists'
import { OfferCard } from '../../views/workbench/inbox/offer'
import { InboxRow } from '../../views/workbench/inbox/row'
import { Join } from '../../views/workbench/room/join'
import * as data from '../support/gallery/data'
import { pictures } from '../support/gallery/pages'

const MINUTE_MS = 60_000
const departments = { orders: 'Orders' }
const viewer = {
  language: 'en',
  ...{ now: data.now, zone: 'UTC', me: data.ana, departments, selected: null },
  list: { view: 'mine' },
  alike: new Set<string>(),
} as const
const rowOf = (more: Partial<Row>, one = {}) =>
  String(<InboxRow {...viewer} {...one} row={data.row(more)} />)
const words = (html: string) => html.replace(/<svg.*?<\/svg>|<[^>]*>/gs, ' ').replace(/\s+/g, ' ')
const minutes = (html: string) => /waiting (\d+):/i.exec(words(html))?.[1]

test('a row and a card count from the first message nobody answered, back in the line too', () => {
  const [first, back] = [data.now - 20 * MINUTE_MS, data.now - MINUTE_MS]
  const row = { state: 'offered', unansweredSince: first, waitingSince: back, agent: null } as const
  const card = <OfferCard {...viewer} row={data.row({ ...row, page: null })} until={null} />
  for (const html of [rowOf(row), String(card)]) expect(minutes(html)).toBe('20')
  expect(minutes(rowOf({ ...row, unansweredSince: null }))).toBe('1')
})

test('one’s own words are one’s own, and what is closed says who answered, if anybody did', () => {
  const said = { previewBy: 'agent', preview: 'Gladly' } as const
  expect(words(rowOf({ ...said, previewFrom: { id: data.ana, name: 'Ana' } }))).toContain(
    'You: Gladly',
  )
  expect(words(rowOf({ ...said, previewFrom: { id: 'amir', name: 'Amir' } }))).toContain(
    'Amir: Gladly',
  )
  const closed = { state: 'closed', closedAt: data.now, answered: true, agentName: 'Amir' } as const
  expect(words(rowOf({ ...closed, agent: 'amir' }))).toContain('Amir')
  expect(words(rowOf({ ...closed, agent: 'amir' }))).not.toContain('never answered')
  expect(words(rowOf({ ...closed, answered: false, agent: null }))).toContain('never answered')
})

test('a department is named on rows and cards where there are several, and nowhere else', () => {
  const card = (names: Record<string, string>) =>
    String(<OfferCard {...viewer} departments={names} row={data.row({})} until={null} />)
  expect(words(card(departments))).toContain('Orders')
  expect(words(rowOf({}))).toContain('Orders')
  // A desk with one department has no names for its rows, and a list of one says it above them.
  for (const html of [
    card({}),
    rowOf({}, { departments: {} }),
    rowOf({}, { list: { view: 'line', department: 'orders' } }),
  ])
    expect(words(html)).not.toContain('Orders')
})

test('what is wanted stands first on the card and in the room', () => {
  const rights = { answerOffer: true } as Parameters<typeof Join>[0]['rights']
  const foot = (
    <Join
      {...{ language: 'en', rights, seq: 1, hindrance: null }}
      conversation={data.row({ offer: 3 })}
    />
  )
  const card = <OfferCard {...viewer} row={data.row({ offer: 3 })} until={null} />
  for (const html of [String(card), String(foot)])
    expect(
      [...html.matchAll(/action="[^"]*\/(acceptance|refusal)"/g)].map(([, one]) => one),
    ).toEqual([...['acceptance', 'refusal']])
})

test('who begins to write reads how long the line takes', () => {
  const texts = pictures
    .filter(({ name }) => name.startsWith('start'))
    .map(({ page }) => words(String(page({ theme: 'light', language: 'en' }))))
  expect(texts.some((text) => /in line before you\. The wait is probably \S+/.test(text))).toBe(
    true,
  )
})
