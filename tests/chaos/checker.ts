import { textsOf, traceableTextsOf } from './expected'
import type { History, Now, Op, Row, Screen } from './history'
import { type MergeCounts, mergesIn, originalOf } from './merge-checker'
import { isStale, type MixCounts, mixFaultsIn, mixIn, noMixFaults, reportMix } from './mix-checker'

export type Counts = {
  acked: number
  unknown: number
  refused: number
  /** Sends that were repeated because no answer came, and did not make another row. */
  resent: number
  rows: number
  lost: number
  duplicateRows: number
  gaps: number
  torn: number
  seqMismatches: number
  /** Rows nobody wrote, or not so. */
  strangers: number
  readers: number
  complete: number
  outOfOrder: number
  duplicatesOnScreen: number
  reconnects: number
  capacityViolations: number
  /** Answers with status 500. */
  broken: number
  exits: number
} & MixCounts &
  MergeCounts

/** Compares what people were told and shown with what the database has. Pure: it only counts. */
export const check = ({
  ops,
  screens,
  rows,
  holdings = [],
  torn = 0,
  exits = 0,
  remains = {},
  pairs = [],
}: History): Counts => {
  const books = bookOf(rows)
  const sum = <T>(items: readonly T[], figure: (item: T) => number) =>
    items.reduce((total, item) => total + figure(item), 0)
  return {
    acked: ops.filter(({ outcome }) => outcome === 'ok').length,
    unknown: ops.filter(({ outcome }) => outcome === 'unknown').length,
    refused: ops.filter(({ outcome }) => outcome === 'fail').length,
    resent: sum(ops, ({ sends }) => sends - 1),
    rows: rows.length,
    lost: ops.filter((op) => op.outcome === 'ok' && books.of(op).length === 0).length,
    duplicateRows: sum(ops, (op) => Math.max(0, books.of(op).length - 1)),
    gaps: sum([...books.conversations.values()], gapsIn),
    torn,
    seqMismatches:
      ops.filter((op) => isElsewhere(op, books.of(op))).length +
      sum(screens, (screen) => misplaced(screen, books.shownTo(screen))),
    strangers: strangersIn(ops, rows),
    readers: screens.length,
    complete: screens.filter((screen) => isComplete(screen, books.shownTo(screen))).length,
    outOfOrder: sum(screens, ({ outOfOrder }) => outOfOrder),
    duplicatesOnScreen: sum(screens, duplicatesOn),
    reconnects: sum(screens, ({ reconnects }) => reconnects),
    capacityViolations: holdings.filter(({ load, capacity }) => load > capacity).length,
    broken: sum(ops, ({ broken }) => broken),
    exits,
    ...mixIn({ ops, screens, remains, of: books.of }),
    ...mergesIn(pairs, rows),
  }
}

/** Messages of which something is not as it was answered. */
export const amissIn = ({ ops, rows }: Pick<History, 'ops' | 'rows'>): Op[] => {
  const { of } = bookOf(rows)
  return ops.filter(
    (op) =>
      (op.outcome === 'ok' && (of(op).length === 0 || isStale(op, of(op)))) ||
      op.changes?.some(({ outcome }) => outcome === 'fail'),
  )
}

/** What must be nought, whatever was done to the cluster. */
export const faultsIn = (counts: Counts) => ({
  unknown: counts.unknown,
  lost: counts.lost,
  duplicateRows: counts.duplicateRows,
  gaps: counts.gaps,
  torn: counts.torn,
  seqMismatches: counts.seqMismatches,
  strangers: counts.strangers,
  incomplete: counts.readers - counts.complete,
  outOfOrder: counts.outOfOrder,
  duplicatesOnScreen: counts.duplicatesOnScreen,
  capacityViolations: counts.capacityViolations,
  broken: counts.broken,
  exits: counts.exits,
  ...mixFaultsIn(counts),
  ...{ misplacedCopies: counts.misplacedCopies, unsureMerges: counts.unsureMerges },
})
export const noFaults: ReturnType<typeof faultsIn> = {
  ...{ unknown: 0, lost: 0, duplicateRows: 0, gaps: 0, torn: 0, seqMismatches: 0, strangers: 0 },
  ...{
    incomplete: 0,
    outOfOrder: 0,
    duplicatesOnScreen: 0,
    capacityViolations: 0,
    broken: 0,
    exits: 0,
  },
  ...{ ...noMixFaults, misplacedCopies: 0, unsureMerges: 0 },
}

