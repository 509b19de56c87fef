import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { Conversations } from '../ports/conversations'
import type { QueryContext } from '../query-context'
import type { SummaryTables } from '../tables/summaries'
import { compareText } from './order'
import type { Rows } from './rows'

/** What an agent holds and what rings at them, longest wait first; and the same of all in departments. */
export const heldOver = (
  { db, tables: { conversations } }: QueryContext<SummaryTables>,
  { listed, show }: Rows,
): Pick<Conversations, 'held' | 'inHands'> => {
  const { agent, offeredTo, open, state, department, visitorName, waitingSince } = conversations
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
    inHands: async (wanted, limit) =>
      wanted.length === 0
        ? []
        : db
            .select({ id: conversations.id, department, visitorName, state, agent, offeredTo })
            .from(conversations)
            .where(and(inArray(department, [...wanted]), inArray(state, ['active', 'offered'])))
            .orderBy(asc(waitingSince), asc(conversations.id))
            .limit(limit),
  }
}
