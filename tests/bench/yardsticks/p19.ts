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

/** Kinds of question: few and many lines, words that hardly meet, where and whose they are. */
export const questions = [
  ...['退款', '退款 from:visitor before:2025-01-01', 'refund before:2026-01-01', 'hippopotamus'],
  ...['please', 'please 请', 'refund please -lamp', '"order box"', '退', 'nowhereatall'],
  ...['refund from:agent has:file', 'please agent:amir', 'refund agent:bo', 'please department:tiny'],
  ...['tag:"broken lamp"', 'refund tag:"broken lamp" after:2025-01-01', 'please status:open'],
]
/** Each is asked so often, by each of them. */
const ASKED = 20

const LINES = { whole: 1_000_000, quick: 50_000 }
/** A server with as much memory as one for such a desk would have. */
const SERVER = ['--innodb-buffer-pool-size=512M', '--innodb-log-file-size=256M']

/** Who may see everything, and who may see the conversations of one in a thousand. */
const olga: Staff = { kind: 'staff', id: 'olga', name: 'Olga', role: 'admin', departments: [] }
const bo: Staff = { kind: 'staff', id: 'bo', name: 'Bo', role: 'agent', departments: ['tiny'] }

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
  const times = await askAll(store, (line) => bench.say(`${name}: ${line}`))
  await store.close()
  return {
    ...{ id: 'P19', what: `search on ${name}, p95 of ${questions.length} questions`, floor: '' },
    ...{ ours: `${short(percentile(times))} ms`, value: percentile(times) },
    bar: { is: 'at most', goal: 100, first: 300 },
    ...{ counts: null, busy: '', note: `${lines} lines, each question ${ASKED} times by two` },
  }
}

export const askAll = async (store: Store, say: (line: string) => void): Promise<number[]> => {
  const times: number[] = []
  for (const text of questions)
    for (const person of [olga, bo]) {
      const { own, found } = await timesOf(store, person, text)
      say(`${person.name}: ${text}: ${short(percentile(own))} ms, ${found}`)
      times.push(...own)
    }
  return times
}

const timesOf = async (store: Store, person: Staff, text: string) => {
  const own: number[] = []
  let found = ''
  for (let nth = 0; nth < ASKED; nth += 1) {
    const began = performance.now()
    const asked = { text, zone: 'UTC', order: 'newest' as const, until: null, typing: false }
    const searched = await readSearch({ store }, person, asked)
    if (isProblem(searched)) throw new Error(searched.reason)
    own.push(performance.now() - began)
    const { lines = [], next = null } = searched.findings ?? {}
    found = `${lines.length} conversations${next === null ? '' : ' and more'}`
  }
  return { own, found }
}

const percentile = (times: readonly number[]): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0
