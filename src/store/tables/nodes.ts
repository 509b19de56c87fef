import type { Columns } from '../columns'

/** Which nodes run, and who is connected through them. */
export const nodeTables = (c: Columns) => ({
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
export type NodeTables = ReturnType<typeof nodeTables>
