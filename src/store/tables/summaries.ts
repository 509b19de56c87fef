import type { InferInsertModel } from 'drizzle-orm'
import type { Kind } from '../../../actors/address'
import { agentSettings } from '../../../actors/agent/settings'
import { departmentSettings } from '../../../actors/department/settings'
import { limits } from '../../../actors/limits'
import type { RowOf } from '../../../actors/registry'
import { type AgentStatus, isOver, shownIn } from '../../../actors/summary'
import { type Columns, WORD_BYTES } from '../columns'
import { orElse } from '../columns/json'
import { conversationsTable } from './conversations'

/** The rows that lists and pages are made of: each a projection of one actor's snapshot. */
export const summaryTables = (c: Columns) => ({
  conversations: conversationsTable(c),
  visitors: visitorsTable(c),
  agents: agentsTable(c),
  departments: departmentsTable(c),
})

type SummaryTables = ReturnType<typeof summaryTables>

/** Where the rows of each kind of actor are. */
const tableOf = {
  conversation: 'conversations',
  visitor: 'visitors',
  agent: 'agents',
  department: 'departments',
} as const satisfies Record<Kind, keyof SummaryTables>

type TableOf<K extends Kind> = SummaryTables[(typeof tableOf)[K]]

const same = <Row>(row: Row): Row => row

/** What the columns of its table hold of an actor's row. */
export const summaryColumns: {
  readonly [K in Kind]: (row: RowOf<K>) => InferInsertModel<TableOf<K>>
} = {
  conversation: (row) => ({ ...row, open: !isOver(row), shown: shownIn(row) }),
  visitor: same,
  agent: same,
  department: same,
}

/** Something for the table of each kind of actor. */
export const mapSummaries = <Value>(
  tables: SummaryTables,
  make: (table: TableOf<Kind>) => Value,
): Readonly<Record<Kind, Value>> =>
  Object.fromEntries(
    Object.entries(tableOf).map(([kind, name]) => [kind, make(tables[name])]),
  ) as Record<Kind, Value>

const visitorsTable = (c: Columns) =>
  c.table('visitors', {
    id: c.id('id').primaryKey(),
    name: c.short('name', limits.name).notNull(),
    email: c.short('email', limits.email).notNull(),
    language: c.short('language', limits.name).notNull(),
    conversation: c.id('conversation'),
    talking: c.flag('talking').notNull(),
  })

const agentsTable = (c: Columns) =>
  c.table('agents', {
    id: c.id('id').primaryKey(),
    name: c.short('name', limits.name).notNull(),
    status: c.key('status', WORD_BYTES).$type<AgentStatus>().notNull(),
    present: c.flag('present').notNull(),
    lost: c.flag('lost').notNull(),
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
