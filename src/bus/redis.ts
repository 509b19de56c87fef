import type { Clock } from '../clock'
import { serverUrl } from '../config/server-url'
import type { Log } from '../log'
import type { Bus } from './bus'
import { openChannel } from './channel'
import { openLink } from './link'
import { openLocalBus } from './local'
import { openReceiver } from './receiver'
import { openReport } from './report'
import { openSender } from './sender'

export type RedisBusOptions = {
  /** `redis://` or `rediss://`, with the password if there is one. */
  url: string
  log: Log
  clock: Clock
  /** Desks that share a Redis take different ones. */
  prefix?: string
}

/**
 * What became of the rings since the start: facts told to the others, facts they could not be
 * told, facts heard, messages and facts refused, and gaps noticed in what others told.
 */
export type Counts = { sent: number; lost: number; heard: number; refused: number; missed: number }

export type RedisBus = Bus & { counts(): Counts }

/** What names of ours on a Redis begin with. */
export const PREFIX = 'bellhop:'

/** The one channel that nodes of a desk need to hear and to speak on. */
export const bellOf = (prefix: string) => `${prefix}bell`

/** How often a node says that it is there, in ms; a ring that was missed is noticed by the next. */
const HEARTBEAT_MS = 1_000
/**
 * The bell between nodes: the local one, and a relay to the other nodes on one Redis channel.
 *
 * Redis may be absent, slow, stopped or full of lies: local listeners hear at once whatever
 * it does, nothing ever waits for it, and it comes back by itself. Every message carries its
 * sender's number, so a node that missed one knows it within a beat and says so (`onReconnect`).
 */
export const openRedisBus = ({ url, log, clock, prefix = PREFIX }: RedisBusOptions): RedisBus => {
  const node = clock.id()
  const counts: Counts = { sent: 0, lost: 0, heard: 0, refused: 0, missed: 0 }
  const server = serverUrl('redis', url)
  const name = bellOf(prefix)
  const report = openReport(log, { server, channel: name })
  const outward = openLink(server, clock, report.problem)
  const inward = openLink(server, clock, report.problem)
  const local = openLocalBus({ log })
  const sender = openSender(outward, name, node, counts)
  const receiver = openReceiver(node, counts, clock, local.publish)
  const channel = openChannel(
    { name, inward, outward },
    {
      open() {
        receiver.invalidate()
        sender.beat()
      },
      hear: receiver.hear,
      // Others are heard before this node hears itself: that it does not yet is told by the beats.
      changed: () => {
        if (state() === 'up') report.tell('up')
      },
    },
  )
  const state = () => (channel.isOpen() ? 'up' : 'down')
  const stopBeats = clock.every(HEARTBEAT_MS, () => {
    channel.beat()
    sender.beat()
    report.tell(state())
  })
  return {
    ...local,
    publish(facts) {
      local.publish(facts)
      sender.say(facts)
    },
    onReconnect: receiver.onReconnect,
    state,
    counts: () => ({ ...counts }),
    async close() {
      stopBeats()
      await sender.close()
      receiver.close()
      channel.close()
      await local.close()
    },
  }
}
