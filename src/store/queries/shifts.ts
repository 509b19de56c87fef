import { and, asc, eq, lt, sql } from 'drizzle-orm'
import { idOf } from '../../../actors/address'
import type { ShiftIntake, Shifts } from '../ports/shifts'
import type { QueryContext } from '../query-context'
import { insertInto, putInto, setIn, type WriteStep } from '../statements'
import type { ActorTables } from '../tables/actors'
import type { EpisodeTables } from '../tables/episodes'
import { deleteBatch } from './delete-batch'
import { headsOf, uncountedOver } from './episodes/uncounted'

const stale = 'stale' as const

export const shiftsOver = (base: QueryContext<EpisodeTables & ActorTables>): Shifts => {
  const { db, tables, write } = base
  const { shiftSpans, episodeHeads } = tables
  const { agent, at, version } = shiftSpans
  const stepsOf = stepsOver(base)
  return {
    ...uncountedOver(base, 'agent'),
    spans: async (who, from, until) => {
      // Also the one that goes on when it begins.
      const began = sql`${at} >= coalesce((select max(one.at) from ${shiftSpans} as one
        where one.agent = ${who} and one.at <= ${from}), ${from})`
      const rows = await db
        .select()
        .from(shiftSpans)
        .where(and(eq(agent, who), lt(at, until), began))
        .orderBy(asc(at), asc(version))
      return rows.map(({ agent: _, ...span }) => span)
    },
    take: (intakes) => write(intakes.flatMap(stepsOf)),
    clear: async () => {
      const more = [
        await deleteBatch(base, episodeHeads, episodeHeads.address, headsOf(tables, 'agent')),
        await deleteBatch(base, shiftSpans, shiftSpans.agent, undefined),
      ]
      return more.some(Boolean)
    },
  }
}

const stepsOver = ({ upsert, tables }: QueryContext<EpisodeTables>) => {
  const { shiftSpans, episodeHeads } = tables
  const { address, version, reached } = episodeHeads
  const begin = insertInto(episodeHeads)
  const goOn = setIn(episodeHeads, { version, reached }, { address, was: version })
  // What was read once is read the same again.
  const put = putInto(upsert, shiftSpans, [shiftSpans.agent, shiftSpans.version])
  return ({ was, spans, ...intake }: ShiftIntake): WriteStep<'stale'>[] => [
    was === null
      ? begin(intake, { onDuplicate: [{ key: '', outcome: stale }] })
      : goOn({ ...intake, was, reached: intake.reached as never }, { onUnchanged: stale }),
    ...spans.map((span) => put({ ...span, agent: idOf(intake.address) })),
  ]
}
