import { and, asc, eq, gt, gte, inArray, or } from 'drizzle-orm'
import type { KeptLine, Remains } from '../../ports/remains'
import type { QueryContext } from '../../query-context'
import { setIn, type Value, type WriteStep } from '../../statements'
import type { ActorTables } from '../../tables/actors'
import type { TranscriptTables } from '../../tables/entries'

type Lines = Pick<
  Remains,
  'lines' | 'linesOf' | 'putLines' | 'dropFormer' | 'giveReactions' | 'putEvents'
>

/** Transcripts and journals, as they are kept. */
export const keptLinesOver = ({
  db,
  tables,
  write,
}: QueryContext<TranscriptTables & ActorTables>): Lines => {
  const { entries: e, reactions: r, formerTexts: f, journal: j } = tables
  const { conversation, seq, by, author, name, text, body } = e
  const kept = () => db.select({ conversation, seq, by, author, name, text, body }).from(e)
  const rewrite = {
    sql: 'update `entries` set `author` = ?, `name` = ?, `text` = ?, `body` = ? where `conversation` = ? and `seq` = ?',
  }
  const rewritten = (line: KeptLine): WriteStep => ({
    statement: rewrite,
    values: [
      ...[line.author, line.name, line.text, e.body.mapToDriverValue(line.body) as Value],
      ...[line.conversation, line.seq],
    ],
  })
  const putEvent = setIn(j, { event: j.event }, { address: j.address, version: j.version })
  return {
    lines: (after, limit) =>
      kept()
        .where(
          after === null
            ? undefined
            : and(
                // Said apart, so that every database begins there.
                gte(conversation, after.conversation),
                or(gt(conversation, after.conversation), gt(seq, after.seq)),
              ),
        )
        .orderBy(asc(conversation), asc(seq))
        .limit(limit),
    linesOf: (of, after, limit) =>
      kept()
        .where(and(eq(conversation, of), gt(seq, after)))
        .orderBy(asc(seq))
        .limit(limit),
    putLines: async (lines) => {
      await write(lines.map(rewritten))
    },
    dropFormer: async (of, authors) => {
      const theirs = db
        .select({ seq: e.seq })
        .from(e)
        .where(and(eq(conversation, of), inArray(author, [...authors])))
      await db.delete(f).where(and(eq(f.conversation, of), inArray(f.seq, theirs)))
    },
    giveReactions: async (of, authors, to) => {
      await db
        .update(r)
        .set(to)
        .where(and(eq(r.conversation, of), inArray(r.author, [...authors])))
    },
    putEvents: async (address, events) => {
      await write(
        // Its column makes the text of it.
        events.map(({ version, event }) => putEvent({ address, version, event: event as never })),
      )
    },
  }
}