export const report = (counts: Counts): string =>
  [
    `acked ${counts.acked}, unknown ${counts.unknown}, refused ${counts.refused}, resent ${counts.resent}`,
    `rows ${counts.rows}, lost ${counts.lost}, duplicate ${counts.duplicateRows}, gaps ${counts.gaps}, torn ${counts.torn}, seq mismatches ${counts.seqMismatches}, strangers ${counts.strangers}`,
    `readers complete ${counts.complete}/${counts.readers} over ${counts.reconnects} reconnects, out of order ${counts.outOfOrder}, duplicate on screen ${counts.duplicatesOnScreen}`,
    `capacity violations ${counts.capacityViolations}, answers 500 ${counts.broken}, exits ${counts.exits}`,
    reportMix(counts),
    `merged and taken apart ${counts.merges} times, copies misplaced ${counts.misplacedCopies}, unsure ${counts.unsureMerges}`,
  ].join('\n')

/** The rows by conversation in order; a first message's client id stands for its conversation. */
const bookOf = (rows: readonly Row[]) => {
  const conversations = new Map<string, Row[]>()
  const started = new Map<string, string>()
  const entries = new Map<string, Row[]>()
  for (const row of [...rows].sort((a, b) => a.seq - b.seq)) {
    push(conversations, row.conversation, row)
    push(entries, `${row.conversation} ${row.clientId}`, row)
    started.set(row.clientId, row.conversation)
  }
  const idOf = (key: string) => (conversations.has(key) ? key : (started.get(key) ?? key))
  return {
    conversations,
    /** What was written of an op, as it says what its author ever made of it. */
    of: (op: Op): Row[] => {
      const own = op.ids.flatMap((id) => entries.get(`${idOf(op.conversation)} ${id}`) ?? [])
      const texts = new Set(traceableTextsOf(op))
      return own.filter(({ text }) => texts.has(text))
    },
    shownTo: ({ conversation, audience }: Screen) =>
      (conversations.get(idOf(conversation)) ?? []).filter(
        ({ forDesk, changes }) => !changes && (audience === 'desk' || !forDesk),
      ),
  }
}

const push = <T>(lists: Map<string, T[]>, key: string, item: T) => {
  const list = lists.get(key)
  if (list) list.push(item)
  else lists.set(key, [item])
}

/** Places of 1, 2, 3 … that are missing, and places that are taken twice. */
const gapsIn = (rows: readonly Row[]): number => {
  const seqs = new Set(rows.map(({ seq }) => seq))
  return Math.max(...seqs) - seqs.size + (rows.length - seqs.size)
}

const isElsewhere = (op: Op, rows: readonly Row[]) =>
  op.outcome === 'ok' &&
  op.seq !== null &&
  rows.length > 0 &&
  !rows.some(({ seq, clientId }) => seq === op.seq && op.ids.includes(clientId))

const misplaced = ({ items }: Screen, rows: readonly Row[]): number => {
  const seqs = new Map(rows.map(({ clientId, seq }) => [clientId, seq]))
  return items.filter(({ id, seq }) => seqs.get(id) !== seq).length
}

const isComplete = ({ items }: Screen, rows: readonly Row[]) =>
  items.length === rows.length &&
  rows.every((row, at) => {
    const item = items[at]
    if (item?.id !== row.clientId || (row.text !== '' && item.text !== row.text)) return false
    // What stands where a line was shows nothing of what was put to it.
    return looksOf(item) === looksOf(row.notice ? { ...row, reactions: [] } : row)
  })

const looksOf = ({ withdrawn = false, files = [], reactions = [] }: Partial<Now>): string =>
  JSON.stringify([withdrawn, files, reactions])

const duplicatesOn = ({ items }: Screen) => items.length - new Set(items.map(keyOf)).size
const keyOf = ({ id, text }: { id: string; text: string }) => (text === '' ? id : text)

/** What the desk says has no text; all else must be an op's, under one of its ids. */
const strangersIn = (ops: readonly Op[], rows: readonly Row[]): number => {
  const known = new Set(
    ops.flatMap((op) => textsOf(op).flatMap((text) => op.ids.map((id) => `${id} ${text}`))),
  )
  return rows.filter(
    ({ clientId, changes, text }) =>
      text !== '' && !known.has(`${originalOf(changes ?? clientId)} ${text}`),
  ).length
}
