import { hire } from '../../chaos/cluster'
import { goOnDuty } from '../../chaos/people'
import { startMariadb } from '../../support/mariadb'
import { runBellhop } from '../../support/program'
import { scratchFolder } from '../../support/programs'
import { startRedis } from '../../support/redis'
import { compare } from '../compare'
import { type Bench, inTurn, type Yardstick } from '../measure'
import { agentsOf, CAPACITY, loud, open, startChats, untilActive } from '../ours'
import { loadMessages, startFloor, type Variant } from '../variants'
import { crowd, crowdNote, paceOf, perSecond } from './flat-out'

type Services = { fresh: () => Promise<string>; redis: string }

/** Two nodes: visitors post to one, the readers are on the other. */
export const p5: Yardstick = {
  id: 'P5',
  measure: async (bench) => {
    const services = await start(bench)
    const run = (variant: Variant) => () =>
      loadMessages(variant, { ...crowd, rate: null, ...paceOf(bench) })
    const results = await inTurn(bench, { ours: run(ours(services)), floor: run(raw(services)) })
    const about = {
      ...{ id: 'P5', what: 'two nodes, MariaDB + Redis ÷ raw mysql2 + ioredis', unit: 'msg/s' },
      bar: { is: 'at least', goal: 0.6, first: 0.35 } as const,
      figure: perSecond,
      note: `${crowdNote}; posted on one node, read on the other; both nodes' CPU together`,
    }
    return [compare(about, results.ours, results.floor)]
  },
}

const start = (bench: Bench): Promise<Services> =>
  bench.once('mariadb and redis', async () => {
    const [mariadb, redis] = await Promise.all([startMariadb(), startRedis()])
    return { fresh: mariadb.fresh, redis: redis.url }
  })

/** Ours, with its agents on duty, on a database of its own. */
const ours = ({ fresh, redis }: Services): Variant => ({
  wire: 'http',
  start: async () => {
    const url = await fresh()
    const secret = 'Kq8mZr2vT7xWb4nY6cLp9sHd3fJg5aUe'
    const env = { ...loud, DATABASE_URL: url, REDIS_URL: redis, SECRET: secret }
    const at = { dataDir: scratchFolder(), env }
    await runBellhop(['migrate', '--data', at.dataDir], at).exited
    const agents = agentsOf(4)
    await Promise.all(agents.map((who) => hire({ ...who, capacity: CAPACITY }, at)))
    const [posts, reads] = [await open(at), await open(at)]
    for (const who of agents) await goOnDuty(posts.url, who)
    return {
      ...{ postPort: posts.port, readPort: reads.port, pids: [posts.pid, reads.pid] },
      visitors: async (count) => {
        const cookies = await startChats(posts.url, count)
        await untilActive(url, count)
        return cookies
      },
      stop: async () => void (await Promise.all([posts, reads].map((node) => node.stop(20_000)))),
    }
  },
})

const raw = ({ fresh, redis }: Services): Variant => ({
  wire: 'http',
  start: async () => {
    const env = { DATABASE_URL: await fresh(), REDIS_URL: redis }
    const [posts, reads] = [
      await startFloor({ file: 'nodes.ts', env }),
      await startFloor({ file: 'nodes.ts', env }),
    ]
    return {
      ...{ postPort: posts.port, readPort: reads.port, pids: [posts.pid, reads.pid] },
      visitors: async (count) => Array.from({ length: count }, (_, nth) => `visitor=r${nth}`),
      stop: async () => void (await Promise.all([posts.stop(), reads.stop()])),
    }
  },
})
