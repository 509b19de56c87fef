import { ask } from '../chaos/ask'
import { jar } from '../chaos/people'
import type { Calls } from './counted-store'
import type { GaugedDesk } from './gauged-desk'
import { median } from './load/percentile'
import { text } from './load/talks'
import { type Floor, openWatchers } from './office'

/** Who waits already when the changes begin. */
export const IN_LINE = 3
/** Between two changes, so that none shares its news with the next, ms. */
const PAUSE_MS = 1_200
/** Ports of post, turns, identity and of workers: what they are asked does not depend on who looks. */
const BESIDE = /^(turns|mail|accounts|visits|nodes|audit|tags)\./

export const kinds = ['joined', 'wrote', 'left'] as const
type Kind = (typeof kinds)[number]
export type Change = { kind: Kind; calls: Calls; bytes: number }
export type Run = { changes: Change[]; closed: number }

/** The middle count of each call, less what the same change costs while nobody looks. */
export const causedBy = (kind: Kind, changes: readonly Change[], without: readonly Change[]) => {
  const names = new Set(changes.flatMap(({ calls }) => Object.keys(calls)))
  const usual = (some: readonly Change[], name: string) =>
    median(some.flatMap((one) => (one.kind === kind ? [one.calls[name] ?? 0] : [])))
  const calls = [...names]
    .filter((name) => !BESIDE.test(name))
    .map((name) => ({ name, more: Math.max(0, usual(changes, name) - usual(without, name)) }))
    .filter(({ more }) => more > 0)
  return { kind, calls, sum: calls.reduce((sum, { more }) => sum + more, 0) }
}

/** Visitors join, write and leave in turn, so often each, while some look at the line. */
export const changeLine = async (
  desk: GaugedDesk & { file: string },
  floors: readonly Floor[],
  { watchers: count, each }: { watchers: number; each: number },
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
  for (let nth = 0; nth < each; nth += 1)
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
