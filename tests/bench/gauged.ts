/**
 * The desk as `serve` opens it, with gauges inside: for how long its event loop stood still and
 * which calls its store took. They are read, and begin anew, at a port of their own.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { readConfig } from '../../src/config'
import { serveDesk } from '../../src/open'
import { countCalls } from './counted-store'

/** How often it is looked whether the event loop turns, ms. */
const TICK_MS = 5

export type Gauges = {
  /** The longest time the event loop stood still, ms. */
  stall: number
  /** The most CPU time its thread used meanwhile, ms: what stood still for others is not in it. */
  work: number
  calls: Record<string, number>
}

const counter = countCalls()
const served = await serveDesk(readConfig(process.env), { aroundStore: counter.around })
const stalls = monitorEventLoopDelay({ resolution: TICK_MS })
stalls.enable()

let spent = process.threadCpuUsage()
let work = 0
const tick = () => {
  const { user, system } = process.threadCpuUsage(spent)
  work = Math.max(work, (user + system) / 1000)
  spent = process.threadCpuUsage()
}
setInterval(tick, TICK_MS)

const read = async (): Promise<Gauges> => {
  const calls = counter.look()
  // A stall that has just ended is known a tick later.
  await Bun.sleep(2 * TICK_MS)
  const seen = { stall: stalls.max / 1e6, work, calls }
  stalls.reset()
  work = 0
  return seen
}

const gauges = Bun.serve({
  port: 0,
  hostname: '127.0.0.1',
  fetch: async () => Response.json(await read()),
})
console.log(`gauges ${gauges.port}`)

process.once('SIGTERM', async () => {
  await served.close()
  process.exit(0)
})
