/** What the first 100 bytes of a SQLite file tell (https://www.sqlite.org/fileformat.html). */
export type Header = {
  applicationId: number
  /** It was last written with a write-ahead log. */
  isWal: boolean
  /** The file is shorter than it says it is. */
  isCut: boolean
}

const MAGIC = 'SQLite format 3\0'
const HEADER_BYTES = 100

/** Reads the header of a file of `size` bytes; undefined when it is no database of SQLite. */
export const readHeader = (bytes: Buffer, size: number): Header | undefined => {
  const begins = bytes.subarray(0, MAGIC.length).toString('latin1')
  if (!MAGIC.startsWith(begins)) return undefined
  if (bytes.length < HEADER_BYTES) return { applicationId: 0, isWal: false, isCut: true }
  const told = bytes.readUInt16BE(16)
  const pageBytes = told === 1 ? 65_536 : told
  // The count of pages holds only when whoever wrote last has kept it.
  const isCounted = bytes.readUInt32BE(24) === bytes.readUInt32BE(92)
  return {
    applicationId: bytes.readUInt32BE(68),
    isWal: bytes.readUInt8(18) === 2,
    isCut: isCounted && size < bytes.readUInt32BE(28) * pageBytes,
  }
}
