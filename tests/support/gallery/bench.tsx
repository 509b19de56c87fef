import type { Entry } from '../../../actors/entry'
import { DecisionsPage } from '../../../views/workbench/decisions'
import { WorkbenchPage, type WorkbenchPageProps } from '../../../views/workbench/page'
import type { Room } from '../../../views/workbench/room/columns'
import type { Rights } from '../../../views/workbench/verbs'
import * as data from './data'
import { drawn } from './drawn'
import { fileLimits } from './files'
import { live, lookOf, type Picture, reader } from './picture'

export const none: Rights = {
  ...{ say: false, note: false, tag: false, prioritize: false },
  ...{ snooze: false, take: false, answerOffer: false, transfer: false },
  ...{ end: false, whisper: false, takeOver: false, lookIn: false },
  ...{ block: false, merge: false, unmerge: false, split: false, unsplit: false },
  wrapUp: false,
}
const beside = { note: true, tag: true, prioritize: true, snooze: true } as const
const held: Rights = { ...none, ...beside, say: true, transfer: true, end: true }

/** A room with its entries, which are drawn in the language of the page. */
type Talk = Omit<Room, 'drawn'> & { entries: readonly Entry[] }

export const room = (more: Partial<Talk> = {}): Talk => ({
  conversation: data.asConversation(data.mine[0] ?? data.left),
  department: 'Orders & delivery',
  rights: held,
  targets: {
    agents: data.colleagues,
    departments: [{ id: 'billing', name: 'Billing', staffed: false }],
  },
  macros: [{ id: 'm1', name: 'Refund and close', ends: true }],
  wrapUpFields: [],
  clientId: 'next-1',
  fileLimits: fileLimits,
  visitor: {
    id: data.vera,
    name: 'Vera K.',
    email: 'vera@example.com',
    language: 'en',
    conversation: data.conversation,
    talking: true,
    invitation: null,
    ...{ company: '', tags: [], pinned: false, mergedInto: null },
  },
  earlier: [
    { id: 'c20', at: data.now - 7 * 86_400_000, preview: 'Size exchange', stars: 5 },
    { id: 'c21', at: data.now - 47 * 86_400_000, preview: 'Gift card', stars: null },
  ],
  stuck: false,
  ...{ lookers: [], scheduled: [], blocked: [], seesStates: false },
  hindrance: null,
  page: { page: 'hidden', since: data.now - 120_000 },
  entries: data.talk('en', 'desk'),
  earlierEntries: null,
  after: 9,
  seenUpTo: 0,
  ...more,
})

const roomOf = ({ entries, ...rest }: Talk, given: Parameters<typeof lookOf>[0]): Room => ({
  ...rest,
  drawn: drawn(entries, { ...lookOf(given), audience: 'desk', viewer: data.ana }),
})

type Bench = Partial<Omit<WorkbenchPageProps, 'inbox' | 'room'>> & {
  room?: Talk
  inbox?: Partial<WorkbenchPageProps['inbox']>
}

export const bench = (name: string, { inbox, room: talk, ...more }: Bench = {}): Picture => ({
  name,
  act: live,
  page: (given) => (
    <WorkbenchPage
      {...lookOf(given)}
      me={{ id: data.ana, name: 'Ana' }}
      agent={data.agentRow({})}
      banner={null}
      office="/office/departments"
      room={talk ? roomOf(talk, given) : null}
      {...more}
      inbox={{
        list: { view: 'mine' },
        counts: { mine: 3, line: 2, closed: null },
        offers: [],
        rows: data.mine,
        line: data.line,
        lines: [],
        more: [],
        departments: data.departments,
        ...inbox,
      }}
    />
  ),
})

const offering = { offers: [{ row: data.offered, until: data.now + 24_000 }] }
const withTags = { rows: data.mine.map((row, nth) => (nth === 0 ? data.tagged : row)) }
const idle = { rows: [], line: [], counts: { mine: 0, line: 0, closed: null } }
const inLine = data.line[0] ?? data.left

