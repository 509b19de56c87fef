import type { sqliteColumns } from './columns/sqlite'

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
 *   bytes        a piece of a file, at most 256 KB in one statement
 */
export type Columns = typeof sqliteColumns

/** Bytes of a word of the desk's own, like a state or a kind. */
export const WORD_BYTES = 24

/** SHA-256 in hexadecimal, or base64url. */
export const HASH_BYTES = 64
