import type { Column, InferInsertModel, Table } from 'drizzle-orm'
import { getTableColumns, getTableName } from 'drizzle-orm'

/** A value as both drivers take it. */
export type Value = string | number | Uint8Array | null

/** A write whose text is made once, when the store opens. */
export type Statement = { sql: string }

/** One statement with its values, and what it means when it does not go through. */
export type WriteStep<O extends string = never> = {
  statement: Statement
  values: readonly Value[]
  /** Outcome when a unique key whose name holds `key` has such a row already: the first that fits. */
  onDuplicate?: readonly { key: string; outcome: O }[]
  /** Outcome when it changed no row. */
  onUnchanged?: O
  /** Outcome of the whole write when a server beside this one took the same rows first. */
  onCollision?: O
}

/** What a row that is there already means for a step, by the name or the columns of its key. */
export const duplicateOutcome = <O extends string>(
  step: WriteStep<O> | undefined,
  key: string | undefined,
): O | undefined =>
  key === undefined
    ? undefined
    : step?.onDuplicate?.find((taken) => key.includes(taken.key))?.outcome

/** Steps that wait for the next transaction, and who waits for them. */
export type WriteJob = {
  steps: readonly WriteStep<string>[]
  resolve(outcome: string): void
  reject(error: unknown): void
}

/** The end of an insert that may find its row there: all that differs between the databases. */
export type Upsert = {
  /** `sets` are assignments; without one the row that is there stays as it is. */
  tail(keys: readonly string[], sets: readonly string[]): string
  /** The value the insert brought for a column. */
  incoming(column: string): string
}

/**
 * Makes a step from a row, or from the row's key. Each is made when the store opens and never for a
 * row: SQLite prepares what it is given and keeps it.
 */
type Write<R> = <O extends string = never>(
  row: R,
  means?: Pick<WriteStep<O>, 'onDuplicate' | 'onUnchanged' | 'onCollision'>,
) => WriteStep<O>

// Both databases read backticks.
const quoted = (name: string): string => `\`${name}\``

/** A row that must not be there yet. */
export const insertInto = <T extends Table>(table: T): Write<InferInsertModel<T>> =>
  writer(insertText(table), getTableColumns(table))

/**
 * A row that may be there already, by its key. It then takes over the columns that came, or is
 * changed by `sets`; with none of these it stays as it is.
 */
export const putInto = <T extends Table>(
  upsert: Upsert,
  table: T,
  keys: readonly Column[],
  sets?: readonly string[],
): Write<InferInsertModel<T>> => {
  const columns = getTableColumns(table)
  const incoming = Object.values(columns)
    .filter((column) => !keys.includes(column))
    .map(({ name }) => `${quoted(name)} = ${upsert.incoming(quoted(name))}`)
  const tail = upsert.tail(
    keys.map(({ name }) => quoted(name)),
    sets ?? incoming,
  )
  return writer(`${insertText(table)} ${tail}`, columns)
}

/** The rows with these values of some columns go. */
export const removeFrom = <K extends string>(
  table: Table,
  keys: Record<K, Column>,
): Write<Record<K, string>> => {
  const match = equal(keys).join(' and ')
  return writer(`delete from ${quoted(getTableName(table))} where ${match}`, keys)
}

/** Other values of some columns, in the rows with these values of others. */
export const setIn = <S extends string, K extends string>(
  table: Table,
  sets: Record<S, Column>,
  keys: Record<K, Column>,
): Write<Record<S, string | number | null> & Record<K, string | number>> => {
  const [set, match] = [equal(sets).join(', '), equal(keys).join(' and ')]
  const columns: Record<string, Column> = { ...sets, ...keys }
  return writer(`update ${quoted(getTableName(table))} set ${set} where ${match}`, columns)
}

const equal = (columns: Record<string, Column>): string[] =>
  Object.values(columns).map(({ name }) => `${quoted(name)} = ?`)

const insertText = (table: Table): string => {
  const names = Object.values(getTableColumns(table)).map(({ name }) => quoted(name))
  const marks = names.map(() => '?')
  return `insert into ${quoted(getTableName(table))} (${names.join(', ')}) values (${marks.join(', ')})`
}

const writer = <R extends object>(sql: string, columns: Record<string, Column>): Write<R> => {
  const statement = { sql }
  const encoders = Object.entries(columns).map(([name, column]) => (row: R): Value => {
    const value: unknown = Reflect.get(row, name) ?? null
    return value === null ? null : toValue(column.mapToDriverValue(value))
  })
  return (row, means) => ({
    statement,
    values: encoders.map((encode) => encode(row)),
    ...means,
  })
}

/** Anything but text, numbers and bytes would be spelled out by the drivers in ways of their own. */
const toValue = (value: unknown): Value => {
  if (typeof value === 'string' || typeof value === 'number') return value
  if (typeof value === 'boolean') return value ? 1 : 0
  if (value instanceof Uint8Array) return value
  throw new TypeError(`A column cannot hold a ${typeof value}`)
}
