import type { Address } from '../../actors/address'
import type { Acceptance } from '../../actors/department/events'
import type { By, EntryKind, Notice, Strategy } from '../../actors/entry'
import type { AnyEvent } from '../../actors/events'
import type { Timings } from '../../actors/limits'
import { limits } from '../../actors/limits'
import type { Role } from '../../actors/people'
import type { Candidate } from '../../actors/rows'
import type { AgentStatus, ConversationState } from '../../actors/summary'
import type { Mail, Snapshot } from '../../actors/turn'
import type { Columns } from './columns'

/** Every table of the desk, once; the SQL in `migrations/` is generated from it. */
export const tablesOver = (c: Columns) => ({
  ...actorTables(c),
  ...transcriptTables(c),
  ...departmentTables(c),
  ...summaryTables(c),
  ...accountTables(c),
  ...nodeTables(c),
})
export type Tables = ReturnType<typeof tablesOver>

/** `conversation:` and an id. */
const ADDRESS = 80
/** `<address>/<version>/<n>`, and `<address>/<delay id>` of a machine. */
const MAIL_ID = 120
const TIMER = 255
/** SHA-256 in hexadecimal, or base64url. */
const HASH = 64
/** A normalised e-mail in bytes, and with the name of a limit before it. */
const EMAIL_KEY = limits.email * 4
const ATTEMPT = EMAIL_KEY + 64
const WORD = 24

const actorTables = (c: Columns) => ({
  journal: c.table(
    'journal',
    {
      address: c.key('address', ADDRESS).$type<Address>().notNull(),
      version: c.int('version').notNull(),
      at: c.time('at').notNull(),
      event: c.json<AnyEvent>('event').notNull(),
      rejected: c.flag('rejected').notNull(),
    },
    // The fence: no two turns ever make the same version of one actor.
    (t) => [c.primaryKey({ columns: [t.address, t.version] })],
  ),
  actors: c.table('actors', {
    address: c.key('address', ADDRESS).$type<Address>().primaryKey(),
    version: c.int('version').notNull(),
    snapshot: c.json<Snapshot>('snapshot').notNull(),
  }),
  mail: c.table(
    'mail',
    {
      id: c.key('id', MAIL_ID).primaryKey(),
      to: c.key('to_address', ADDRESS).$type<Address>().notNull(),
      event: c.json<Mail['event']>('event').notNull(),
      dueAt: c.time('due_at').notNull(),
      timer: c.key('timer', TIMER),
      // The sender's version: mail of one sender stays in the order it was sent.
      sent: c.int('sent').notNull(),
      leasedUntil: c.time('leased_until').notNull(),
      lease: c.id('lease'),
      tries: c.int('tries').notNull(),
      parked: c.flag('parked').notNull(),
      problem: c.long('problem'),
    },
    (t) => [c.unique('mail_timer').on(t.timer), c.index('mail_due').on(t.parked, t.dueAt, t.sent)],
  ),
})

const transcriptTables = (c: Columns) => ({
  entries: c.table(
    'entries',
    {
      conversation: c.id('conversation').notNull(),
      seq: c.int('seq').notNull(),
      clientId: c.key('client_id', limits.clientId).notNull(),
      kind: c.key('kind', WORD).$type<EntryKind>().notNull(),
      by: c.key('by', WORD).$type<By>().notNull(),
      author: c.id('author'),
      name: c.short('name', limits.name).notNull(),
      text: c.short('text', limits.text).notNull(),
      notice: c.json<Notice>('notice'),
      at: c.time('at').notNull(),
    },
    (t) => [
      c.primaryKey({ columns: [t.conversation, t.seq] }),
      c.unique('entries_client_id').on(t.conversation, t.clientId),
    ],
  ),
})

const departmentTables = (c: Columns) => ({
  line: c.table(
    'line',
    {
      department: c.id('department').notNull(),
      conversation: c.id('conversation').notNull(),
      ticket: c.int('ticket').notNull(),
      lane: c.int('lane').$type<0 | 1>().notNull(),
      rank: c.int('rank').notNull(),
      since: c.time('since').notNull(),
      offeredTo: c.id('offered_to'),
      offer: c.int('offer').notNull(),
      refused: c.json<readonly string[]>('refused').notNull(),
    },
    (t) => [
      c.primaryKey({ columns: [t.department, t.conversation] }),
      // `offered_to` at the end lets the head of a long line be found in the index alone.
      c.index('line_order').on(t.department, t.lane, t.rank, t.offeredTo),
    ],
  ),
  floor: c.table(
    'floor',
    {
      department: c.id('department').notNull(),
      agent: c.id('agent').notNull(),
      name: c.short('name', limits.name).notNull(),
      version: c.int('version').notNull(),
      ready: c.flag('ready').notNull(),
      present: c.flag('present').notNull(),
      resting: c.flag('resting').notNull(),
      mayReply: c.flag('may_reply').notNull(),
      load: c.int('load').notNull(),
      capacity: c.int('capacity').notNull(),
      offers: c.json<readonly string[]>('offers').notNull(),
      idleSince: c.time('idle_since').notNull(),
      lastOffer: c.int('last_offer').notNull(),
    },
    (t) => [c.primaryKey({ columns: [t.department, t.agent] })],
  ),
  decisions: c.table(
    'decisions',
    {
      conversation: c.id('conversation').notNull(),
      department: c.id('department').notNull(),
      /** The department's version that chose, and which of its choices it was. */
      version: c.int('version').notNull(),
      nth: c.int('nth').notNull(),
      ticket: c.int('ticket').notNull(),
      at: c.time('at').notNull(),
      strategy: c.key('strategy', WORD).$type<Strategy>().notNull(),
      chosen: c.id('chosen'),
      candidates: c.json<readonly Candidate[]>('candidates').notNull(),
    },
    (t) => [c.primaryKey({ columns: [t.conversation, t.department, t.version, t.nth] })],
  ),
})

