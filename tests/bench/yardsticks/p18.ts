import { ask } from '../../chaos/ask'
import { jar } from '../../chaos/people'
import type { Calls } from '../counted-store'
import { noCounts } from '../load/job'
import { median } from '../load/percentile'
import { text } from '../load/talks'
import { inTurn, type Yardstick } from '../measure'
import { type Floor, inOffice, openWatchers } from '../office'
import { short } from '../table'

/** How many look at the line: what one change costs may not depend on it. */
const MANY = 100
const FEW = 10
/** Who waits already when the changes begin. */
const IN_LINE = 3
const CHANGES_EACH = 5
/** Between two changes, so that none shares its news with the next, ms. */
const PAUSE_MS = 1_200
/** Ports of post, turns and identity: what they are asked does not depend on who looks. */
const BESIDE = /^(turns|mail|accounts|visits|nodes)\./

const kinds = ['joined', 'wrote', 'left'] as const
type Kind = (typeof kinds)[number]
type Change = { kind: Kind; calls: Calls; bytes: number }
type Run = { changes: Change[]; closed: number }

/** What one change of a line costs the desk, and brings to each who looks at it. */
export const p18: Yardstick = {
  id: 'P18',
  measure: async (bench) => {
    const run = (watchers: number) => () =>
      inOffice(bench, (desk, floors) => changeLine(desk, floors, watchers))
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

/** The middle count of each call, less what the same change costs while nobody looks. */
const causedBy = (kind: Kind, changes: readonly Change[], without: readonly Change[]) => {
  const names = new Set(changes.flatMap(({ calls }) => Object.keys(calls)))
  const usual = (some: readonly Change[], name: string) =>
    median(some.flatMap((one) => (one.kind === kind ? [one.calls[name] ?? 0] : [])))
  const calls = [...names]
    .filter((name) => !BESIDE.test(name))
    .map((name) => ({ name, more: Math.max(0, usual(changes, name) - usual(without, name)) }))
    .filter(({ more }) => more > 0)
  return { kind, calls, sum: calls.reduce((sum, { more }) => sum + more, 0) }
}

const said = (caused: readonly ReturnType<typeof causedBy>[]) =>
  caused
    .map(({ kind, sum, calls }) => {
      const each = calls.map(({ name, more }) => `${name} ${short(more)}`).join(', ')
      return `${kind} ${short(sum)}${each ? ` (${each})` : ''}`
    })
    .join('; ')

/** Visitors join, write and leave one by one while so many look at the line of one department. */
const changeLine = async (
  desk: Parameters<typeof openWatchers>[0],
  floors: readonly Floor[],
  count: number,
): Promise<Run> => {
  const [floor] = floors
  if (!floor) throw new Error('no department')
  const line: string[] = []
  const join = async () => void line.push(await start(desk.url, floor.id))
  for (let nth = 0; nth < IN_LINE; nth += 1) await join()
  const watchers = floor.agents.slice(0, count).map((cookie) => ({ cookie, view: 'mine' as const }))
  const { pushed, end } = await openWatchers(desk, watchers, () => {})
  const post = (cookie = '', path: string, form: Record<string, string>) =>
    asked(`${desk.url}/chat/${path}`, form, cookie)
  const does: Record<Kind, () => Promise<unknown>> = {
    joined: join,
    wrote: () => post(line.at(-1), 'messages', { text, client_id: Bun.randomUUIDv7() }),
    left: () => post(line.shift(), 'closure', {}),
  }
  const changes: Change[] = []
  for (let nth = 0; nth < CHANGES_EACH; nth += 1)
    for (const kind of kinds) {
      await desk.read()
      const before = pushed.bytes
      await does[kind]()
      await Bun.sleep(PAUSE_MS)
      const { calls } = await desk.read()
      changes.push({ kind, calls, bytes: pushed.bytes - before })
    }
  end()
  return { changes, closed: pushed.closed }
}

const asked = async (url: string, form: Record<string, string>, cookie = '') => {
  const told = await ask(url, { form, cookie, within: 20_000 })
  if (told.status >= 400) throw new Error(`refused: ${told.status} ${told.text.slice(0, 300)}`)
  return told
}

const start = async (url: string, department: string): Promise<string> => {
  const id = Bun.randomUUIDv7()
  const form = { name: `Vera ${id.slice(-6)}`, text, department, client_id: id }
  return jar(...(await asked(`${url}/chat`, form)).cookies)
}
