import { Database } from 'bun:sqlite'
import { getTableColumns } from 'drizzle-orm'
import { createConnection } from 'mysql2/promise'
import { dayText } from '../../../actors/figures/calendar'
import { newEpisode } from '../../../actors/figures/episode'
import { measures } from '../../../actors/figures/measures'
import { sqliteColumns } from '../../../src/store/columns/sqlite'
import type { Store } from '../../../src/store/store'
import { episodeTables } from '../../../src/store/tables/episodes'

/** The first day of it, and how many there are. */
export const YEAR = { from: 20_089, days: 365 }
export const yearQuery = { from: dayText(YEAR.from), to: dayText(YEAR.from + YEAR.days - 1) }

const DAY_MS = 86_400_000
const columns = getTableColumns(episodeTables(sqliteColumns).episodes)
const padded = "concat('01900000-0000-7000-8000-', substr(concat('000000000000', i), -12))"

const day = `${YEAR.from} + i % ${YEAR.days}`
const hour = '8 + i % 12'
const values: Readonly<Record<string, string>> = {
  ...{ conversation: padded, nth: '1', at: `(${day}) * ${DAY_MS} + (${hour}) * 3600000 + i` },
  ...{ endedAt: `(${day}) * ${DAY_MS} + (${hour}) * 3600000 + i + 600000`, day, hour },
  ...{ department: "concat('department-', i % 5)", agent: "concat('agent-', i % 53)" },
  ...{ language: "case when i % 3 = 0 then 'zh' else 'en' end", country: "'DE'" },
  ...{ source: "concat('site-', i % 11)", device: "'desktop'", ending: "'agent'" },
  rating: "case when i % 4 = 0 then '5' else '' end",
}

/** A year of episodes, each of a conversation that is there or not, without their sums. */
const insertOf = (count: number, numbers: string): string => {
  const names = Object.keys(columns) as (keyof typeof columns)[]
  const isMeasure = new Set<string>(measures)
  const cells = names.map((name) => values[name] ?? (isMeasure.has(name) ? 'i % 7' : "''"))
  const text = cells.map((cell, nth) => (names[nth] === 'conversations' ? '1' : cell))
  const target = names.map((name) => `\`${columns[name].name}\``)
  return `insert into episodes (${target.join(', ')}) select ${text.join(', ')} from ${numbers} where i < ${count}`
}

/** Makes a year of them in an open store, whose sums are made by itself. */
export const fillYear = async (store: Store, url: string, count: number): Promise<void> => {
  if (url.startsWith('sqlite:')) {
    const db = new Database(url.slice('sqlite:'.length))
    db.run('PRAGMA busy_timeout = 10000')
    const numbers = `(with recursive n(i) as (select 0 union all select i + 1 from n where i < ${count - 1}) select i from n) as n`
    db.run(insertOf(count, numbers))
    db.close()
  } else {
    const connection = await createConnection(url)
    await connection.query(insertOf(count, `(select seq as i from seq_0_to_${count - 1}) as n`))
    await connection.query('analyze table episodes')
    await connection.end()
  }
  const nowhere = { source: '', country: '', device: '' }
  for (let nth = 0; nth < YEAR.days; nth += 1) {
    const at = (YEAR.from + nth) * DAY_MS
    const begins = { ...nowhere, nth: 1, at, department: 'department-0', language: '' }
    const conversation = `day-${nth}`
    const one = { ...newEpisode(begins), conversation, day: YEAR.from + nth, hour: 0 }
    const address = `conversation:${conversation}` as const
    await store.episodes.take([{ address, was: null, version: 1, episodes: [one] }])
  }
}
