import type { Stop } from '../../clock'
import type { Desk } from '../desk'
import { runErasure } from './erasing/run'

/** How often it is looked for erasures that somebody asked for, ms; and after one that failed. */
const LOOK_MS = 2_000
const REST_MS = 60_000
/** How long one node has this work for itself, ms, and how often it says that it goes on. */
const LEASE_MS = 60_000
const RENEW_MS = 15_000
const LEASE = 'erasures'

/**
 * Erases those whom somebody asked to erase, one after the other, on one of all nodes: what a node that
 * died has begun, another goes on with.
 */
export const openEraser = ({ node, desk }: { node: string; desk: Desk }) => {
  const { store, clock, log } = desk
  let soon: Stop | undefined
  let underway: Promise<void> | undefined
  let closed = false

  const lease = (lastsMs: number) => {
    const now = clock.now()
    return store.search.lease(LEASE, node, now, now + lastsMs)
  }
  const isOurs = async () => !closed && lease(LEASE_MS)
  const wake = (ms: number) => {
    if (closed) return
    soon = clock.after(ms, () => {
      underway = attempt()
    })
  }
  const attempt = async () => {
    let rest = LOOK_MS
    try {
      await round()
    } catch (problem) {
      rest = REST_MS
      log.warn('Somebody could not be erased yet', { problem })
    }
    wake(rest)
  }
  const round = async () => {
    if (!(await store.erasures.next()) || !(await isOurs())) return
    const stop = clock.every(RENEW_MS, () => void lease(LEASE_MS).catch(() => {}))
    try {
      await eraseAll()
    } finally {
      stop()
      await lease(-1)
    }
  }
  /** One that cannot be erased yet keeps nobody else waiting. */
  const eraseAll = async () => {
    const problems: unknown[] = []
    let next = await store.erasures.next()
    while (next && (await isOurs())) {
      const { id } = next
      try {
        await runErasure(desk, next, isOurs)
      } catch (problem) {
        await tellProblem(desk, id, problem)
        problems.push(problem)
      }
      next = await store.erasures.next(id)
    }
    if (problems.length > 0) throw problems[0]
  }

  return {
    start: () => wake(LOOK_MS),
    /** Erases all there is to erase, now; for those who turn the clock themselves. */
    round,
    async stop() {
      closed = true
      soon?.()
      await underway
    },
  }
}

const PROBLEM_CHARS = 500

/** Whoever looks at it reads why it does not go on. */
const tellProblem = async ({ store }: Desk, id: string, problem: unknown) => {
  const erasure = await store.erasures.find(id).catch(() => undefined)
  if (!erasure) return
  const said = problem instanceof Error ? problem.message : String(problem)
  await store.erasures.save({ ...erasure, problem: said.slice(0, PROBLEM_CHARS) }).catch(() => {})
}