export const benchPictures: Picture[] = [
  bench('bench-list', { inbox: offering }),
  bench('bench-room', { room: room({ seenUpTo: 99 }) }),
  bench('bench-list-tags', { inbox: withTags }),
  bench('bench-tags', {
    inbox: withTags,
    room: room({ conversation: data.tagged }),
  }),
  bench('bench-note', {
    room: room({ isInside: true, draft: 'The depot has called twice about this address.' }),
  }),
  bench('bench-namesakes', {
    inbox: { offers: [{ row: data.alike, until: data.now + 24_000 }] },
    room: room({ conversation: data.alike, rights: { ...none, answerOffer: true } }),
  }),
  { ...bench('bench-stuck', { room: room({ stuck: true }) }), once: true },
  { ...bench('bench-zh-room', { room: room({ entries: data.talk('zh', 'desk') }) }), once: true },
  {
    ...bench('bench-hostile', {
      inbox: { rows: [data.row({ visitorName: data.long, preview: data.long })] },
      room: room({
        conversation: data.row({ visitorName: data.long }),
        department: 'Deliveries, returns and everything that is large and heavy',
        entries: data.hostile,
      }),
    }),
    once: true,
  },
  bench('bench-empty', { agent: data.agentRow({ load: 0, status: 'off' }), inbox: idle }),
  {
    ...bench('bench-line', {
      inbox: {
        list: { view: 'line' },
        counts: { mine: 3, line: 116, closed: null },
        rows: [...data.line, data.left],
        line: [],
        lines: [
          { department: 'orders', count: 76 },
          { department: 'billing', count: 32 },
          { department: 'sales', count: 8 },
        ],
        more: [
          { where: 'department', to: { view: 'line', department: 'orders' }, count: 75 },
          { where: 'department', to: { view: 'line', department: 'billing' }, count: 31 },
        ],
      },
      room: room({
        conversation: inLine,
        department: 'Sales',
        rights: { ...none, take: true },
        entries: data.talk('en', 'desk').slice(2, 3),
        earlier: [],
      }),
    }),
    once: true,
  },
  {
    ...bench('bench-closed', {
      inbox: {
        list: { view: 'closed' },
        rows: data.closedRows,
        line: [],
        more: [{ where: 'older', to: { view: 'closed', until: { at: data.now, id: '' } } }],
      },
      room: room({
        conversation: data.closedRows[0] ?? data.left,
        rights: { ...none, note: true, tag: true, take: true },
      }),
    }),
    once: true,
  },
  {
    ...bench('bench-lost', {
      banner: 'lost',
      problem: 'Wei has no room now. Choose another.',
      agent: data.agentRow({ status: 'away', load: 0 }),
      inbox: { ...idle, list: { view: 'line' } },
    }),
    once: true,
  },
  {
    ...bench('bench-transfer', { room: room() }),
    act: async (page) => {
      await live(page)
      await page.click('.transfer summary')
    },
  },
  {
    ...bench('bench-macros', { room: room() }),
    act: async (page) => {
      await live(page)
      await page.click('.macros summary')
    },
  },
  {
    ...bench('bench-ending', { room: room() }),
    act: async (page) => {
      await live(page)
      await page.click('.end-chat > button')
    },
  },
  {
    // More than they take at a time: something that was put off has come back.
    ...bench('bench-shift', { room: room(), agent: data.agentRow({ load: 60 }) }),
    act: async (page) => {
      await live(page)
      await page.click('.pill')
    },
  },
  {
    ...bench('bench-off', { room: room() }),
    act: async (page) => {
      await live(page)
      await page.click('.pill')
      await page.click('#shift-menu [popovertarget]')
    },
  },
  {
    ...bench('bench-me'),
    act: async (page) => {
      await live(page)
      await page.click('.me-button')
    },
  },
  {
    ...bench('bench-facts', { room: room() }),
    once: true,
    act: async (page) => {
      await live(page)
      const button = page.locator('.about-button')
      if (await button.isVisible()) await button.click()
    },
  },
  {
    name: 'decisions',
    page: (given) => (
      <DecisionsPage
        {...lookOf(given)}
        conversation={room().conversation}
        reasons={data.reasons}
        departments={data.departments}
        me={data.ana}
        reader={reader}
        list={{ view: 'mine' }}
      />
    ),
  },
]
