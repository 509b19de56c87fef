import type { Page } from 'playwright-core'
import { audited, type KeptAct, type Verified } from '../../../actors/audit'
import { Problem } from '../../../actors/problem'
import { AuditPage, auditInMenu, auditList } from '../../../views/office/audit'
import { AuditCheckPage } from '../../../views/office/audit-check'
import { type BlockLine, BlocksPage, blockList, blocksInMenu } from '../../../views/office/blocks'
import { type Board, BoardPage, boardInMenu } from '../../../views/office/board'
import type { MenuEntry, OfficeContext } from '../../../views/office/context'
import { bench, none, room } from './bench'
import * as data from './data'
import { lookOf, type Picture } from './picture'

const menu = [boardInMenu, blocksInMenu, auditInMenu]
const contextOf = (given: Parameters<Picture['page']>[0], page: MenuEntry): OfficeContext => ({
  ...lookOf(given),
  ...{ menu, page, me: { id: data.olga, name: 'Olga Petrova-Samoilova' } },
})
const HOUR = 3_600_000

const row = (nth: number, more: Partial<KeptAct> = {}): KeptAct => ({
  ...{ id: `act-${nth}`, at: data.now - nth * HOUR, actor: data.olga, actorName: 'Sina' },
  ...({ act: 'tookOver', object: `conversation:${data.conversation}` } as const),
  ...{ detail: { visitor: 'Vera K.', holder: 'Ana' }, address: '198.51.100.24' },
  ...{ browser: 'Firefox, Linux', seq: 128_402 - Math.round(nth * 10), prev: 'b04d'.repeat(16) },
  hash: '9f3c'.repeat(16),
  ...{ salt: null, erased: null },
  ...more,
})
const askedOf = ({ usual }: Pick<typeof auditList, 'usual'>) => ({
  ...{ q: '', ...usual, filters: {}, times: {}, until: null },
})
const asked = { q: '', ...auditList.usual, filters: {}, times: {}, until: null }
const acts = {
  next: { by: 0, id: 'act-31' },
  rows: [
    row(0),
    row(0.1, {
      act: 'changed',
      object: 'department:orders',
      detail: {
        value: 'Orders & delivery',
        ...{ 'was.patience': '10m', 'is.patience': '7m' },
        ...{ 'was.accept': '30s', 'is.accept': '30s' },
        'was.greeting': 'We are back on {day}.',
        'is.greeting': 'We are back {day} at {time}. Leave us your e-mail and we write to you.',
        ...{ 'was.note': null, 'is.note': data.long.slice(0, 200) },
      },
    }),
    row(0.2, {
      ...{ actor: '', actorName: '', act: 'signInRefused', object: 'account:' },
      ...{ detail: { reason: 'unknownAccount' }, seq: null, prev: null, hash: null },
    }),
    row(0.3, {
      ...{ actor: 'command-line', actorName: 'bellhop', address: null, browser: null },
      ...{ act: 'created', object: 'department:new', detail: { value: 'Returns' } },
    }),
    row(0.4, { act: 'signedIn', object: `account:${data.olga}`, detail: {} }),
    row(0.5, {
      ...{ act: 'refused', object: 'route:POST /office/departments/:id/settings' },
      detail: { value: '/office/departments/orders/settings' },
    }),
    row(1, { act: 'watched', detail: { visitor: '王小明', holder: null } }),
    row(30, {
      act: 'blocked',
      object: 'block:1',
      detail: { value: '2001:db8::/32', reason: 'Spam' },
    }),
    row(31, { actorName: data.long.slice(0, 100), detail: { visitor: data.long.slice(0, 100) } }),
  ],
}

const who = [{ value: data.olga, label: 'Olga Petrova-Samoilova' }]
const head = { seq: 128_402, hash: '9f3c'.repeat(16), at: data.now }
const audit = { ask: asked, found: acts, choices: { who }, acts: audited, head }
const verified: Verified = { fault: null, head, sealed: head.seq, unsealed: 2 }
const fault = { kind: 'altered', seq: 5, id: data.conversation } as const

const block = (nth: number, more: Partial<BlockLine> = {}): BlockLine => ({
  ...{ id: `block-${nth}`, scope: 'network', value: '203.0.113.0/24', visitor: null },
  ...{ conversation: null, reason: 'Spam', by: data.olga, byName: 'Sina', at: data.now - HOUR },
  ...{ until: data.now + HOUR, liftedAt: null, liftedBy: null, state: 'inForce' },
  visitorName: '',
  ...more,
})
const blocks: BlockLine[] = [
  block(1),
  block(2, {
    ...{ scope: 'visitor', value: data.vera, visitor: data.vera, visitorName: 'Vera K.' },
    ...{ conversation: data.conversation, until: null },
  }),
  block(3, { scope: 'address', reason: data.long.slice(0, 200), until: data.now + 90 * HOUR }),
  block(4, { state: 'over', until: data.now - 1 }),
  block(5, { state: 'lifted', liftedAt: data.now, liftedBy: 'Olga' }),
]

