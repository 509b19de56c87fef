import { and, eq, inArray, or } from 'drizzle-orm'
import type { SearchDocument } from '../../../../actors/search/document'
import type { Intake, Search } from '../../ports/search'
import type { QueryContext } from '../../query-context'
import { insertInto, removeFrom, setIn, type WriteStep } from '../../statements'
import type { SearchTables } from '../../tables/search'
import type { WordIndex } from '../../word-index'
import { docIdsOver } from './doc-ids'

/** Documents that one write takes away. */
const CLEARED = 500

type Doc = { id: number; conversation: string; seq: number; words: string }

/** What the index takes in, and what it forgets. */
export const takeOver = (
  base: QueryContext<SearchTables>,
  index: WordIndex,
): Pick<Search, 'take' | 'forget' | 'clear'> => {
  const { db, tables, write } = base
  const { searchDocs, searchHeads, searchTerms } = tables
  const steps = stepsOver(tables, index)
  const idsOf = docIdsOver(base)

  /** What there is of the lines that come anew or go. */
  const there = (intakes: readonly Intake[]): Promise<Doc[]> => {
    const lines = intakes.map(({ conversation, documents, drops }) =>
      and(
        eq(searchDocs.conversation, conversation),
        inArray(searchDocs.seq, [...documents.map(({ seq }) => seq), ...drops]),
      ),
    )
    return db
      .select()
      .from(searchDocs)
      .where(or(...lines))
  }

  return {
    take: async (intakes) => {
      const some = intakes.filter(({ documents, drops }) => documents.length + drops.length > 0)
      const old = some.length === 0 ? [] : await there(some)
      const docs = await idsOf(
        some.flatMap(({ conversation, documents }) =>
          documents.map((one) => ({ ...one, conversation })),
        ),
      )
      return write<'stale'>([
        ...intakes.flatMap(steps.head),
        ...old.flatMap(steps.remove),
        ...docs.sort((a, b) => a.id - b.id).flatMap(steps.add),
        ...index.learn(begunBy(docs)),
      ])
    },
    forget: async (conversation) => {
      const docs = await db
        .select()
        .from(searchDocs)
        .where(eq(searchDocs.conversation, conversation))
      await write([...docs.flatMap(steps.remove), steps.forgetHead({ conversation })])
    },
    clear: async () => {
      // Heads first: whoever takes something in meanwhile begins from there.
      await db.delete(searchHeads)
      const docs = await db.select().from(searchDocs).limit(CLEARED)
      if (docs.length > 0) await write(docs.flatMap(steps.remove))
      if (docs.length === CLEARED) return true
      await db.delete(searchTerms)
      return index.clear()
    },
  }
}

const stepsOver = ({ searchDocs, searchHeads }: SearchTables, index: WordIndex) => {
  const put = insertInto(searchDocs)
  const drop = removeFrom(searchDocs, { id: searchDocs.id, conversation: searchDocs.conversation })
  const begin = insertInto(searchHeads)
  const { conversation, seq } = searchHeads
  const move = setIn(searchHeads, { to: seq }, { conversation, from: seq })
  return {
    forgetHead: removeFrom(searchHeads, { conversation }),
    /** Only who knows how far it was may say how far it is. */
    head: ({ conversation, from, to, was }: Intake): WriteStep<'stale'>[] => {
      if (from === to) return []
      if (was !== null) return [move({ to, conversation, from: was }, { onUnchanged: 'stale' })]
      const taken = [{ key: '', outcome: 'stale' as const }]
      return [begin({ conversation, seq: to }, { onDuplicate: taken })]
    },
    remove: ({ id, conversation, words }: Doc): WriteStep<'stale'>[] => [
      ...index.remove(id, words),
      drop({ id: String(id), conversation }),
    ],
    add: ({ id, conversation, seq, words }: Placed): WriteStep<'stale'>[] => {
      // Whose a conversation is, is compared with what it was.
      const kept = seq === 0 ? words.join(' ') : index.kept(words)
      const taken = [{ key: '', outcome: 'stale' as const }]
      return [
        put({ id, conversation, seq, words: kept, gone: false }, { onDuplicate: taken }),
        ...index.add(id, words),
      ]
    },
  }
}

type Placed = SearchDocument & { id: number; conversation: string }

/** Signs of scripts without spaces are never the beginning of a word that is being typed. */
const SIGNS =
  /^(?:_n_)?[\p{sc=Hani}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}\p{sc=Tibt}]/u
const FACETS = /^_(?!n_)/

const begunBy = (docs: readonly Placed[]): string[] => [
  ...new Set(
    docs.flatMap(({ words }) => words.filter((word) => !FACETS.test(word) && !SIGNS.test(word))),
  ),
]
