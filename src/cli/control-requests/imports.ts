import { BROUGHT_IN } from '../../../actors/moving/brought-in'
import { isProblem, type Problem } from '../../../actors/problem'
import { auditRow, commandLine } from '../../commands/audit'
import { type CannedRecord, type Imported, importCanned } from '../../commands/canned/import'
import type { Desk } from '../../commands/desk'
import type { Moved, Numbered } from '../../commands/moving/moved'
import { openMover } from '../../commands/moving/mover'
import {
  importVisitors,
  type VisitorRecord,
  type VisitorsImported,
} from '../../commands/visitors/import'

/** What was taken over out of a file. */
export type TakenOver = { imported: Imported } | { visitors: VisitorsImported } | { moved: Moved }

/** These tell the audit of all of it at once. */
export const isTold = (what: string): boolean =>
  ['canned import', 'visitor import', 'moving import'].includes(what)

export const takeCanned = async (
  desk: Desk,
  { records }: { records: CannedRecord[] },
): Promise<TakenOver | Problem> => {
  const imported = await importCanned(desk, records)
  if (isProblem(imported)) return imported
  const value = `${imported.made} + ${imported.changed}`
  await desk.store.audit.add(auditRow(desk, commandLine, 'imported', 'list:canned', { value }))
  return { imported }
}

export const takeVisitors = async (
  desk: Desk,
  { records, dry }: { records: readonly VisitorRecord[]; dry: boolean },
): Promise<TakenOver | Problem> => {
  const visitors = await importVisitors(desk, null, records, { dry })
  const { made, changed, same, wrongCount } = visitors
  if (dry || wrongCount > 0) return { visitors }
  const detail = { made, changed, same }
  await desk.store.audit.add(auditRow(desk, commandLine, 'imported', 'list:visitors', detail))
  return { visitors }
}

/** Some lines of what was written elsewhere; at their end the audit is told of all of them. */
export const takeMoved = async (
  desk: Desk,
  { lines, told }: { lines: readonly Numbered[]; told?: string },
): Promise<TakenOver> => {
  const moved = await openMover(desk.store, desk, { now: desk.clock.now }).take(lines)
  if (told !== undefined) {
    desk.bus.publish([{ topic: BROUGHT_IN, what: 'state' }])
    const detail = { value: told }
    await desk.store.audit.add(auditRow(desk, commandLine, 'imported', 'list:desk', detail))
  }
  return { moved }
}
