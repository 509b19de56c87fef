import { watchCpu } from './cpu'
import { Connection, getRequest } from './http'
import { noCounts, type PagesJob, type Result } from './job'
import { percentile } from './percentile'
import { openAll } from './talks'

export const runPages = async (job: PagesJob): Promise<Result> => {
  const request = getRequest(job.port, job.path, job.cookie)
  const connections = await openAll(Array.from({ length: job.inFlight }), () =>
    Connection.open(job.port),
  )
  const until = performance.now() + (job.warmUp + job.seconds) * 1000
  const waits: number[] = []
  let counting = false
  let refused = 0
  const ask = async (connection: Connection) => {
    while (performance.now() < until) {
      const at = performance.now()
      const { status } = await connection.send(request)
      if (status !== 200) refused += 1
      if (counting) waits.push(performance.now() - at)
    }
  }
  const asking = connections.map(ask)
  await Bun.sleep(job.warmUp * 1000)
  const spent = watchCpu(job.pids)
  counting = true
  await Bun.sleep(job.seconds * 1000)
  counting = false
  const { seconds, busy, serverBusy } = spent()
  await Promise.all(asking)
  for (const connection of connections) connection.end()
  return {
    perSecond: waits.length / seconds,
    deliveriesPerSecond: 0,
    p50: percentile(waits, 0.5),
    p99: percentile(waits, 0.99),
    counts: { ...noCounts, refused },
    busy,
    serverBusy,
    sent: waits.length,
  }
}
