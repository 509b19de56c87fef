import { and, eq, sql } from 'drizzle-orm'
import type { Conversations } from '../ports/conversations'
import type { QueryContext } from '../query-context'
import type { SummaryTables } from '../tables/summaries'
import { compareText } from './order'
import type { Rows } from './rows'

/** What an agent holds and what rings at them, longest wait first. */
export const heldOver = (
  { tables }: QueryContext<SummaryTables>,
  { listed, show }: Rows,
): Pick<Conversations, 'held'> => {
  const { agent, offeredTo, open, state } = tables.conversations
  const id = sql.placeholder('id')
  // Two queries, each with an index of its own.
  const holds = listed()
    .where(and(eq(agent, id), eq(open, true), eq(state, 'active')))
    .prepare()
  const rings = listed()
    .where(and(eq(offeredTo, id), eq(open, true)))
    .prepare()

  return {
    held: async (agent) => {
      const [held, ringing] = await Promise.all([
        holds.execute({ id: agent }),
        rings.execute({ id: agent }),
      ])
      const both = [...held, ...ringing.filter(({ id }) => held.every((one) => one.id !== id))]
      return show(both.sort((a, b) => a.waitingSince - b.waitingSince || compareText(a.id, b.id)))
    },
  }
}
