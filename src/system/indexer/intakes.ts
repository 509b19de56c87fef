import type { Entry } from '../../../actors/entry'
import { documentOf, type SearchDocument, whoseDocument } from '../../../actors/search/document'
import { placeWordsIn } from '../../../actors/search/place'
import type { Behind, Intake } from '../../store/ports/search'
import type { Store } from '../../store/store'

/** Lines that one write takes in: as long as it takes, nobody else is served. */
const LINES = 60

/** Nothing of its lines, only whose it is. */
const unmoved = { from: 0, to: 0, was: null, place: [], drops: [] }

type Parts = Pick<Store, 'search' | 'transcripts' | 'conversations' | 'visitors'>

/**
 * Takes in what conversations have that the index has not, as much as one write holds. `looked` are
 * those whose visitor may be called otherwise now. Answers how many lines it took in, and the
 * conversations of which there is more.
 */
export const intakesOver = ({ search, ...parts }: Parts) => {
  const linesOf = linesOver(parts)
  const peopleOf = peopleOver({ search, ...parts })
  return async (behind: readonly Behind[], looked: readonly string[]) => {
    const now: Behind[] = []
    const left: string[] = []
    let room = LINES
    for (const { conversation, from, to, ...head } of behind) {
      if (room <= 0) left.push(conversation)
      else {
        const upTo = Math.min(to, from + room)
        if (upTo < to) left.push(conversation)
        now.push({ conversation, from, to: upTo, ...head })
        room -= upTo - from
      }
    }
    const begun = now.filter(({ from }) => from === 0).map(({ conversation }) => conversation)
    const people = await peopleOf([...new Set([...begun, ...looked])], now)
    const intakes = await Promise.all(
      now.map((one) => linesOf(one, people.get(one.conversation) ?? [])),
    )
    const renamed = [...people].flatMap(([conversation, documents]): Intake[] =>
      now.some((one) => one.conversation === conversation)
        ? []
        : [{ ...unmoved, conversation, documents }],
    )
    const all = [...intakes, ...renamed]
    if (all.length === 0) return { taken: 0, left }
    const outcome = await search.take(all)
    // Somebody else was quicker with one of them: then they are looked at anew, those that need it.
    const again = outcome === 'stale' ? now.map(({ conversation }) => conversation) : []
    return { taken: all.length, left: [...new Set([...left, ...again])] }
  }
}

/** A stretch of a conversation, as the index takes it in. */
const linesOver =
  ({ transcripts }: Pick<Parts, 'transcripts'>) =>
  async (behind: Behind, people: readonly SearchDocument[]): Promise<Intake> => {
    const { conversation, from, to, place } = behind
    const lines = await transcripts.after(conversation, from, to - from)
    const shown = new Map<number, Entry>()
    for (const line of lines) {
      // What changes a line is found where that one is, as it is now.
      const clientId = line.changes
      const entry = clientId === null ? line : await transcripts.shown(conversation, clientId)
      if (entry) shown.set(entry.seq, entry)
    }
    const entries = [...shown.values()]
    const documents = entries.flatMap((entry) => documentOf(entry, place) ?? [])
    const known = new Set(documents.map(({ seq }) => seq))
    return {
      ...behind,
      documents: [...people, ...documents],
      drops: entries.map(({ seq }) => seq).filter((seq) => !known.has(seq)),
    }
  }

/** Whose conversations they are, of those where the index does not say so. */
const peopleOver =
  ({ search, conversations, visitors }: Omit<Parts, 'transcripts'>) =>
  async (
    ids: readonly string[],
    now: readonly Behind[],
  ): Promise<Map<string, SearchDocument[]>> => {
    const places = new Map(now.map(({ conversation, place }) => [conversation, place]))
    const [rows, known] = await Promise.all([conversations.rows(ids), search.whose(ids)])
    const found = await Promise.all(
      rows.map(async (row) => {
        const email = (await visitors.find(row.visitor))?.email ?? ''
        // Where it is changes with its lines alone, or they would be taken for those of that place.
        const place = places.get(row.id) ?? placeWordsIn(known.get(row.id) ?? '')
        return { id: row.id, document: whoseDocument(row, email, place) }
      }),
    )
    const changed = found.filter(({ id, document }) => known.get(id) !== document.words.join(' '))
    return new Map(changed.map(({ id, document }) => [id, [document]]))
  }
