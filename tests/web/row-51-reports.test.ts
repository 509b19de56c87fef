import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { parse } from 'csv-parse/sync'
import { unzipSync } from 'fflate'
import { dimensions } from '../../actors/figures/dimensions'
import { reportNames, reportOf, stretches } from '../../actors/figures/reports'
import { createDepartment } from '../../src/commands/departments/create'
import { reportPaths } from '../../views/office/reports/paths'
import { runHere } from '../cli/terminal'
import { countAll } from '../support/counting'
import { startMariadb, type TestMariadb } from '../support/mariadb'
import { dice, letHappen, pastOf } from '../support/talks'
import { json } from './ask'
import { type Office, openOffice } from './office'
import { type Naive, naiveFigures, naiveOf } from './reports'

const FROM = Date.UTC(2026, 1, 20)
const TALKS = 160
const FILTERS = 20
const DAY_MS = 86_400_000
const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10)
const conversation = (nth: number) => `01900000-0000-7000-8000-${String(nth).padStart(12, '0')}`

type Asked = { name: (typeof reportNames)[number]; query: Record<string, string> }

/** Some filters of each kind, the same in each run. */
const someFilters = (all: readonly Naive[]): Asked[] => {
  const roll = dice(2_026)
  return Array.from({ length: FILTERS }, (_, nth) => {
    const name = reportNames[(nth * 5) % reportNames.length] ?? 'overview'
    const first = roll(20)
    const by = stretches[roll(4)] ?? 'day'
    const query: Record<string, string> = {
      from: dayOf(FROM + first * DAY_MS),
      to: dayOf(FROM + (first + 5 + roll(25)) * DAY_MS),
      ...(reportOf(name).rows === 'time' ? { by } : {}),
    }
    for (let more = roll(4); more > 0; more -= 1) {
      const dimension = dimensions[roll(dimensions.length)] ?? 'agent'
      const values = all[roll(all.length)]?.values[dimension] ?? []
      if (values[0]) query[dimension] = values[0]
    }
    return { name, query }
  })
}

const isIn =
  ({ query: { from = '', to = '', by: _, ...only } }: Asked) =>
  (one: Naive) => {
    const day = dayOf(one.began)
    const has = Object.entries(only).every(([dimension, value]) =>
      one.values[dimension]?.includes(value),
    )
    return from <= day && day <= to && has
  }

/** By which keys of a report something stands. */
const keysOf = ({ name, query }: Asked, { began, values }: Naive): readonly string[] => {
  const { rows } = reportOf(name)
  const then = new Date(began)
  if (rows === 'weekHour') {
    return [String(((then.getUTCDay() + 6) % 7) * 24 + then.getUTCHours())]
  }
  if (rows !== 'time') return values[rows] ?? []
  const text = then.toISOString()
  if (query.by === 'hour') return [`${text.slice(0, 10)} ${text.slice(11, 13)}:00`]
  if (query.by === 'month') return [text.slice(0, 7)]
  if (query.by === 'week') return [dayOf(began - ((then.getUTCDay() + 6) % 7) * DAY_MS)]
  return [text.slice(0, 10)]
}

const numbersIn = (html: string): (number | null)[] =>
  [...html.matchAll(/<td[^>]*class="figure"[^>]*>(.*?)<\/td>/gs)].map(([, cell = '']) => {
    const [, value] = /<data value="([^"]*)"/.exec(cell) ?? []
    return value === undefined ? null : Number(value)
  })

/** The table of a page: figures by the keys of its rows. */
const tableOn = (html: string): Map<string, (number | null)[]> => {
  const table = html.split('id="report"')[1]?.split('</table>')[0] ?? ''
  const rows = [...table.matchAll(/<tr data-key="([^"]*)">(.*?)<\/tr>/gs)]
  return new Map(rows.map(([, key = '', cells = '']) => [key, numbersIn(cells)]))
}

const cardsOn = (html: string): (number | null)[] =>
  [...html.matchAll(/<div data-figure="[^"]*">.*?<strong>(.*?)<\/strong>/gs)].map(
    ([, one = '']) => {
      const [, value] = /<data value="([^"]*)"/.exec(one) ?? []
      return value === undefined ? null : Number(value)
    },
  )

/** The rows of a workbook, and the numbers of the last. */
const sheetIn = (bytes: Uint8Array) => {
  const files = unzipSync(bytes)
  const name = Object.keys(files).find((one) => /worksheets\/sheet1/.test(one)) ?? ''
  const xml = new TextDecoder().decode(files[name])
  const rows = [...xml.matchAll(/<row .*?<\/row>/gs)].map(([row]) => row)
  const numbers = [...(rows.at(-1) ?? '').matchAll(/<c ([^>]*)><v>([^<]*)<\/v>/g)]
    .filter(([, about = '']) => !/t="s"/.test(about))
    .map(([, , value]) => Number(value))
  return { rows: rows.length, last: numbers }
}

let database: TestMariadb
beforeAll(async () => {
  database = await startMariadb()
}, 60_000)
afterAll(() => database.stop())

