import { addressOf } from '../../actors/address'
import type { Fact } from '../../actors/facts'
import type { Bus } from '../bus/bus'
import type { Clock, Stop } from '../clock'
import type { Log } from '../log'
import type { HeldFor, ScheduledMessage, TakenMessage } from '../store/ports/scheduled'
import type { Store } from '../store/store'
import type { System } from './system'

/**
 * How long one is in hand at most, ms: a node that dies with it leaves it to another after that. Each
 * is taken for itself, when its turn has come: those that wait for a slow one are free meanwhile.
 */
const LEASE_MS = 30_000
/** How often it is looked for what nobody rang for, ms. */
const LOOK_MS = 10_000

type Parts = {
  store: Pick<Store, 'scheduled'>
  system: Pick<System, 'send' | 'current'>
  bus: Bus
  clock: Clock
  log: Log
}

/**
 * Sends messages that were to be sent later, when they are due. Each goes under the client id that it
 * was written with, so that it is said once, whoever sends it how often. Whether it may still be said
 * is decided in the turn of its conversation.
 */
export const openScheduled = (parts: Parts) => {
  const { store, bus, clock, log } = parts
  const stops: Stop[] = []
  let soon: { at: number; stop: Stop } | undefined
  let underway: Promise<void> | undefined
  let closed = false

  const wakeAt = (at: number) => {
    if (closed || (soon && soon.at <= at)) return
    soon?.stop()
    const now = clock.now()
    soon = { at, stop: clock.after(Math.max(0, at - now), () => void run()) }
  }
  const hear = ({ what, at }: Fact) => {
    if (what === 'scheduled' && at !== undefined) wakeAt(at)
  }
  const run = async () => {
    soon = undefined
    // One that is at it may have looked before this was due.
    await underway
    underway ??= sendDue().finally(() => {
      underway = undefined
    })
    return underway
  }
  const sendDue = async () => {
    try {
      while (!closed) {
        const one = await take()
        if (!one) break
        await sendScheduled(parts, one)
      }
      const next = await store.scheduled.nextDue(clock.now())
      if (next !== null) wakeAt(Math.min(next, clock.now() + LOOK_MS))
    } catch (problem) {
      log.warn('Messages that are due could not be sent yet', { problem })
    }
  }
  const take = () => {
    const now = clock.now()
    return store.scheduled.take(now, now + LEASE_MS)
  }

  return {
    start() {
      stops.push(
        bus.subscribeAll(hear),
        bus.onReconnect(() => wakeAt(clock.now())),
      )
      stops.push(clock.every(LOOK_MS, () => wakeAt(clock.now())))
      wakeAt(clock.now())
    },
    async stop() {
      closed = true
      soon?.stop()
      for (const stop of stops) stop()
      await underway
    },
  }
}

/** Says one now, or keeps why it cannot be said. What was said already is done. */
export const sendScheduled = async (
  { store, system, bus, clock }: Omit<Parts, 'log'>,
  message: ScheduledMessage & Partial<TakenMessage>,
): Promise<void> => {
  // Whatever kept this node from it so long, it is another's by now, and may say something else.
  if (message.leasedUntil !== undefined && message.leasedUntil <= clock.now()) return
  const { conversation, clientId, agent, name, text, answers, seq } = message
  const topic = addressOf('conversation', conversation)
  const sent = await system.send(topic, {
    ...{ type: 'said', at: clock.now(), by: 'agent', author: agent, name, clientId, text },
    ...(answers === null ? {} : { answers }),
    ...(seq === null ? {} : { unlessAskedSince: seq }),
  })
  const isSent = sent.outcome === 'done' || sent.outcome === 'repeat'
  if (isSent) await store.scheduled.sent(conversation, clientId)
  else {
    const why = sent.outcome === 'parked' ? 'broken' : await whyNot(system, message)
    await store.scheduled.hold(message, why, clock.now())
  }
  bus.publish([{ topic, what: 'scheduled' }])
}

const whyNot = async (
  system: Pick<System, 'current'>,
  { conversation, agent }: ScheduledMessage,
): Promise<HeldFor> => {
  const known = await system.current(addressOf('conversation', conversation))
  if (known?.row.closedAt !== null) return 'ended'
  return known.row.agent === agent ? 'visitor' : 'holder'
}
