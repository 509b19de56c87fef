import type { InferInsertModel } from 'drizzle-orm'
import type { Kind } from '../../../actors/address'
import { agentSettings } from '../../../actors/agent/settings'
import { folded } from '../../../actors/canned/search'
import { departmentSettings } from '../../../actors/department/settings'
import { limits } from '../../../actors/limits'
import type { RowOf, Summary } from '../../../actors/registry'
import {
  type AgentStatus,
  type ConversationRow,
  isOver,
  searchKeysOf,
  searchWordsOf,
  shownIn,
} from '../../../actors/summary'
import { SORT_POINTS, sortNameOf } from '../../../actors/visitor/name'
import { profileLimits } from '../../../actors/visitor/profile'
import type { VisitorRow } from '../../../actors/visitor/summary'
import { type Columns, WORD_BYTES } from '../columns'
import { orElse } from '../columns/json'
import { keyBitsOf } from '../key-bits'
import { conversationsTable } from './conversations'

/** Bytes of what visitors are put in order by, and code points of what finds them. */
const SORT_BYTES = 4 * SORT_POINTS
const WORDS_POINTS = 600

/**
 * The rows that lists and pages are made of: each a projection of one actor's snapshot. The rows of
 * a kind are in the table that is named for more than one of it.
 */
export const summaryTables = (c: Columns) =>
  ({
    conversations: conversationsTable(c),
    visitors: visitorsTable(c),
    agents: agentsTable(c),
    departments: departmentsTable(c),
  }) satisfies Record<`${Kind}s`, unknown>
export type SummaryTables = ReturnType<typeof summaryTables>

/** Where the rows of a kind of actor are. */
export const tableOf = (tables: SummaryTables, kind: Kind): SummaryTables[`${Kind}s`] =>
  tables[`${kind}s` as const]

type ColumnsOf<K extends Kind> = InferInsertModel<SummaryTables[`${K}s`]>

/** Kinds whose row has not the same fields as their table has columns. */
type Unlike = {
  [K in Kind]: RowOf<K> extends ColumnsOf<K>
    ? keyof RowOf<K> extends keyof ColumnsOf<K>
      ? never
      : K
    : K
}[Kind]

/** Kinds whose table has columns beside that, made of the row. */
type Derived = 'visitor'

/** What the columns hold of theirs. */
const unlike: { readonly [K in Unlike | Derived]: (row: RowOf<K>) => ColumnsOf<K> } = {
  conversation: (row) => ({
    ...row,
    ...{ open: !isOver(row), snoozed: row.snooze !== null, searchKeys: searchKeysOf(row) },
    keyBits: keyBitsOf(searchWordsOf(row)),
    ...slaTimesOf(row),
    shown: shownIn(row),
  }),
  visitor: (row) => ({ ...row, ...foundBy(row) }),
}

/** When the time that ends first is soon over, and when it is. */
const slaTimesOf = ({ sla }: Pick<ConversationRow, 'sla'>) => {
  if (sla === null) return { slaSoon: null, slaDue: null }
  if (sla.dueAt !== null) return { slaSoon: sla.soonAt, slaDue: sla.dueAt }
  return sla.left <= 0 ? { slaSoon: 0, slaDue: 0 } : { slaSoon: null, slaDue: null }
}

const byKind: { readonly [K in Kind]?: (row: never) => object } = unlike

/** What the columns of its table hold of an actor's row: its fields, unless its kind says otherwise. */
export const columnsOf = (summary: Summary): object =>
  byKind[summary.of]?.(summary as never) ?? summary

/** The indexes that lists of visitors are read in. */
export const visitorIndexes = {
  name: 'visitors_name',
  email: 'visitors_email',
  seen: 'visits_at',
} as const

const visitorsTable = (c: Columns) =>
  c.table(
    'visitors',
    {
      id: c.id('id').primaryKey(),
      name: c.short('name', limits.name).notNull(),
      email: c.short('email', limits.email).notNull(),
      language: c.short('language', limits.name).notNull(),
      conversation: c.id('conversation'),
      talking: c.flag('talking').notNull(),
      invitation: c.key('invitation', WORD_BYTES).$type<VisitorRow['invitation']>(),
      company: c.short('company', profileLimits.company).notNull().default(''),
      tags: c.jsonAs('tags', orElse<readonly string[]>([])),
      pinned: c.flag('pinned').notNull().default(false),
      mergedInto: c.id('merged_into'),
      /** By which they are put in order, and by which they are found: as `folded` makes them. */
      sortName: c.key('sort_name', SORT_BYTES).notNull().default(''),
      words: c.short('words', WORDS_POINTS).notNull().default(''),
    },
    (t) => [
      c.index(visitorIndexes.name).on(t.sortName, t.id, t.mergedInto, t.pinned, t.language),
      c.index(visitorIndexes.email).on(t.email, t.id, t.mergedInto, t.pinned, t.language),
      c.index('visitors_pinned').on(t.pinned, t.id),
      c.index('visitors_language').on(t.language, t.id),
    ],
  )

/** What lists of visitors are searched and put in order by. */
const foundBy = ({ name, email, company }: VisitorRow) => ({
  sortName: sortNameOf(name),
  words: [...folded([name, email, company].join('\n'))].slice(0, WORDS_POINTS).join(''),
})

const agentsTable = (c: Columns) =>
  c.table('agents', {
    id: c.id('id').primaryKey(),
    name: c.short('name', limits.name).notNull(),
    status: c.key('status', WORD_BYTES).$type<AgentStatus>().notNull(),
    present: c.flag('present').notNull(),
    lost: c.flag('lost').notNull(),
    awayFor: c.short('away_for', limits.awayFor).notNull().default(''),
    mayReply: c.flag('may_reply').notNull(),
    load: c.int('load').notNull(),
    departments: c.jsonAs('departments', orElse<readonly string[]>([])).notNull(),
    settings: c.jsonAs('settings', agentSettings.complete).notNull(),
  })

const departmentsTable = (c: Columns) =>
  c.table('departments', {
    id: c.id('id').primaryKey(),
    name: c.short('name', limits.name).notNull(),
    settings: c.jsonAs('settings', departmentSettings.complete).notNull(),
    createdAt: c.time('created_at').notNull(),
    removedAt: c.time('removed_at'),
  })
