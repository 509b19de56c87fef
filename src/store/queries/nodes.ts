import { and, eq, isNull, lt, ne, or } from 'drizzle-orm'
import type { Nodes } from '../ports/nodes'
import type { QueryContext } from '../query-context'
import { putInto } from '../statements'
import type { NodeTables } from '../tables/nodes'
import { deleteBatch } from './delete-batch'

export const nodesOver = ({ db, tables, upsert, write }: QueryContext<NodeTables>): Nodes => {
  const { nodes, presence } = tables
  const put = putInto(upsert, nodes, [nodes.node])
  return {
    beat: async (node, now) => {
      await write([put({ node, beatAt: now })])
    },
    beats: () => db.select({ node: nodes.node, beatAt: nodes.beatAt }).from(nodes),
    orphans: (self, before) =>
      db
        .select({ agent: presence.agent, node: presence.node })
        .from(presence)
        .leftJoin(nodes, eq(nodes.node, presence.node))
        .where(and(ne(presence.node, self), or(isNull(nodes.node), lt(nodes.beatAt, before)))),
    leave: async (node) => {
      await db.delete(nodes).where(eq(nodes.node, node))
    },
    forget: (self, before) =>
      deleteBatch({ db }, nodes, nodes.node, and(ne(nodes.node, self), lt(nodes.beatAt, before))),
  }
}
