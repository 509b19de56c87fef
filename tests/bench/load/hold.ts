import type { HoldJob } from './job'
import { openStream } from './stream'
import { openAll } from './talks'

/** Opens the streams, says so, and holds them until it is ended. */
export const runHold = async (job: HoldJob): Promise<void> => {
  let closed = 0
  const streams = await openAll(job.streams, ({ path, cookie }) =>
    openStream(job.port, path, cookie, { event: () => {}, closed: () => (closed += 1) }),
  )
  process.stdout.write(`held ${streams.length}\n`)
  await new Promise<void>((resolve) => process.once('SIGTERM', () => resolve()))
  process.stdout.write(`result ${JSON.stringify({ closed })}\n`)
  process.exit(0)
}
