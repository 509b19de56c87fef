import { lineSchema } from '../../../actors/moving/line'
import type { NotTaken, Numbered, Refused } from '../../commands/moving/moved'
import type { Source } from '../moving/door'
import { type Brought, type Chat, conversationOf, namesIn, talksIn } from './chats'
import { fewLines, type Given } from './few'
import type { Mark } from './marks'
import type { Staging } from './staging'
import { uploadsIn } from './uploads'
import { visitorLines } from './visitors'

/** What there was of a kefu system, and what became of it. */
export type Counted = { chats: number; conversations: number; ratings: number }

/** All of a kefu system as lines, in an order in which nothing is named before it is there. */
export async function* kefuLines(
  staging: Staging,
  given: Given & { gap: number; files?: string },
  counted: Counted,
): Source & AsyncGenerator<Numbered | NotTaken> {
  yield* read([{ kind: 'setting', source: given.source, source_id: 'gap', value: `${given.gap}` }])
  yield* read(fewLines(staging, given))
  yield* read(visitorLines(staging, given))
  yield* unplaced(staging)
  const [names, find] = [namesIn(staging), uploadsIn(given.files)]
  for (const { chats, marks } of rated(staging, given.gap)) {
    const brought = await conversationOf(chats, marks, given, names, find)
    for (const { id, why } of brought.empty) yield refusal('chat', id, why)
    if (brought.line === null) continue
    counted.chats += chats.length - brought.empty.length
    counted.conversations += 1
    counted.ratings += marks.length
    yield* read([brought.line])
    yield* filesOf(brought)
  }
  for (const { id } of staging.db
    .query<{ id: string }, []>(
      "select id from marks where stars = 0 or owner not in (select owner from chats where at is not null and owner <> '')",
    )
    .iterate())
    yield refusal('', id, 'chatMissing')
}

function* filesOf({ files }: Brought): Generator<Numbered | NotTaken> {
  for (const { line, path } of files)
    for (const one of read([line])) yield 'line' in one && 'nth' in one ? { ...one, path } : one
}

const refusal = (kind: string, sourceId: string, why: Refused): NotTaken => ({
  ...{ line: 0, kind, sourceId, why, field: '' },
})

/** Each as it is taken: what was stored there may be none of what can be. */
function* read(lines: Iterable<unknown>): Generator<Numbered | NotTaken> {
  for (const given of lines) {
    const line = lineSchema.safeParse(given)
    if (line.success) {
      yield { nth: 0, line: line.data }
      continue
    }
    const { kind, source_id: id } = given as { kind: string; source_id: string }
    const field = line.error.issues[0]?.path.map(String).join('.') ?? ''
    yield { ...refusal(kind, id, 'notValid'), field }
  }
}

/** Chats without a time or without anybody whose they are. */
function* unplaced({ db }: Staging): Generator<NotTaken> {
  const rows = db.query<{ cid: string; at: number | null }, []>(
    "select cid, at from chats where at is null or owner is null or owner = '' order by rowid",
  )
  for (const { cid, at } of rows.iterate())
    yield refusal('chat', cid, at === null ? 'timeMissing' : 'visitorMissing')
}

/**
 * Conversations with the ratings of each: a rating is of the newest conversation that had begun when it was
 * given; of those before all of them it is the oldest.
 */
function* rated(staging: Staging, gap: number): Generator<{ chats: Chat[]; marks: Mark[] }> {
  const theirs = staging.db.query<Mark, [string]>(
    'select * from marks where owner = ? and stars > 0 order by at, id',
  )
  let waiting: { chats: Chat[]; marks: Mark[] } | undefined
  let rest: Mark[] = []
  const end = () => waiting && { ...waiting, marks: [...rest, ...waiting.marks] }
  for (const chats of talksIn(staging, gap)) {
    const [first] = chats
    if (!first) continue
    const isSame = waiting?.chats[0]?.owner === first.owner
    if (waiting && !isSame) {
      const last = end()
      if (last) yield last
    } else if (waiting) yield waiting
    if (!isSame) rest = theirs.all(first.owner)
    const marks = rest.filter(({ at }) => at >= first.at)
    rest = rest.filter(({ at }) => at < first.at)
    waiting = { chats, marks }
  }
  const last = end()
  if (last) yield last
}
