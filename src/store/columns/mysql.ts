import * as mysql from 'drizzle-orm/mysql-core'
import type { Columns } from '../columns'
import { codec, orElse } from './json'
import { ID_BYTES } from './sqlite'

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

const mysqlBytes = mysql.customType<{ data: Uint8Array; driverData: Uint8Array }>({
  dataType: () => 'mediumblob',
})

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
  bytes: (name: string) => mysqlBytes(name),
} satisfies Record<keyof Columns, unknown>

/** The words as MySQL has them. */
export const mysqlColumns = mysqlWords as unknown as Columns
