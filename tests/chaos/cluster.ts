import { startMariadb, type TestMariadb } from '../support/mariadb'
import { runBellhop } from '../support/program'
import { scratchFolder } from '../support/programs'
import { startRedis, type TestRedis } from '../support/redis'
import { type Nodes, startNodes } from './nodes'
import { type Database, openDatabase } from './rows'

/** Several nodes over one MariaDB and one Redis, with agents who have accounts. */
export type Cluster = {
  nodes: Nodes
  mariadb: TestMariadb
  redis: TestRedis
  database: Database
  /** For the program's own commands on the same data. */
  at: { dataDir: string; env: Record<string, string> }
  close(): Promise<void>
}

export type Hired = { email: string; password: string; name: string }

/** Makes an account by the program's own command: for an agent, or without a capacity for an admin. */
export const hire = async (
  who: Hired & { capacity?: number },
  at: { dataDir: string; env: Record<string, string> },
): Promise<void> => {
  const answers = who.capacity !== undefined
  const program = runBellhop(
    [
      ...[answers ? 'agent' : 'admin', 'create', '--data', at.dataDir, '--password-stdin'],
      ...['--email', who.email, '--name', who.name],
      ...(answers ? ['--capacity', `${who.capacity}`] : []),
    ],
    { env: at.env, input: who.password },
  )
  const code = await program.exited
  if (code !== 0) throw new Error(`create ended with ${code}:\n${program.output()}`)
}

export const agentsNamed = (...names: string[]): Hired[] =>
  names.map((name) => ({
    name,
    email: `${name.toLowerCase()}@example.com`,
    password: `${name} has a long enough password`,
  }))

export const openCluster = async (
  size: number,
  agents: readonly Hired[],
  capacity: number,
): Promise<Cluster> => {
  const [mariadb, redis] = await Promise.all([startMariadb(), startRedis()])
  const at = placeOf(mariadb.url, redis)
  await furnish(at, agents, capacity)
  const nodes = await startNodes(size, at)
  const database = await openDatabase(mariadb.url)
  return {
    ...{ nodes, mariadb, redis, database, at },
    close: async () => {
      await database.close()
      await nodes.stop()
      await Promise.all([mariadb.stop(), redis.stop()])
    },
  }
}

/** Where nodes of one desk find each other. */
export const placeOf = (url: string, redis: TestRedis): Cluster['at'] => ({
  dataDir: scratchFolder(),
  env: {
    ...{ DATABASE_URL: url, REDIS_URL: redis.url },
    ...{ RATE_FACTOR: '1000', LOG_LEVEL: 'warn', SECRET: 'Kq8mZr2vT7xWb4nY6cLp9sHd3fJg5aUe' },
  },
})

/** The tables, and accounts for all who answer. */
export const furnish = async (
  at: Cluster['at'],
  agents: readonly Hired[],
  capacity: number,
): Promise<void> => {
  const migrated = runBellhop(['migrate', '--data', at.dataDir], at)
  const code = await migrated.exited
  if (code !== 0) throw new Error(`migrate ended with ${code}:\n${migrated.output()}`)
  await Promise.all(agents.map((who) => hire({ ...who, capacity }, at)))
}