describe.each(['SQLite', 'MariaDB'])('reports on %s', (kind) => {
  let office: Office
  let all: Naive[]
  beforeAll(async () => {
    const env: Record<string, string> =
      kind === 'SQLite' ? {} : { DATABASE_URL: await database.fresh() }
    office = await openOffice(env)
    const { store } = office.desk.desk
    await createDepartment(office.desk.desk, { id: 'sales', name: 'Sales' })
    const pasts = {
      departments: (await store.departments.all()).map(({ id, name }) => ({ id, name })),
      agents: (await store.agents.all()).map(({ id, name }) => ({ id, name })),
      ...{ from: FROM, days: 40 },
    }
    for (let nth = 0; nth < TALKS; nth += 1)
      await letHappen(store, conversation(nth), pastOf(nth, pasts))
    await countAll(office.desk)
    all = []
    for (let nth = 0; nth < TALKS; nth += 1) all.push(...(await naiveOf(store, conversation(nth))))
  }, 120_000)
  afterAll(() => office.close())

  test('have in cards, tables, files and on the command line what the journals say', async () => {
    expect(all.filter((one) => one.reopened).length).toBeGreaterThan(10)
    let counted = 0
    for (const asked of someFilters(all)) {
      const { figures, rows } = reportOf(asked.name)
      const told = `?${new URLSearchParams(asked.query)}`
      const those = all.filter(isIn(asked))
      counted += those.length
      const groups = new Map<string, Naive[]>()
      for (const one of those)
        for (const key of keysOf(asked, one)) groups.set(key, [...(groups.get(key) ?? []), one])
      const of = (some: readonly Naive[]) => {
        const naive = naiveFigures(some)
        return figures.map((name) => (name in naive ? (naive[name] ?? null) : 'skip'))
      }
      const plain = (values: readonly (number | null)[]) =>
        values.map((value, nth) => ((figures[nth] ?? '') in naiveFigures([]) ? value : 'skip'))
      const total = of(those)

      const told2 = await office.get(reportPaths.of(asked.name) + told, json)
      if (told2.status !== 200) throw new Error(told2.text + office.desk.lines.join('\n'))
      const inJson = JSON.parse(told2.text)
      const valuesOf = (row: Record<string, number | null>) =>
        figures.map((name) => row[name] ?? null)
      expect([asked, plain(valuesOf(inJson.total))]).toEqual([asked, total])
      const byKey = new Map<string, (number | null)[]>(
        inJson.rows.map((row: Record<string, never>) => [Object.values(row)[0], valuesOf(row)]),
      )
      if (rows === 'time') {
        // Stretches in which nothing was are there as well.
        for (const [key, values] of byKey)
          expect([key, plain(values)]).toEqual([key, of(groups.get(key) ?? [])])
      } else if (rows !== 'weekHour') {
        expect(new Set(byKey.keys())).toEqual(new Set(groups.keys()))
        for (const [key, values] of byKey)
          expect([key, plain(values)]).toEqual([key, of(groups.get(key) ?? [])])
      }

      const page = await office.get(reportPaths.of(asked.name) + told)
      expect(page.status).toBe(200)
      if (those.length > 0) {
        const table = tableOn(page.text)
        expect(cardsOn(page.text)).toEqual(valuesOf(inJson.total))
        expect(table.get('total')).toEqual(valuesOf(inJson.total))
        for (const [key, some] of groups)
          expect([key, plain(table.get(key) ?? [])]).toEqual([key, of(some)])
        expect(table.size).toBe(inJson.rows.length + 1)
      }

      const csv = await office.get(reportPaths.of(asked.name, 'csv') + told)
      const lines: Record<string, string>[] = parse(csv.text, { columns: true, bom: true })
      const numbers = (row: Record<string, string>) =>
        figures.map((name) => (row[name] === '' ? null : Number(row[name])))
      expect(lines.map(numbers)).toEqual([...inJson.rows.map(valuesOf), valuesOf(inJson.total)])

      const book = await office.desk.request(reportPaths.of(asked.name, 'xlsx') + told, {
        headers: { Host: 'desk.test', Cookie: office.cookies.admin },
      })
      const sheet = sheetIn(new Uint8Array(await book.arrayBuffer()))
      const last = figures.map((name) => inJson.total[name]).filter((value) => value !== null)
      expect([sheet.rows, sheet.last]).toEqual([lines.length + 1, last])

      const flags = Object.entries(asked.query).map(([name, value]) => `--${name}=${value}`)
      const place = kind === 'SQLite' ? ['--data', office.desk.config.dataDir] : []
      const env: Record<string, string> =
        kind === 'SQLite' ? {} : { DATABASE_URL: office.desk.config.databaseUrl }
      const told3 = await runHere(['report', asked.name, ...flags, '--json', ...place], { env })
      expect([told3.err, JSON.parse(told3.out)]).toEqual(['', inJson])
      const byTable = await runHere(['report', asked.name, ...flags, '--csv', ...place], { env })
      expect(byTable.out.trim()).toBe(
        csv.text.replace('\uFEFF', '').replaceAll('\r\n', '\n').trim(),
      )
    }
    expect(counted).toBeGreaterThan(TALKS)
  }, 240_000)
})
