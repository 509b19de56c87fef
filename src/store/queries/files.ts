import { and, asc, eq, inArray, lt, sql } from 'drizzle-orm'
import type { Files } from '../ports/files'
import type { QueryContext } from '../query-context'
import { insertInto, putInto, setIn } from '../statements'
import type { TranscriptTables } from '../tables/entries'
import type { FileTables } from '../tables/files'
import { deleteBatch } from './delete-batch'
import { filePagesOver } from './file-pages'

export const filesOver = (base: QueryContext<FileTables & TranscriptTables>): Files => {
  const { db, upsert, write } = base
  const { files, filePieces: pieces } = base.tables
  const insert = insertInto(files)
  const put = putInto(upsert, pieces, [pieces.file, pieces.nth])
  const arrive = setIn(
    files,
    { clientId: files.clientId, bytes: files.bytes, name: files.name, type: files.type },
    { id: files.id },
  )
  const give = setIn(
    files,
    { conversation: files.conversation, clientId: files.clientId },
    { id: files.id },
  )
  const say = setIn(files, { said: files.said }, { id: files.id })
  const { id, conversation, clientId, bytes, at } = files
  const kept = () => db.select({ id, conversation, clientId, bytes, at }).from(files)
  const one = kept()
    .where(eq(id, sql.placeholder('id')))
    .prepare()
  const piece = db
    .select({ bytes: pieces.bytes })
    .from(pieces)
    .where(and(eq(pieces.file, sql.placeholder('file')), eq(pieces.nth, sql.placeholder('nth'))))
    .prepare()
  return {
    ...filePagesOver(base),
    expect: async (file) => {
      await write([insert({ ...file, clientId: null, bytes: 0, said: false, name: '', type: '' })])
    },
    arrived: async (all, entry) => {
      await write(all.map((file) => arrive({ name: '', type: '', ...file, clientId: entry })))
    },
    said: async (ids) => {
      await write(ids.map((each) => say({ id: each, said: 1 })))
    },
    give: async (all) => {
      await write(all.map((file) => give(file)))
    },
    find: async (id) => (await one.execute({ id }))[0],
    of: (talk, entry) => kept().where(and(eq(conversation, talk), eq(clientId, entry))),
    unsaid: (before, limit) =>
      kept()
        .where(and(eq(files.said, false), lt(at, before)))
        .orderBy(asc(at))
        .limit(limit),
    forget: async (ids) => {
      if (ids.length > 0) await db.delete(files).where(inArray(id, [...ids]))
    },
    putPiece: async (file, nth, bytes) => {
      await write([put({ file, nth, bytes })])
    },
    piece: async (file, nth) => (await piece.execute({ file, nth }))[0]?.bytes,
    removePieces: async (file) => {
      while (await deleteBatch(base, pieces, pieces.nth, eq(pieces.file, file)));
    },
  }
}
