import { type Columns, WORD_BYTES } from '../columns'

/** Bytes of a word of the index: `actors/search/words.ts` says how many signs it has. */
const FOUND_BYTES = 192

/**
 * What is searched. `search_words` is an index of the database's own kind: on SQLite a virtual table
 * of FTS5 whose rowid is the document, on MySQL each word with each of its documents.
 */
export const searchTables = (c: Columns) => ({
  searchDocs: c.table(
    'search_docs',
    {
      /** When it was written and which of that time it is: newer ones are greater. */
      id: c.int('id').primaryKey(),
      conversation: c.id('conversation').notNull(),
      /** Of its line; 0 for whose conversation it is. */
      seq: c.int('seq').notNull(),
      /** Its words, where the index does not know them by the document. */
      words: c.long('words').notNull(),
      /** Its line was changed or taken back: nobody finds it, and its words are about to go. */
      gone: c.flag('gone').notNull(),
    },
    (t) => [c.unique('search_docs_line').on(t.conversation, t.seq)],
  ),
  searchWords: c.table(
    'search_words',
    { word: c.key('word', FOUND_BYTES).notNull(), doc: c.int('doc').notNull() },
    (t) => [c.primaryKey({ columns: [t.word, t.doc] })],
  ),
  /** Every word that is in it, to be found by how it begins. */
  searchTerms: c.table('search_terms', { word: c.key('word', FOUND_BYTES).primaryKey() }),
  /** How far each conversation is in the index. */
  searchHeads: c.table('search_heads', {
    conversation: c.id('conversation').primaryKey(),
    seq: c.int('seq').notNull(),
  }),
  /** Work that one node does at a time. */
  leases: c.table('leases', {
    name: c.key('name', WORD_BYTES).primaryKey(),
    holder: c.id('holder').notNull(),
    until: c.time('until').notNull(),
  }),
})
export type SearchTables = ReturnType<typeof searchTables>
