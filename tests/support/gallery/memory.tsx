import { Problem } from '../../../actors/problem'
import { emptyProfile } from '../../../actors/visitor/profile'
import type { MenuEntry, OfficeContext, Refused } from '../../../views/office/context'
import {
  type ConversationLine,
  ConversationsPage,
  conversationList,
  conversationsInMenu,
} from '../../../views/office/conversations/list'
import { ConversationPage } from '../../../views/office/conversations/page'
import { FilesPage, fileList, filesInMenu } from '../../../views/office/files/list'
import type { ListAsk, ListOrder } from '../../../views/office/list/ask'
import { RatingsPage, ratingList, ratingsInMenu } from '../../../views/office/ratings/list'
import type { VisitorDetails } from '../../../views/office/visitors/details'
import { ImportPage } from '../../../views/office/visitors/import'
import {
  type VisitorLine,
  VisitorsPage,
  visitorList,
  visitorsInMenu,
} from '../../../views/office/visitors/list'
import { VisitorOfficePage } from '../../../views/office/visitors/page'
import { Entry } from '../../../views/transcript/entry'
import * as data from './data'
import { lookOf, type Picture } from './picture'

type Given = Parameters<Picture['page']>[0]
const menu = [conversationsInMenu, visitorsInMenu, ratingsInMenu, filesInMenu]
const contextOf = (given: Given, page: MenuEntry, refused?: Refused): OfficeContext => ({
  ...{ ...lookOf(given), menu, page, me: { id: data.olga, name: 'Olga' } },
  ...(refused ? { refused } : {}),
})
const usualOf = ({ usual }: { usual: ListOrder }): ListAsk => ({
  ...{ q: '', ...usual, filters: {}, times: {}, until: null },
})
const none = { rows: [], next: null }

const HOUR_MS = 3_600_000
const row = data.asConversation(data.mine[0] ?? data.left)
const lines: ConversationLine[] = [
  {
    ...{ ...row, departmentName: 'Orders & delivery', messages: 12, tags: ['Broken lamp', 'VIP'] },
    ...{ answeredAt: row.openedAt + 42_000, priority: 'urgent' },
  },
  {
    ...{ ...row, id: `${row.id.slice(0, -4)}00c9`, visitorName: data.long.slice(0, 120) },
    ...{ departmentName: data.long.slice(0, 120), messages: 1_204, state: 'rated', stars: 4 },
    ...{ agentName: data.long.slice(0, 60), answeredAt: null, closedAt: row.openedAt + HOUR_MS },
  },
  {
    ...{ ...row, id: `${row.id.slice(0, -4)}00d1`, visitorName: '王小明', agentName: '' },
    ...{ departmentName: '订单与物流', messages: 0, answeredAt: null, state: 'left' },
  },
]

const list = (name: string, more: Partial<Parameters<typeof ConversationsPage>[0]>): Picture => ({
  name,
  page: (given) => (
    <ConversationsPage
      {...contextOf(given, conversationsInMenu)}
      {...{ ask: usualOf(conversationList), found: none, choices: {}, ...more }}
    />
  ),
})

const one: Picture = {
  name: 'office-conversation',
  height: 1300,
  page: (given) => (
    <ConversationPage
      {...contextOf(given, conversationsInMenu)}
      {...{ line: lines[0] as ConversationLine, isAll: true, visitorPage: '/office/visitors/v' }}
      seesStates
      turns={[
        ...[turn(1, 'opened', 'Vera K.'), turn(2, 'assigned', 'Ana'), turn(3, 'said', 'Ana')],
        { ...turn(4, 'ended', 'Amir'), rejected: true },
        turn(5, 'xstate.after.silence.own', ''),
      ]}
      earlier="/office/conversations/x?before=3"
      drawn={data
        .talk(given.language, 'desk')
        .map((entry) => (
          <Entry
            {...{ entry, audience: 'desk', language: given.language, zone: 'Europe/Berlin' }}
            viewer={data.olga}
          />
        ))}
    />
  ),
}
const turn = (version: number, type: string, who: string) => ({
  ...{ version, type, who, at: data.now - HOUR_MS + version * 60_000, rejected: false },
})

const visitor = (more: Partial<VisitorLine>): VisitorLine => ({
  ...{ id: data.vera, name: 'Vera K.', email: 'vera@example.com', language: 'en' },
  ...{ conversation: data.conversation, talking: true, invitation: null, company: 'ACME Ltd' },
  ...{ tags: ['VIP', 'trial'], pinned: true, mergedInto: null, seenAt: data.now - HOUR_MS },
  ...{ country: 'DE', conversations: 12, ...more },
})
const visitors = [
  visitor({}),
  visitor({
    ...{ id: `${data.vera}b`, name: data.long.slice(0, 120), company: data.long.slice(0, 100) },
    ...{ email: `${'a'.repeat(60)}@${'b'.repeat(60)}.example`, pinned: false, country: 'CN' },
  }),
  visitor({
    ...{ id: `${data.vera}c`, name: '', email: '', company: '', tags: [], pinned: false },
    ...{ seenAt: null, country: '', conversations: 0, language: 'zh' },
  }),
]

