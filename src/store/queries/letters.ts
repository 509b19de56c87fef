import { and, asc, desc, eq, lt, lte } from 'drizzle-orm'
import type { Letters } from '../ports/letters'
import type { QueryContext } from '../query-context'
import { insertInto, setIn } from '../statements'
import type { LetterTables } from '../tables/letters'
import { deleteBatch } from './delete-batch'

export const lettersOver = ({ db, tables, write }: QueryContext<LetterTables>): Letters => {
  const { letters } = tables
  const insert = insertInto(letters)
  const { state, dueAt, tries, problem } = letters
  const settle = setIn(letters, { state, dueAt, tries, problem }, { id: letters.id })
  return {
    lastOf: async (conversation) =>
      (
        await db
          .select()
          .from(letters)
          .where(eq(letters.conversation, conversation))
          .orderBy(desc(letters.nth))
          .limit(1)
      )[0],
    write: async (letter) => {
      const taken = { outcome: 'taken' as const }
      const keys = ['PRIMARY', 'conversation'].map((key) => ({ key, ...taken }))
      return (await write([insert(letter, { onDuplicate: keys })])) === 'done'
    },
    find: async (id) => (await db.select().from(letters).where(eq(letters.id, id)))[0],
    due: (now, limit) =>
      db
        .select()
        .from(letters)
        .where(and(eq(letters.state, 'due'), lte(letters.dueAt, now)))
        .orderBy(asc(letters.dueAt))
        .limit(limit),
    settle: async (letter) => {
      await write([settle(letter)])
    },
    forget: (before) => deleteBatch({ db }, letters, letters.id, lt(letters.at, before)),
  }
}
