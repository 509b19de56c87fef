import { idOf, type Kind, kindOf } from '../../actors/address'
import type { Fact } from '../../actors/facts'
import { BROUGHT_IN } from '../../actors/moving/brought-in'
import type { Bus } from '../bus/bus'
import type { Clock, Stop } from '../clock'
import type { Log } from '../log'
import type { Store } from '../store/store'
import { openPause } from './follower/pause'
import { openSweep } from './follower/sweep'
import { openTurns } from './follower/turns'

/** What happens within so long is taken in together, ms. */
const GATHER_MS = 200
/** How often it is looked whether all is to be made anew, and whether a node is still at it, ms. */
const LOOK_MS = 10_000
/** Actors that are looked at together. */
const TOGETHER = 64

export type FollowerParts = {
  node: string
  store: Pick<Store, 'search' | 'accounts' | 'shared'>
  bus: Pick<Bus, 'subscribeAll' | 'onReconnect'>
  clock: Clock
  log: Log
}

/** What is made of actors and follows them: an index of what was said, or what is counted of them. */
export type Followed<Behind> = {
  /** By which its lease is known. */
  name: string
  /** Of which actors it is made. */
  kind: Kind
  /** Under which setting it stands what it was made of, and what it is made of now: of another it is made anew. */
  setting: string
  version: string
  /**
   * How long it rests after some work, in times of that work, where the desk is alone with its store: while it
   * follows what happens, and while it catches up with what was.
   */
  rests: number
  catchingUpRests: number
  /** Those before an id that are behind, newest first, and where to go on. */
  behind(before: string | null, limit: number): Promise<{ behind: Behind[]; next: string | null }>
  behindOf(ids: readonly string[]): Promise<Behind[]>
  /**
   * Takes in of them what one write holds; `looked` are those that were rung. Answers how many it took in,
   * and those of which there is more.
   */
  take(
    behind: readonly Behind[],
    looked: readonly string[],
  ): Promise<{ taken: number; left: string[] }>
  /** Forgets some of all there is; answers whether there is more. */
  clear(): Promise<boolean>
  says: { upToDate: string; anew: string; failed: string }
}

/**
 * Takes in what happened to actors, a moment after it did: who says something waits for none of it. It
 * hears of each by the bus, and looks over all of them for what it did not hear of: at its start, after
 * rings were missed, when much was brought in from elsewhere, and once an hour. Among nodes one does it.
 */
export const openFollower = <Behind>(followed: Followed<Behind>, parts: FollowerParts) => {
  const { bus, clock } = parts
  const heard = new Set<string>()
  const sweep = openSweep(followed, parts)
  const turns = openTurns(followed, parts, { took: sweep.again })
  const pause = openPause(clock)
  const stops: Stop[] = []
  let soon: Stop | undefined
  let underway: Promise<void> | undefined
  let closed = false

  const hear = ({ topic, what }: Fact) => {
    if ((what !== 'said' && what !== 'state') || kindOf(topic) !== followed.kind) return
    if (topic === BROUGHT_IN) sweep.again()
    else heard.add(idOf(topic))
    wake(GATHER_MS)
  }
  const wake = (ms: number) => {
    if (closed || underway) return
    soon ??= clock.after(ms, () => void run())
  }
  /** Takes in some of what there is to take in: whether there was any, and whether it was rung. */
  const step = async () => {
    const some = [...heard].slice(0, TOGETHER)
    for (const id of some) heard.delete(id)
    const found = some.length > 0 ? await followed.behindOf(some) : await sweep.next()
    const { taken, left } = await followed.take(found, some)
    for (const id of left) heard.add(id)
    return { more: some.length + taken > 0 || sweep.isUnderway(), isRung: some.length > 0 }
  }
  const run = () => {
    soon = undefined
    underway = attempt().finally(() => {
      underway = undefined
      if (heard.size > 0) wake(GATHER_MS)
    })
    return underway
  }
  const attempt = async () => {
    try {
      if (!(await turns.isOurs())) return heard.clear()
      await renewed(followed, parts, sweep.again)
      for (let more = true; more && !closed; ) {
        const from = clock.ticks()
        const did = await step()
        more = did.more
        if (more && !closed) await pause.wait(turns.restMs(clock.ticks() - from, did.isRung))
      }
    } catch (problem) {
      // Whatever it was, it is looked for again.
      sweep.again()
      parts.log.warn(followed.says.failed, { problem })
    }
  }

  return {
    start() {
      stops.push(bus.subscribeAll(hear), bus.onReconnect(sweep.again))
      stops.push(clock.every(LOOK_MS, () => wake(0)))
      wake(0)
    },
    /** Takes in all there is, now; for those who turn the clock themselves. */
    round: async () => {
      await underway
      await run()
    },
    async stop() {
      closed = true
      soon?.()
      pause.end()
      for (const stop of stops) stop()
      await underway
    },
  }
}
export type Follower = ReturnType<typeof openFollower>

/** Forgets all of it when it is made of something else than ours. */
const renewed = async <Behind>(
  { setting, version, clear, says }: Followed<Behind>,
  { store, clock, log }: FollowerParts,
  again: () => void,
) => {
  if ((await store.accounts.setting(setting)) === version) return
  while (await clear()) await clock.sleep(GATHER_MS / 10)
  await store.accounts.setSetting(setting, version)
  again()
  log.info(says.anew)
}
