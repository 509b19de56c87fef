import type { Pair, Row } from './history'

export type MergeCounts = {
  /** Times that two were merged or taken apart, as answered. */
  merges: number
  /** Merges and their undoing that were never answered, or refused. */
  unsureMerges: number
  /** Lines that came with a merge and are missing, there twice, or there after it was taken apart. */
  misplacedCopies: number
}

/** The client id of the line that one which came with a merge was made of. */
export const originalOf = (clientId: string): string => clientId.replace(/^(?:desk-m\d+-)+/, '')

/** After a merge each line is once where it went on; taken apart, all of them are back. Pure. */
export const mergesIn = (pairs: readonly Pair[], rows: readonly Row[]): MergeCounts => {
  const acts = pairs.flatMap((pair) => pair.acts)
  return {
    merges: acts.filter(({ outcome }) => outcome === 'ok').length,
    unsureMerges: acts.filter(({ outcome }) => outcome !== 'ok').length,
    misplacedCopies: pairs.reduce((sum, pair) => sum + misplacedIn(pair, rows), 0),
  }
}

const misplacedIn = ({ from, into, acts }: Pair, rows: readonly Row[]): number => {
  const isMerged = acts.at(-1)?.merges ?? false
  const own = rows.filter(({ conversation, changes }) => conversation === from && !changes)
  const merged = own.filter(({ notice }) => notice === 'merged').map(({ seq }) => seq)
  const upTo = Math.max(0, ...merged)
  const copies = rows.filter((row) => isCopyIn(into, row))
  const count = (row: Row) =>
    copies.filter((copy) => isCopyOf(copy, row) && copy.text === row.text).length
  return own
    .filter(({ text, seq }) => text !== '' && seq < upTo)
    .filter((row) => count(row) !== (isMerged ? 1 : 0)).length
}

const isCopyIn = (into: string, { conversation, clientId, changes }: Row) =>
  conversation === into && !changes && originalOf(clientId) !== clientId
const isCopyOf = (copy: Row, row: Row) => originalOf(copy.clientId) === row.clientId