const details: VisitorDetails = {
  consents: [
    {
      ...{ conversation: data.conversation, at: data.now, version: 3, language: 'en' },
      ...{ department: 'Billing', text: 'We keep what you write for 90 days.' },
    },
  ],
  row: visitor({}),
  profile: {
    ...{ ...emptyProfile, phone: '030 123', company: 'ACME Ltd', tags: ['VIP'] },
    notes: `Likes tea.\n${data.long.slice(0, 200)}`,
    attributes: { Plan: { type: 'text', value: 'Gold' }, Paid: { type: 'yesNo', value: 'yes' } },
  },
  ...{ subject: 'customer-17', fromSite: { cart: '3' }, version: 'v', attributesVersion: 'v' },
  visit: {
    ...{ visitor: data.vera, startedAt: data.now - HOUR_MS, at: data.now - HOUR_MS, visits: 3 },
    about: {
      ...{ language: 'en', zone: 'Europe/Berlin', browser: 'Firefox 144', system: 'Linux' },
      ...{ device: 'Desktop', address: '203.0.113.0', referrer: 'https://search.example/' },
      ...{ utm: {}, place: { country: 'DE', city: { en: 'Berlin', zh: '柏林' } } },
    },
    pages: [{ url: 'https://shop.example/pricing', title: 'Pricing', at: data.now - HOUR_MS }],
  },
  conversations: lines,
  blocks: [
    {
      ...{ id: 'b', scope: 'visitor', value: data.vera, visitor: data.vera, conversation: null },
      ...{ reason: 'Spam', by: data.olga, byName: 'Olga', at: data.now - 2 * HOUR_MS },
      ...{ until: null, liftedAt: null, liftedBy: null, inForce: true },
    },
  ],
  merges: [
    {
      ...{ id: 'm', from: 'other', into: data.vera, at: data.now - HOUR_MS, byName: 'Olga' },
      ...{ undoneAt: null, name: 'V. Kowalski', canPart: true },
    },
  ],
}
const stale: Refused = {
  ...{ form: 'details', problem: new Problem('conflict', 'changedMeanwhile') },
  typed: { name: 'Vera K.', company: 'Another company' },
}
const unknown: Refused = {
  ...{ form: 'merge', problem: new Problem('invalid', 'visitorUnknown', { field: 'other' }) },
  typed: { other: 'nobody@example.com' },
}

const page = (name: string, shown: VisitorDetails, refused?: Refused): Picture => ({
  ...{ name, height: 2600, once: refused !== undefined },
  page: (given) => (
    <VisitorOfficePage {...contextOf(given, visitorsInMenu, refused)} details={shown} />
  ),
})
const taking = (name: string, outcome: Parameters<typeof ImportPage>[0]['outcome']): Picture => ({
  name,
  page: (given) => <ImportPage {...contextOf(given, visitorsInMenu)} outcome={outcome} />,
})

const rated = lines.map((line, nth) => ({
  ...{ ...line, stars: 5 - nth, comment: nth ? data.long.slice(0, 300) : 'Quick and kind' },
  remarks: nth ? [] : ['Friendly', 'Quick'],
}))
const figures = {
  ...{ count: 5, mean: 4.2 },
  distribution: [5, 4, 3, 2, 1].map((stars) => ({
    stars,
    count: stars > 3 ? 2 : stars > 2 ? 1 : 0,
  })),
  ranking: [
    { agent: 'ana', name: 'Ana', count: 4, mean: 4.5 },
    { agent: null, name: '', count: 1, mean: 3 },
  ],
}
const files = [
  { id: 'f1', name: 'receipt.pdf', type: 'application/pdf', bytes: 120_000 },
  { id: 'f2', name: `${data.long.slice(0, 100)}.png`, type: 'image/png', bytes: 9_000_000 },
].map((file) => ({ ...file, at: data.now - HOUR_MS, conversation: row.id, who: 'Vera K.' }))

/** What is kept: conversations, visitors, ratings, files. */
export const memoryPictures: Picture[] = [
  list('office-conversations', { found: { rows: lines, next: { by: 1, id: 'a' } } }),
  list('office-conversations-empty', {}),
  one,
  {
    name: 'office-visitors',
    page: (given) => (
      <VisitorsPage
        {...contextOf(given, visitorsInMenu)}
        {...{ ask: usualOf(visitorList), found: { rows: visitors, next: null } }}
        {...{ countries: ['DE', 'CN'], languages: ['en', 'zh'] }}
      />
    ),
  },
  {
    ...{ name: 'office-visitors-empty', once: true },
    page: (given) => (
      <VisitorsPage
        {...contextOf(given, visitorsInMenu)}
        {...{ ask: usualOf(visitorList), found: none, countries: [], languages: [] }}
      />
    ),
  },
  page('office-visitor', details),
  page('office-visitor-stale', details, stale),
  page('office-visitor-no-other', details, unknown),
  taking('office-visitors-import', null),
  taking('office-visitors-import-wrong', {
    ...{ dry: false, made: 0, changed: 0, same: 0, wrongCount: 24 },
    wrong: [
      { row: 2, field: 'email' },
      { row: 17, field: data.long.slice(0, 40) },
    ],
  }),
  {
    name: 'office-ratings',
    height: 1200,
    page: (given) => (
      <RatingsPage
        {...contextOf(given, ratingsInMenu)}
        {...{ ask: usualOf(ratingList), found: { rows: rated, next: null }, choices: {}, figures }}
      />
    ),
  },
  {
    name: 'office-files',
    page: (given) => (
      <FilesPage
        {...contextOf(given, filesInMenu)}
        {...{ ask: usualOf(fileList), found: { rows: files, next: null } }}
        total={{ count: 2, bytes: 9_120_000 }}
      />
    ),
  },
]
