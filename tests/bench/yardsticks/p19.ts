import { join } from 'node:path'
import type { Staff } from '../../../actors/people'
import { isProblem } from '../../../actors/problem'
import { readSearch } from '../../../src/reads/search'
import type { Store } from '../../../src/store/store'
import { startMariadb } from '../../support/mariadb'
import { scratchFolder } from '../../support/programs'
import { compare, inSameRound } from '../compare'
import { openHistory } from '../history'
import type { Result } from '../load/job'
import { type Bench, inTurn, type Row, type Yardstick } from '../measure'
import { ours } from '../ours'
import { short } from '../table'
import { allItTakes, crowdNote, perSecond } from './flat-out'

/**
 * Kinds of question: few lines and many, words that hardly ever meet, who said it, where and whose it
 * is, what is being typed, and the best of many.
 */
const questions = [
  ...['退款', '退款 from:visitor before:2025-01-01', 'refund before:2026-01-01', 'hippopotamus'],
  ...['please', 'please 请', 'refund please -lamp', '"order box"', '退', 'nowhereatall'],
  ...['refund from:agent has:file', 'please agent:amir', 'refund agent:bo', 'department:tiny'],
  ...['tag:"broken lamp"', 'refund tag:"broken lamp" after:2025-01-01', 'please status:open'],
  ...['please ba', '请 best'],
].map((text) => ({
  text: text.replace(' best', ''),
  order: text.endsWith(' best') ? ('best' as const) : ('newest' as const),
  typing: text.endsWith(' ba'),
}))
type Question = (typeof questions)[number]

/** Each is asked so often, by each of them. */
const ASKED = 20

const LINES = { whole: 1_000_000, quick: 50_000 }
/** A server with as much memory as one for such a desk would have. */
const SERVER = ['--innodb-buffer-pool-size=512M', '--innodb-log-file-size=256M']

/** Who may see everything, and who may see hardly one conversation in five hundred. */
const olga: Staff = { kind: 'staff', id: 'olga', name: 'Olga', role: 'admin', departments: [] }
const bo: Staff = { kind: 'staff', id: 'bo', name: 'Bo', role: 'agent', departments: ['tiny'] }

/** How long a search in all of history takes, whatever is asked, and what its index costs. */
export const p19: Yardstick = {
  id: 'P19',
  measure: async (bench) => [...(await searches(bench)), await worker(bench)],
}

const searches = async (bench: Bench): Promise<Row[]> => {
  const sqlite = await measured(bench, 'SQLite', `sqlite:${join(scratchFolder(), 'desk.db')}`)
  const mariadb = await startMariadb(SERVER)
  try {
    return [sqlite, await measured(bench, 'MariaDB', mariadb.url)]
  } finally {
    await mariadb.stop()
  }
}

const measured = async (bench: Bench, name: string, url: string): Promise<Row> => {
  const lines = bench.rounds === 1 ? LINES.quick : LINES.whole
  bench.say(`writing ${lines} lines to ${name}`)
  const store = await openHistory(url, lines)
  const { p95, worst } = await askAll(store, (line) => bench.say(`${name}: ${line}`))
  await store.close()
  return {
    ...{ id: 'P19', what: `search on ${name}, p95 of ${questions.length} questions`, floor: '' },
    ...{ ours: `${short(p95)} ms`, value: p95, bar: { is: 'at most', goal: 100, first: 300 } },
    ...{ counts: null, busy: '' },
    note: `${lines} lines, each question ${ASKED} times by two; of the slowest question ${short(worst)} ms`,
  }
}

/** p95 of all of them, and of the one that took longest, ms. */
export const askAll = async (store: Store, say: (line: string) => void) => {
  const times: number[] = []
  let worst = 0
  for (const question of questions)
    for (const person of [olga, bo]) {
      const { own, found } = await timesOf(store, person, question)
      say(`${person.name}: ${question.text}: ${short(percentile(own))} ms, ${found}`)
      times.push(...own)
      worst = Math.max(worst, percentile(own))
    }
  return { p95: percentile(times), worst }
}

const timesOf = async (store: Store, person: Staff, question: Question) => {
  const own: number[] = []
  let found = ''
  for (let nth = 0; nth < ASKED; nth += 1) {
    const began = performance.now()
    const searched = await readSearch({ store }, person, { ...question, zone: 'UTC', until: null })
    if (isProblem(searched)) throw new Error(searched.reason)
    own.push(performance.now() - began)
    const { lines = [], next = null } = searched.findings ?? {}
    found = `${lines.length} conversations${next === null ? '' : ' and more'}`
  }
  return { own, found }
}

const percentile = (times: readonly number[]): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0

const withoutIndexer = `${import.meta.dir}/../history/no-indexer.ts`
/** So many rounds more than usual: one run differs from the next by a tenth. */
const MORE = 4

/** What it costs those who say something that it is taken into the index. */
const worker = async (bench: Bench): Promise<Row> => {
  const run = allItTakes(bench)
  const rounds = bench.rounds === 1 ? 1 : bench.rounds + MORE
  const { indexed, not } = await inTurn<'indexed' | 'not', Result>(
    { ...bench, rounds },
    { indexed: run(ours()), not: run(ours({ preload: withoutIndexer })) },
  )
  const about = {
    ...{ id: 'P19', what: 'P1 with the worker of the index ÷ without', unit: 'msg/s' },
    bar: { is: 'at least', goal: 0.97, first: 0.95 } as const,
    figure: perSecond,
    note: `${crowdNote}, ${rounds} rounds`,
  }
  return { ...compare(about, indexed, not), value: inSameRound(indexed, not, perSecond) }
}
