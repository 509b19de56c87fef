import { type Entry, isForDesk } from '../../../actors/entry'
import type { Visitor } from '../../../actors/people'
import { searchedText } from '../../../actors/search/document'
import { matchIn, piecesOf } from '../../../actors/search/match'
import { QUERY_CHARS, type Term } from '../../../actors/search/query'
import { unitsOf } from '../../../actors/search/words'
import type { MineFound } from '../../../views/customers/mine'
import type { ClosedKey } from '../../store/ports/conversations'
import type { Reads } from '../reads'
import { aboutOf } from './mine'

/** Conversations that are looked through together, all of them, and lines that are read at once. */
const STRETCH = 20
const READ_LINES = 2_000
/** Of one page; after so long nothing more is begun, ms. */
const FOUND = 20
const LONGEST_MS = 150

type Found = { found: MineFound[]; next: ClosedKey | null }
type Parts = Pick<Reads, 'store' | 'clock'>

/** What is typed are words alone: a visitor is told of no operators. */
const termsIn = (q: string): Term[] =>
  [...q]
    .slice(0, QUERY_CHARS)
    .join('')
    .split(/\s+/)
    .map((word) => ({ units: unitsOf(word), not: false, open: true }))
    .filter(({ units }) => units.length > 0)

/**
 * Which of their own conversations have all words of a question in one line, those that began last first.
 * Nobody else's lines are looked at, and none that a visitor does not see. `next` is where to go on,
 * though there may be nothing any more.
 */
export const searchMine = async (
  { store, clock }: Parts,
  { id }: Visitor,
  { q, until }: { q: string; until: ClosedKey | undefined },
): Promise<Found> => {
  const terms = termsIn(q)
  if (terms.length === 0) return { found: [], next: null }
  const began = clock.ticks()
  const current = (await store.visitors.find(id))?.conversation ?? null
  const found: MineFound[] = []
  let after = until
  for (;;) {
    const rows = await store.conversations.matching({ visitor: id }, after, STRETCH)
    const ids = rows.map((row) => row.id)
    const places = await placesIn(store, ids, terms)
    for (const row of rows) {
      const place = places.get(row.id)
      if (place) found.push({ ...aboutOf(row, current), ...place })
    }
    const last = rows.at(-1)
    if (rows.length < STRETCH || !last) return { found, next: null }
    after = { at: last.openedAt, id: last.id }
    if (found.length >= FOUND || clock.ticks() - began > LONGEST_MS) return { found, next: after }
  }
}

type Place = Pick<MineFound, 'pieces' | 'by' | 'others'>

/** Of each conversation that has it the newest line with all words, and how many others have them. */
const placesIn = async (
  { transcripts }: Parts['store'],
  ids: readonly string[],
  terms: readonly Term[],
): Promise<Map<string, Place>> => {
  const places = new Map<string, Place>()
  for (let after: Entry | undefined; ; ) {
    const lines = await transcripts.talkIn(ids, READ_LINES, after)
    for (const line of lines) {
      const place = isForDesk(line.body) ? undefined : placeIn(line, terms)
      const before = places.get(line.conversation)
      if (place) places.set(line.conversation, { ...place, others: before ? before.others + 1 : 0 })
    }
    after = lines.at(-1)
    if (lines.length < READ_LINES) return places
  }
}

const placeIn = (entry: Entry, terms: readonly Term[]): Omit<Place, 'others'> | undefined => {
  const text = searchedText(entry)
  const places = text === '' ? null : matchIn(text, terms)
  if (!places) return undefined
  return { pieces: piecesOf(text, places), by: entry.by === 'visitor' ? '' : entry.name }
}
