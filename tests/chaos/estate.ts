import { startMariadb, type TestMariadb } from '../support/mariadb'
import { runBellhop } from '../support/program'
import { scratchFolder } from '../support/programs'
import { startRedis, type TestRedis } from '../support/redis'
import { type Cluster, type Hired, hire, startCluster } from './cluster'
import { openTruth, type Truth } from './rows'

/** Several nodes over one MariaDB and one Redis, with agents who have accounts. */
export type Estate = {
  cluster: Cluster
  mariadb: TestMariadb
  redis: TestRedis
  truth: Truth
  /** For the program's own commands on the same data. */
  at: { dataDir: string; env: Record<string, string> }
  close(): Promise<void>
}

export const agentsNamed = (...names: string[]): Hired[] =>
  names.map((name) => ({
    name,
    email: `${name.toLowerCase()}@example.com`,
    password: `${name} has a long enough password`,
  }))

export const openEstate = async (
  size: number,
  agents: readonly Hired[],
  capacity: number,
): Promise<Estate> => {
  const [mariadb, redis] = await Promise.all([startMariadb(), startRedis()])
  const env = {
    ...{ DATABASE_URL: mariadb.url, REDIS_URL: redis.url },
    ...{ RATE_FACTOR: '1000', LOG_LEVEL: 'warn', SECRET: 'Kq8mZr2vT7xWb4nY6cLp9sHd3fJg5aUe' },
  }
  const at = { dataDir: scratchFolder(), env }
  const migrated = runBellhop(['migrate', '--data', at.dataDir], { env })
  const code = await migrated.exited
  if (code !== 0) throw new Error(`migrate ended with ${code}:\n${migrated.output()}`)
  for (const who of agents) await hire({ ...who, capacity }, at)
  const cluster = await startCluster(size, at)
  const truth = await openTruth(mariadb.url)
  return {
    ...{ cluster, mariadb, redis, truth, at },
    close: async () => {
      await truth.close()
      await cluster.stop()
      await Promise.all([mariadb.stop(), redis.stop()])
    },
  }
}
