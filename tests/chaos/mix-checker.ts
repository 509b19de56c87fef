import { reactionsOf, statesOf } from './expected'
import type { Op, Remains, Row, Screen } from './history'

export type MixCounts = {
  /** Answered: changes of messages, files, notes and tags. */
  changed: number
  files: number
  notes: number
  /** Messages that say something else than what was answered last, or lack an answered emoji. */
  stale: number
  /** Changes and tags that were never answered. */
  unsure: number
  /** Changes and tags that were refused: each is its author's own, in time, and done again it is done. */
  refusedChanges: number
  /** Answers with status 500 to changes and tags. */
  brokenChanges: number
  tagsLost: number
  /** Files that one of those who may read them was not given as they were sent. */
  filesLost: number
  /** Files that are kept and that nobody speaks of. */
  filesLeft: number
  /** Words that were taken back or said otherwise, and are somewhere all the same. */
  traces: number
  /** Times that a visitor was brought what is between colleagues. */
  leaks: number
  /** Pages that show something else than the same page opened anew. */
  unlikeFresh: number
}

type Mix = {
  ops: readonly Op[]
  screens: readonly Screen[]
  remains: Partial<Remains>
  of: (op: Op) => Row[]
}

/** What became of all that is not simply a message. Pure. */
export const mixIn = ({ ops, screens, remains, of }: Mix): MixCounts => {
  const { fetched = [], tagged = [], tags = [], traces = [], kept, fresh = [] } = remains
  const attempts = [...ops.flatMap(({ changes = [] }) => changes), ...tagged]
  const acked = ops.filter(({ outcome }) => outcome === 'ok')
  const told = new Set(ops.flatMap(of).flatMap(({ files = [] }) => files))
  const inside = [...screens, ...fresh].filter(({ audience }) => audience === 'visitor')
  return {
    changed: attempts.filter(({ outcome }) => outcome === 'ok').length,
    files: acked.filter(({ file }) => file).length,
    notes: acked.filter((op) => op.inside).length,
    stale: acked.filter((op) => isStale(op, of(op))).length,
    unsure: attempts.filter(({ outcome }) => outcome === 'unknown').length,
    refusedChanges: attempts.filter(({ outcome }) => outcome === 'fail').length,
    brokenChanges: attempts.reduce((sum, { broken }) => sum + broken, 0),
    tagsLost: tagged.filter((one) => one.outcome === 'ok' && !tags.some(isTag(one))).length,
    filesLost: fetched.filter(({ same }) => !same).length + missing(told, kept),
    filesLeft: (kept ?? []).filter((id) => !told.has(id)).length,
    traces: traces.length,
    leaks: inside.reduce((sum, { inside }) => sum + inside, 0),
    unlikeFresh: fresh.filter((page) => !screens.some((screen) => isAlike(screen, page))).length,
  }
}

/** What must be nought, whatever was done to the cluster. */
export const mixFaultsIn = (counts: MixCounts): Omit<MixCounts, 'changed' | 'files' | 'notes'> => ({
  ...{ stale: counts.stale, unsure: counts.unsure },
  ...{ refusedChanges: counts.refusedChanges, brokenChanges: counts.brokenChanges },
  ...{ tagsLost: counts.tagsLost, filesLost: counts.filesLost, filesLeft: counts.filesLeft },
  ...{ traces: counts.traces, leaks: counts.leaks, unlikeFresh: counts.unlikeFresh },
})

export const noMixFaults: ReturnType<typeof mixFaultsIn> = {
  ...{
    stale: 0,
    unsure: 0,
    refusedChanges: 0,
    brokenChanges: 0,
    tagsLost: 0,
    filesLost: 0,
    filesLeft: 0,
  },
  ...{ traces: 0, leaks: 0, unlikeFresh: 0 },
}

export const reportMix = (counts: MixCounts): string =>
  [
    `changed ${counts.changed}, files ${counts.files}, notes ${counts.notes}, stale ${counts.stale}, unsure ${counts.unsure}, refused ${counts.refusedChanges}, tags lost ${counts.tagsLost}`,
    `files lost ${counts.filesLost}, left ${counts.filesLeft}, traces ${counts.traces}, leaks ${counts.leaks}, unlike a fresh page ${counts.unlikeFresh}`,
  ].join('\n')

export const isStale = (op: Op, rows: readonly Row[]): boolean =>
  rows.some(({ text, withdrawn = false, reactions = [] }) => {
    if (!statesOf(op).includes(withdrawn ? null : text)) return true
    return !withdrawn && !reactionsOf(op).every((one) => reactions.some(isAtLeast(one)))
  })

/** The same emoji, by as many or by more: one whose answer never came may be there. */
const isAtLeast = (wanted: string) => (there: string) => {
  const [[emoji, count], [other, more]] = [wanted.split(' '), there.split(' ')]
  return emoji === other && Number(more) >= Number(count)
}

type Tag = { conversation: string; tag: string }
const isTag =
  ({ conversation, tag }: Tag) =>
  (other: Tag) =>
    other.conversation === conversation && other.tag === tag

/** Files that entries tell of and that are kept nowhere. */
const missing = (told: ReadonlySet<string>, kept: readonly string[] | undefined): number =>
  kept === undefined ? 0 : [...told].filter((id) => !kept.includes(id)).length

/** Whether a page that was followed and one that was opened anew show the same. */
const isAlike = (screen: Screen, page: Screen): boolean => {
  if (screen.reader !== page.reader || screen.conversation !== page.conversation) return false
  // A page opens with the newest.
  const shown = screen.items.slice(-page.items.length)
  return page.items.length > 0 && JSON.stringify(shown) === JSON.stringify(page.items)
}
