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

/** Conversations that are looked through together, and of these so many lines at most. */
const STRETCH = 20
const STRETCH_LINES = 4_000
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
    const lines = await store.transcripts.talkIn(
      rows.map((row) => row.id),
      STRETCH_LINES,
    )
    const said = Map.groupBy(lines, (line) => line.conversation)
    for (const row of rows) {
      const place = placeIn(said.get(row.id) ?? [], terms)
      if (place) found.push({ ...aboutOf(row, current), ...place })
    }
    const last = rows.at(-1)
    if (rows.length < STRETCH || !last) return { found, next: null }
    after = { at: last.openedAt, id: last.id }
    if (found.length >= FOUND || clock.ticks() - began > LONGEST_MS) return { found, next: after }
  }
}

/** The newest line that has it all, and how many others do. */
const placeIn = (lines: readonly Entry[], terms: readonly Term[]) => {
  const matched = lines
    .filter(({ body }) => !isForDesk(body))
    .toSorted((a, b) => b.seq - a.seq)
    .flatMap((entry) => {
      const text = searchedText(entry)
      const places = text === '' ? null : matchIn(text, terms)
      return places ? [{ entry, text, places }] : []
    })
  const [first] = matched
  if (!first) return undefined
  const { entry, text, places } = first
  return {
    pieces: piecesOf(text, places),
    by: entry.by === 'visitor' ? '' : entry.name,
    others: matched.length - 1,
  }
}
