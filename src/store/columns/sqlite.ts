import { sql } from 'drizzle-orm'
import * as sqlite from 'drizzle-orm/sqlite-core'
import { codec, orElse } from './json'

/** Bytes of an id. */
export const ID_BYTES = 64

const sqliteJson = <T>(name: string, whole: (stored: unknown) => T) =>
  sqlite.customType<{ data: T; driverData: string }>({
    dataType: () => 'text',
    ...codec(whole),
  })(name)

const text = sqlite.customType<{ data: string }>({ dataType: () => 'text' })

const sqliteBytes = sqlite.customType<{ data: Uint8Array; driverData: Uint8Array }>({
  dataType: () => 'blob',
})

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

/** The words as SQLite has them. */
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
  bytes: (name: string) => sqliteBytes(name),
}