const board: Board = {
  lines: [
    { id: 'orders', name: 'Orders & delivery', waiting: 3, since: data.now - 95_000 },
    { id: 'billing', name: data.long.slice(0, 80), waiting: 0, since: null },
  ],
  agents: [
    {
      ...{ id: data.ana, name: 'Ana', status: 'ready', present: true, load: 2, capacity: 3 },
      holds: [
        { id: data.conversation, visitorName: 'Vera K.', state: 'active' },
        { id: data.amir, visitorName: '王小明', state: 'offered' },
      ],
    },
    {
      ...{ id: data.amir, name: 'Amir Haddad', status: 'away', present: false, load: 0 },
      ...{ capacity: 3, holds: [] },
    },
  ],
}

const watched = { ...none, note: true, transfer: true, end: true, takeOver: true, whisper: true }
const others = {
  ...data.asConversation(data.mine[0] ?? data.left),
  ...{ agent: data.amir, agentName: 'Amir Haddad' },
}

const split = { state: 'closed', closedAt: data.now } as const
const movedOn = { kind: 'notice', notice: { code: 'movedOn', inside: false } } as const
const wasSplit = {
  kind: 'notice',
  notice: { code: 'split', name: 'Sina', into: 'newer' },
} as const

/** A row is opened without a script of ours. */
const open = async (page: Page) => {
  for (const summary of (await page.locator('.office-table-opener summary').all()).slice(0, 4))
    await summary.click()
}

export const supervisionPictures: Picture[] = [
  {
    name: 'office-audit',
    page: (given) => <AuditPage {...contextOf(given, auditInMenu)} {...audit} />,
  },
  {
    name: 'office-audit-empty',
    once: true,
    page: (given) => (
      <AuditPage {...contextOf(given, auditInMenu)} {...audit} found={{ rows: [], next: null }} />
    ),
  },
  {
    name: 'office-audit-opened',
    height: 1400,
    page: (given) => <AuditPage {...contextOf(given, auditInMenu)} {...audit} />,
    act: open,
  },
  {
    name: 'office-audit-whole',
    page: (given) => <AuditCheckPage {...contextOf(given, auditInMenu)} verified={verified} />,
  },
  {
    name: 'office-audit-broken',
    once: true,
    page: (given) => (
      <AuditCheckPage
        {...contextOf(given, auditInMenu)}
        verified={{ ...verified, fault, sealed: 4 }}
      />
    ),
  },
  {
    name: 'office-blocks',
    height: 1200,
    page: (given) => (
      <BlocksPage
        {...contextOf(given, blocksInMenu)}
        ask={askedOf(blockList)}
        found={{ rows: blocks, next: null }}
        inForce={3}
      />
    ),
  },
  {
    name: 'office-blocks-wrong',
    once: true,
    page: (given) => (
      <BlocksPage
        {...contextOf(given, blocksInMenu)}
        ask={askedOf(blockList)}
        found={{ rows: [], next: null }}
        inForce={0}
        refused={{
          form: 'creation',
          problem: new Problem('invalid', 'networkNotValid', { field: 'network' }),
          typed: { network: '0.0.0.0/0', for: '2h', reason: 'Spam' },
        }}
      />
    ),
  },
  {
    name: 'office-live',
    page: (given) => <BoardPage {...contextOf(given, boardInMenu)} board={board} />,
  },
  {
    ...bench('bench-more', {
      room: room({
        conversation: others,
        rights: { ...watched, block: true, merge: true },
        seesStates: true,
      }),
    }),
    act: async (page) => {
      await page.click('.more-acts > summary')
      await page.click('.block-menu > summary')
    },
  },
  bench('bench-blocked', {
    room: room({
      conversation: others,
      rights: { ...watched, block: true },
      blocked: [
        block(7, { scope: 'visitor', value: data.vera, visitor: data.vera, until: null }),
        block(8, { scope: 'network', reason: data.long.slice(0, 200) }),
      ],
    }),
  }),
  bench('bench-split-into', {
    room: room({
      conversation: { ...others, ...split, mergedInto: 'newer', splitInto: 'newer' },
      rights: { ...watched, unsplit: true },
      entries: [
        ...data.talk('en', 'desk').slice(0, 3),
        ...[4, 5, 6].map((seq) => data.entry({ seq, text: '', body: movedOn })),
        data.entry({ seq: 7, by: 'desk', author: null, text: '', body: wasSplit }),
      ],
    }),
  }),
  bench('bench-split-from', {
    room: room({
      conversation: { ...others, splitFrom: 'older' },
      rights: { ...watched, unsplit: true },
    }),
  }),
]
