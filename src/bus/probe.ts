import type { Clock } from '../clock'
import { serverUrl } from '../config/server-url'
import { type Link, openLink } from './link'
import { reasonOf } from './reasons'
import type { Reason } from './reasons/rules'
import { bellOf, PREFIX } from './redis'
import { decode, encode } from './wire'

/** How long a message may take from one connection to the other, ms. */
const ECHO_MS = 2_000

/**
 * Rings once on the desk's own channel, as a node would, and hears whether it comes back. Answers how
 * long that took in ms, or why it does not work. A desk that is open takes it for a node that came and
 * went.
 */
export const probeRedis = async (
  url: string,
  clock: Clock,
  prefix: string = PREFIX,
): Promise<{ tookMs: number } | Reason> => {
  const server = serverUrl('redis', url)
  const channel = bellOf(prefix)
  const { promise: refused, resolve: refuse } = Promise.withResolvers<Reason>()
  const report = (problem: Error) => {
    const reason = reasonOf(problem, { server, channel })
    if (reason) refuse(reason)
    return reason
  }
  const hears = openLink(server, clock, report, 'once')
  const speaks = openLink(server, clock, report, 'once')
  const silent: Reason = { kind: 'away', says: 'its message never came back', remedy: undefined }
  const late = clock.after(server.connectMs + ECHO_MS, () => refuse(silent))
  // A fault that is only the consequence of another waits for that to be told.
  const rung = ring(hears, speaks, channel, clock.id()).catch(
    (problem: Error) => report(problem) ?? refused,
  )
  try {
    return await Promise.race([rung, refused])
  } finally {
    late()
    for (const { redis } of [hears, speaks]) redis.disconnect()
  }
}

const ring = async (hears: Link, speaks: Link, channel: string, node: string) => {
  const { promise: echo, resolve } = Promise.withResolvers<void>()
  hears.redis.on('message', (_, text) => {
    if (decode(text)?.node === node) resolve()
  })
  await Promise.all([hears, speaks].map(ready))
  const beganMs = performance.now()
  await hears.redis.subscribe(channel)
  await speaks.redis.publish(channel, encode({ node, n: 0, facts: [] }))
  await echo
  return { tookMs: Math.ceil(performance.now() - beganMs) }
}

const ready = ({ redis }: Link) => new Promise<void>((resolve) => redis.once('ready', resolve))
