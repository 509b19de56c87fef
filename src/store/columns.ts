import { sql } from 'drizzle-orm'
import * as mysql from 'drizzle-orm/mysql-core'
import * as sqlite from 'drizzle-orm/sqlite-core'

/**
 * The words tables are described in, once for each database. Both carry the types of the first,
 * so a query is written once and checked once.
 *
 *   key(n), id   text compared byte by byte, at most n bytes; an id has 64
 *   short(n)     text people write, at most n code points
 *   long         text of any length
 *   json<T>      any value; null when what is kept is no JSON any more
 *   jsonAs<T>    any value, as `whole` makes it of what is kept, which is null when it is no JSON
 *   int, time    whole numbers; a time is ms UTC
 *   flag         true or false
 */
export type Columns = typeof sqliteColumns

const ID_BYTES = 64
/** Bytes of a word of the desk's own, like a state or a kind. */
export const WORD_BYTES = 24

/**
 * The one way values become text and back: MariaDB would answer its own JSON as strings. What is
 * no JSON any more, by a damaged disk or somebody's hand, reads as null unless its column says
 * otherwise: whoever needs the value stops alone, and not every list that it is in.
 */
const codec = <T>(whole: (stored: unknown) => T) => ({
  toDriver: (value: T): string => JSON.stringify(value),
  fromDriver: (text: string): T => whole(parsed(text)),
})

/** What stands for a value that is damaged. */
export const orElse =
  <T>(damaged: T) =>
  (stored: unknown): T =>
    (stored as T | null) ?? damaged

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const sqliteJson = <T>(name: string, whole: (stored: unknown) => T) =>
  sqlite.customType<{ data: T; driverData: string }>({
    dataType: () => 'text',
    ...codec(whole),
  })(name)

const text = sqlite.customType<{ data: string }>({ dataType: () => 'text' })

/** SQLite ignores lengths, so each limit becomes a check of the table. */
const limits = new WeakMap<object, (column: string) => string>()
const limited = <B extends object>(builder: B, check: (column: string) => string): B => {
  limits.set(builder, check)
  return builder
}

const checksOf = (table: string, builders: object, own: object) =>
  Object.entries(builders).flatMap(([name, builder]) => {
    const check = limits.get(builder)
    const column: { name: string } = Reflect.get(own, name)
    return check ? [sqlite.check(`${table}_${column.name}_limit`, sql.raw(check(column.name)))] : []
  })

type Builders = Record<string, sqlite.SQLiteColumnBuilderBase>
type Extras = (own: never) => sqlite.SQLiteTableExtraConfigValue[]
const limitedTable = ((name: string, columns: Builders, extras: Extras = () => []) =>
  sqlite.sqliteTable(name, columns, (own) => [
    ...extras(own as never),
    ...checksOf(name, columns, own),
  ])) as unknown as typeof sqlite.sqliteTable

const sqliteKey = (name: string, bytes: number) =>
  limited(text(name), (column) => `octet_length("${column}") <= ${bytes}`)

export const sqliteColumns = {
  table: limitedTable,
  primaryKey: sqlite.primaryKey,
  index: sqlite.index,
  unique: sqlite.uniqueIndex,
  key: sqliteKey,
  id: (name: string) => sqliteKey(name, ID_BYTES),
  short: (name: string, points: number) =>
    limited(text(name), (column) => `length("${column}") <= ${points}`),
  long: (name: string) => text(name),
  json: <T>(name: string) => sqliteJson(name, orElse<T | null>(null)),
  jsonAs: sqliteJson,
  int: (name: string) => sqlite.integer(name),
  time: (name: string) => sqlite.integer(name),
  flag: (name: string) => sqlite.integer(name, { mode: 'boolean' }),
}

/** Every other collation the two servers share pads with spaces or folds letters: bytes do not. */
const mysqlKey = (name: string, bytes: number) =>
  mysql.customType<{ data: string; driverData: Buffer | string }>({
    dataType: () => `varbinary(${bytes})`,
    fromDriver: (stored) => stored.toString(),
  })(name)

const UTF8 = 'character set utf8mb4 collate utf8mb4_bin'
const utf8 = (type: string) =>
  mysql.customType<{ data: string }>({ dataType: () => `${type} ${UTF8}` })

const mysqlJson = <T>(name: string, whole: (stored: unknown) => T) =>
  mysql.customType<{ data: T; driverData: string }>({
    dataType: () => `mediumtext ${UTF8}`,
    ...codec(whole),
  })(name)

const mysqlWords = {
  table: mysql.mysqlTable,
  primaryKey: mysql.primaryKey,
  index: mysql.index,
  unique: mysql.uniqueIndex,
  key: mysqlKey,
  id: (name: string) => mysqlKey(name, ID_BYTES),
  short: (name: string, points: number) => utf8(`varchar(${points})`)(name),
  long: (name: string) => utf8('mediumtext')(name),
  json: <T>(name: string) => mysqlJson(name, orElse<T | null>(null)),
  jsonAs: mysqlJson,
  int: (name: string) => mysql.bigint(name, { mode: 'number' }),
  time: (name: string) => mysql.bigint(name, { mode: 'number' }),
  flag: (name: string) => mysql.boolean(name),
} satisfies Record<keyof Columns, unknown>

export const mysqlColumns = mysqlWords as unknown as Columns
