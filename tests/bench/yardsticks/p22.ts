import { join } from 'node:path'
import { conversationPaths } from '../../../views/office/conversations/list'
import { readers } from '../../support/big/desk'
import { startMariadb } from '../../support/mariadb'
import { scratchFolder } from '../../support/programs'
import { openBig, type Took } from '../lists'
import type { Bench, Row, Yardstick } from '../measure'
import { short } from '../table'

const SIZES = {
  whole: { conversations: 100_000, lines: 1_000_000, visitors: 20_000 },
  quick: { conversations: 5_000, lines: 20_000, visitors: 1_000 },
}
/** A server with as much memory as one for such a desk would have. */
export const SERVER = ['--innodb-buffer-pool-size=512M', '--innodb-log-file-size=256M']
/** Of the slowest so many are named. */
const NAMED = 12
const MOST_MB = 60

/** How long each list takes, whatever is asked of it, first and deepest page; and one as a file. */
export const p22: Yardstick = {
  id: 'P22',
  measure: async (bench) => {
    const sqlite = await measured(bench, 'SQLite', `sqlite:${join(scratchFolder(), 'desk.db')}`)
    const mariadb = await startMariadb(SERVER)
    try {
      return [...sqlite, ...(await measured(bench, 'MariaDB', mariadb.url, [mariadb.pid()]))]
    } finally {
      await mariadb.stop()
    }
  },
}

const measured = async (
  bench: Bench,
  name: string,
  url: string,
  servers: readonly number[] = [],
): Promise<Row[]> => {
  const sizes = bench.rounds === 1 ? SIZES.quick : SIZES.whole
  bench.say(`writing ${sizes.lines} lines to ${name}`)
  const big = await openBig(url, sizes, servers)
  const shared = { id: 'P22', floor: '', counts: null, busy: '' }
  try {
    const all: Took[] = []
    for (const who of readers) {
      const took = await big.pages(who, 'each value')
      bench.say(`${name}: ${took.length} pages of ${who}`)
      for (const one of took.slice(0, NAMED))
        bench.say(`${short(one.ms)} ms, ${short(one.cpuMs)} of work: ${one.path}`)
      all.push(...took)
    }
    const slowest = Math.max(...all.map(({ ms }) => ms))
    const { rows, grownMb, seconds } = await big.file('Olga', conversationPaths.list)
    return [
      {
        ...{ ...shared, what: `the slowest page of a list on ${name}` },
        ...{ ours: `${short(slowest)} ms`, value: slowest },
        bar: { is: 'at most', goal: 100, first: 300, unit: 'ms' },
        note: `of ${all.length}, over HTTP; ${sizes.lines} messages, ${sizes.conversations} conversations, ${sizes.visitors} visitors`,
      },
      {
        ...{ ...shared, what: `memory while a list becomes a file, ${name}` },
        ...{ ours: `${short(grownMb)} MB`, value: grownMb },
        bar: { is: 'at most', goal: MOST_MB / 2, first: MOST_MB, unit: 'MB' },
        note: `${rows} conversations as CSV in ${short(seconds)} s`,
      },
    ]
  } finally {
    await big.stop()
  }
}
