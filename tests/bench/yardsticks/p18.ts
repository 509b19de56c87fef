import { type Change, causedBy, changeLine, IN_LINE, kinds, type Run } from '../line-changes'
import { noCounts } from '../load/job'
import { inTurn, type Yardstick } from '../measure'
import { inOffice } from '../office'
import { short } from '../table'

/** How many look at the line: what one change costs may not depend on it. */
const MANY = 100
const FEW = 10
/** So often somebody joins, writes and leaves. */
const EACH = 5

/** What one change of a line costs the desk, and brings to each who looks at it. */
export const p18: Yardstick = {
  id: 'P18',
  measure: async (bench) => {
    const run = (watchers: number) => () =>
      inOffice(bench, (desk, floors) => changeLine(desk, floors, { watchers, each: EACH }))
    // Counts do not vary as times do: one round says it.
    const runs = await inTurn(
      { ...bench, rounds: 1 },
      { none: run(0), few: run(FEW), many: run(MANY) },
    )
    const [none, few, many] = [runs.none, runs.few, runs.many].map((all) => all.flatMap(changesIn))
    const caused = (some: Change[] = []) => kinds.map((kind) => causedBy(kind, some, none ?? []))
    const [byMany, byFew] = [caused(many), caused(few)]
    const queries = Math.max(...[...byMany, ...byFew].map(({ sum }) => sum))
    const each = kinds.map((kind) => mean((many ?? []).filter((one) => one.kind === kind)) / MANY)
    const kilobytes = mean(many ?? []) / MANY / 1024
    const lost = [...runs.few, ...runs.many].reduce((sum, { closed }) => sum + closed, 0)
    const shared = { floor: '', counts: { ...noCounts, lost }, busy: '' }
    return [
      {
        ...{ id: 'P18a', what: 'one change of a line: reads of lists', ...shared },
        ...{ ours: `${short(queries)} calls`, value: queries },
        bar: { is: 'at most', goal: 1, first: 1 },
        note: `calls of the store beyond those without anybody looking; ${MANY} look: ${said(byMany)}; ${FEW} look: ${said(byFew)}`,
      },
      {
        ...{ id: 'P18b', what: 'one change of a line: bytes to a watcher', ...shared },
        ...{ ours: `${short(kilobytes)} KB`, value: kilobytes },
        bar: { is: 'at most', goal: 1.5, first: 3, unit: 'KB' },
        note: `all bytes on the wire, ${IN_LINE} to ${IN_LINE + 1} in line; ${kinds.map((kind, nth) => `${kind} ${short((each[nth] ?? 0) / 1024)} KB`).join(', ')}`,
      },
    ]
  },
}

const changesIn = ({ changes }: Run) => changes
const mean = (changes: readonly Change[]) =>
  changes.reduce((sum, { bytes }) => sum + bytes, 0) / changes.length

const said = (caused: readonly ReturnType<typeof causedBy>[]) =>
  caused
    .map(({ kind, sum, calls }) => {
      const each = calls.map(({ name, more }) => `${name} ${short(more)}`).join(', ')
      return `${kind} ${short(sum)}${each ? ` (${each})` : ''}`
    })
    .join('; ')
