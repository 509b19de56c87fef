import { join } from 'node:path'
import type { Staff } from '../../../actors/people'
import { isProblem } from '../../../actors/problem'
import { readSearch } from '../../../src/reads/search'
import type { Store } from '../../../src/store/store'
import { startMariadb } from '../../support/mariadb'
import { scratchFolder } from '../../support/programs'
import { openHistory } from '../history'
import type { Bench, Row, Yardstick } from '../measure'
import { short } from '../table'

/** Ten kinds of question. */
const questions = [
  ...['退款', '退款 from:visitor before:2025-01-01', 'refund before:2026-01-01', 'hippopotamus'],
  ...['please', 'refund please -lamp', '"order box"', '退', 'from:agent has:file', 'nowhereatall'],
]
/** Each is asked so often. */
const ASKED = 20

const LINES = { whole: 1_000_000, quick: 50_000 }
/** A server with as much memory as one for such a desk would have. */
const SERVER = ['--innodb-buffer-pool-size=512M', '--innodb-log-file-size=256M']

/** What a supervisor of one department, with a tenth of all, waits for. */
const person: Staff = {
  ...{
    kind: 'staff',
    id: 'olga',
    name: 'Olga',
    role: 'supervisor',
    departments: ['small', 'sales'],
  },
}

/** How long a search in all of history takes, whatever is asked. */
export const p19: Yardstick = {
  id: 'P19',
  measure: async (bench) => {
    const sqlite = await measured(bench, 'SQLite', `sqlite:${join(scratchFolder(), 'desk.db')}`)
    const mariadb = await startMariadb(SERVER)
    try {
      return [sqlite, await measured(bench, 'MariaDB', mariadb.url)]
    } finally {
      await mariadb.stop()
    }
  },
}

const measured = async (bench: Bench, name: string, url: string): Promise<Row> => {
  const lines = bench.rounds === 1 ? LINES.quick : LINES.whole
  bench.say(`writing ${lines} lines to ${name}`)
  const store = await openHistory(url, lines)
  const times: number[] = []
  for (const text of questions) {
    const own = await timesOf(store, text)
    bench.say(`${name}: ${text}: ${short(percentile(own))} ms`)
    times.push(...own)
  }
  await store.close()
  return {
    ...{ id: 'P19', what: `search on ${name}, p95 of ten kinds of question`, floor: '' },
    ...{ ours: `${short(percentile(times))} ms`, value: percentile(times) },
    bar: { is: 'at most', goal: 100, first: 300 },
    ...{ counts: null, busy: '', note: `${lines} lines, each question ${ASKED} times` },
  }
}

const timesOf = async (store: Store, text: string): Promise<number[]> => {
  const times: number[] = []
  for (let nth = 0; nth < ASKED; nth += 1) {
    const began = performance.now()
    const asked = { text, zone: 'UTC', order: 'newest' as const, until: null, typing: false }
    const found = await readSearch({ store }, person, asked)
    if (isProblem(found)) throw new Error(found.reason)
    times.push(performance.now() - began)
  }
  return times
}

const percentile = (times: readonly number[]): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0
