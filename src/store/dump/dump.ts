/** A value of a row as a backup has it, out of either database: bytes in base 64. */
export type Cell = string | number | null | { b64: string }
export type Row = readonly Cell[]

/** A table as the database has it, whatever this program knows of it. */
export type DumpTable = {
  name: string
  /** In the order of their names, which is the same in both databases. */
  columns: readonly string[]
  /** What its rows are sorted by: no two have the same. */
  keys: readonly string[]
  /** Those of the columns that hold bytes. */
  bytes: readonly string[]
}

/** Everything that a database holds at one moment, while others go on writing to it. */
export interface Dump {
  readonly dialect: 'sqlite' | 'mysql'
  /** Names of the migrations that ran, in their order. */
  readonly migrations: readonly string[]
  readonly tables: readonly DumpTable[]
  /** Rows of one table by its keys, some at a time. */
  rows(table: DumpTable): AsyncGenerator<Row[]>
  /** What the database holds of a file, piece by piece; nothing where files are on the disk. */
  pieces(file: string): AsyncGenerator<Uint8Array>
  /** What the desk remembers under a name; undefined where it has nothing. */
  setting(name: string): Promise<string | undefined>
  close(): Promise<void>
}

/** Rows of a backup on their way into a database, where none of them counts before `finish`. */
export interface Load {
  /** Puts rows into a table; what it held before is gone. */
  insert(table: Pick<DumpTable, 'name' | 'columns'>, rows: readonly Row[]): Promise<void>
  /** Takes a table to be filled: throws a sentence when the database has no such one. */
  begin(table: Pick<DumpTable, 'name' | 'columns'>): Promise<void>
  /** Sets what the desk remembers. */
  set(name: string, value: string | null): Promise<void>
  /** What was put in, to be compared. */
  dump(): Promise<Dump>
  /** From here on it is the desk's. */
  finish(): Promise<void>
  /** Leaves what was there before as it was. Does nothing once it is finished. */
  abandon(): Promise<void>
}

/**
 * What no backup holds: the index of what was said is made of the rest again, leases are of programs that
 * run, and bytes of files have a place of their own in it.
 */
export const isDumped = (table: string): boolean =>
  !/^(search_|sqlite_)/.test(table) && !['migrations', 'leases', 'file_pieces'].includes(table)

/** Rows that are read or written together: of those with bytes few, each may have a quarter of a megabyte. */
export const batchOf = ({ bytes }: Pick<DumpTable, 'bytes'>): number => (bytes.length > 0 ? 8 : 500)

/** A name of the database's own, in both languages. */
export const quoted = (name: string): string => `\`${name.replaceAll('`', '``')}\``

/** A value as either driver brings it. MySQL has keys as bytes. */
export const toCell = (value: unknown, isBytes: boolean): Cell => {
  if (value === null || value === undefined) return null
  if (value instanceof Uint8Array) {
    const buffer = Buffer.from(value.buffer, value.byteOffset, value.byteLength)
    return isBytes ? { b64: buffer.toString('base64') } : buffer.toString()
  }
  if (typeof value === 'boolean') return value ? 1 : 0
  if (typeof value === 'number' || typeof value === 'string') return value
  throw new TypeError(`A backup cannot hold a ${typeof value}`)
}

/** A value as both drivers take it. */
export const fromCell = (cell: Cell): string | number | null | Uint8Array =>
  cell !== null && typeof cell === 'object' ? Buffer.from(cell.b64, 'base64') : cell
