import { idOf, kindOf } from '../../actors/address'
import type { Fact } from '../../actors/facts'
import type { Edition, Language } from '../../views/words/language'
import type { Bus } from '../bus/bus'
import type { Clock, Stop } from '../clock'
import { writeReports } from '../commands/reports/mail'
import type { Log } from '../log'
import { deskZone } from '../reads/desk-zone'
import type { ClosedKey } from '../store/ports/conversations'
import type { Store } from '../store/store'
import { type Post, sendLetters } from './sender'
import { GONE_MS, writeLeft, writeLetter } from './writer'

/** How often is looked whether one is to be written or sent, ms. */
const LOOK_MS = 15_000
/** For how long a node has the work, ms: when it is gone, another takes it over after that. */
const LEASE_MS = 60_000
/** Conversations that are looked over together, and how long it rests after these, ms. */
const OPEN_ROWS = 100
const REST_MS = 100
/** After its end a conversation is looked at for so long, ms: what was said last may be unseen. */
const ENDED_MS = 3_600_000
/** For how long a stop waits for a mail that is on its way, ms; it goes again under the same id. */
const STOP_MS = 5_000

export type LetterParts = {
  node: string
  store: Store
  bus: Pick<Bus, 'subscribeAll' | 'onReconnect'>
  clock: Clock
  log: Log
  secret: string
  baseUrl: string
  /** A language as visitors read it now; left out, as it is built in. */
  edition?: (language: Language) => Edition
  post: Post
}

/**
 * The mail of the desk. What a command wrote down is sent; to visitors who are gone and have not seen an
 * answer one is written here. It hears by the bus where something was said, and looks over all open conversations and those of the last hour at its start and after rings were missed. What is
 * to be sent stands in the store before it is sent. Among nodes one does it.
 */
export const openLetters = (parts: LetterParts) => {
  const { bus, clock, log } = parts
  /** When to look at a conversation, ms UTC. */
  const looks = new Map<string, number>()
  const stops: Stop[] = []
  let swept = false
  let closed = false
  let underway: Promise<void> | undefined

  const isOurs = turnsOf(parts, () => {
    swept = false
  })
  const hear = ({ topic, what, entry }: Fact) => {
    if (what !== 'said' || kindOf(topic) !== 'conversation' || entry?.by === 'visitor') return
    const id = idOf(topic)
    if (!looks.has(id)) looks.set(id, clock.now() + GONE_MS)
  }
  const sweep = async () => {
    swept = true
    const look = (id: string) => {
      looks.set(id, 0)
      return closed
    }
    await eachAnswered(parts, look)
    await eachEnded(parts, look)
  }
  const write = async () => {
    const now = clock.now()
    const due = [...looks].filter(([, at]) => at <= now)
    for (const [id] of due) {
      if (closed) return
      looks.delete(id)
      await writeLeft(parts, id)
      const again = await writeLetter(parts, id)
      if (again !== undefined) looks.set(id, again)
    }
  }
  const round = async () => {
    try {
      if (!(await isOurs())) return looks.clear()
      if (!swept) await sweep()
      await write()
      await writeReports(parts, deskZone)
      // A server may take its time with each: by then it may be another node's turn.
      await sendLetters(parts, async () => !closed && (await isOurs()))
    } catch (problem) {
      // Whatever it was, it is looked for again.
      swept = false
      log.warn('Mail could not be written', { problem })
    }
  }
  const run = (): Promise<void> => {
    underway ??= round().finally(() => {
      underway = undefined
    })
    return underway
  }

  return {
    start() {
      stops.push(bus.subscribeAll(hear))
      stops.push(
        bus.onReconnect(() => {
          swept = false
        }),
      )
      stops.push(clock.every(LOOK_MS, () => void run()))
    },
    /** One look, now; for those who turn the clock themselves. */
    round: run,
    async stop() {
      closed = true
      for (const stop of stops) stop()
      await doneOrLate(clock, underway)
    },
  }
}

/** Waits for what is underway, or for as long as a stop may take; no timer is left that kept the program alive. */
const doneOrLate = async (clock: LetterParts['clock'], underway: Promise<unknown> | undefined) => {
  const late = Promise.withResolvers<void>()
  const cut = clock.after(STOP_MS, () => late.resolve())
  await Promise.race([underway, late.promise])
  cut()
}

/** Calls with each open conversation that somebody of the desk had to do with, or nobody came to, until told to stop. */
const eachAnswered = async ({ store, clock }: LetterParts, tell: (id: string) => boolean) => {
  for (let after = ''; ; ) {
    const rows = await store.conversations.open(after, OPEN_ROWS)
    for (const { id, agentName, state } of rows)
      if ((agentName !== '' || state === 'left') && tell(id)) return
    after = rows.at(-1)?.id ?? ''
    if (rows.length < OPEN_ROWS) return
    await clock.sleep(REST_MS)
  }
}

/** The same with those that ended a short while ago, newest first. */
const eachEnded = async ({ store, clock }: LetterParts, tell: (id: string) => boolean) => {
  const since = clock.now() - ENDED_MS
  for (let until: ClosedKey | undefined; ; ) {
    const rows = await store.conversations.matching({ open: false }, until, OPEN_ROWS)
    const late = rows.filter(({ closedAt }) => (closedAt ?? 0) >= since)
    for (const { id, agentName } of late) if (agentName !== '' && tell(id)) return
    const last = late.at(-1)
    if (!last || late.length < OPEN_ROWS) return
    until = { at: last.closedAt ?? 0, id: last.id }
    await clock.sleep(REST_MS)
  }
}

/** Whose turn it is among nodes. What another heard until now is not known here: `took` is called. */
const turnsOf = ({ node, store, clock }: LetterParts, took: () => void) => {
  let had = false
  return async (): Promise<boolean> => {
    if (!store.shared) return true
    const now = clock.now()
    const has = await store.search.lease('letters', node, now, now + LEASE_MS)
    if (has && !had) took()
    had = has
    return has
  }
}