const summaryTables = (c: Columns) => ({
  conversations: c.table(
    'conversations',
    {
      id: c.id('id').primaryKey(),
      visitor: c.id('visitor').notNull(),
      visitorName: c.short('visitor_name', limits.name).notNull(),
      department: c.id('department').notNull(),
      state: c.key('state', WORD).$type<ConversationState>().notNull(),
      /** Neither closed nor rated; beside `state` so that lists can be read in order. */
      open: c.flag('open').notNull(),
      agent: c.id('agent'),
      agentName: c.short('agent_name', limits.name).notNull(),
      offeredTo: c.id('offered_to'),
      openedAt: c.time('opened_at').notNull(),
      waitingSince: c.time('waiting_since').notNull(),
      closedAt: c.time('closed_at'),
      stars: c.int('stars'),
    },
    (t) => [
      c.index('conversations_open').on(t.open, t.id),
      c.index('conversations_agent').on(t.agent, t.open),
      c.index('conversations_offered').on(t.offeredTo),
      c.index('conversations_closed').on(t.department, t.open, t.closedAt),
    ],
  ),
  visitors: c.table('visitors', {
    id: c.id('id').primaryKey(),
    name: c.short('name', limits.name).notNull(),
    email: c.short('email', limits.email).notNull(),
    language: c.short('language', limits.name).notNull(),
    conversation: c.id('conversation'),
    talking: c.flag('talking').notNull(),
  }),
  agents: c.table('agents', {
    id: c.id('id').primaryKey(),
    name: c.short('name', limits.name).notNull(),
    status: c.key('status', WORD).$type<AgentStatus>().notNull(),
    present: c.flag('present').notNull(),
    lost: c.flag('lost').notNull(),
    mayReply: c.flag('may_reply').notNull(),
    load: c.int('load').notNull(),
    capacity: c.int('capacity').notNull(),
    departments: c.json<readonly string[]>('departments').notNull(),
  }),
  departments: c.table('departments', {
    id: c.id('id').primaryKey(),
    name: c.short('name', limits.departmentName).notNull(),
    strategy: c.key('strategy', WORD).$type<Strategy>().notNull(),
    acceptance: c.key('acceptance', WORD).$type<Acceptance>().notNull(),
    timings: c.json<Timings>('timings').notNull(),
  }),
})

const accountTables = (c: Columns) => ({
  accounts: c.table(
    'accounts',
    {
      id: c.id('id').primaryKey(),
      email: c.short('email', limits.email).notNull(),
      emailKey: c.key('email_key', EMAIL_KEY).notNull(),
      name: c.short('name', limits.name).notNull(),
      role: c.key('role', WORD).$type<Role>().notNull(),
      passwordHash: c.key('password_hash', 255).notNull(),
      disabledAt: c.time('disabled_at'),
      createdAt: c.time('created_at').notNull(),
    },
    (t) => [c.unique('accounts_email_key').on(t.emailKey)],
  ),
  sessions: c.table(
    'sessions',
    {
      tokenHash: c.key('token_hash', HASH).primaryKey(),
      account: c.id('account').notNull(),
      createdAt: c.time('created_at').notNull(),
      idleUntil: c.time('idle_until').notNull(),
      expiresAt: c.time('expires_at').notNull(),
    },
    (t) => [c.index('sessions_account').on(t.account), c.index('sessions_expires').on(t.expiresAt)],
  ),
  visitorTokens: c.table('visitor_tokens', {
    tokenHash: c.key('token_hash', HASH).primaryKey(),
    visitor: c.id('visitor').notNull(),
    at: c.time('at').notNull(),
  }),
  settings: c.table('settings', {
    name: c.id('name').primaryKey(),
    value: c.long('value').notNull(),
  }),
  attempts: c.table(
    'attempts',
    {
      key: c.key('key', ATTEMPT).primaryKey(),
      count: c.int('count').notNull(),
      until: c.time('until').notNull(),
    },
    (t) => [c.index('attempts_until').on(t.until)],
  ),
})

const nodeTables = (c: Columns) => ({
  nodes: c.table('nodes', {
    node: c.id('node').primaryKey(),
    beatAt: c.time('beat_at').notNull(),
  }),
  presence: c.table(
    'presence',
    { agent: c.id('agent').notNull(), node: c.id('node').notNull() },
    (t) => [c.primaryKey({ columns: [t.agent, t.node] }), c.index('presence_node').on(t.node)],
  ),
})
