import { afterAll, beforeAll, expect, test } from 'bun:test'
import { reportPaths } from '../../views/office/reports/paths'
import { fillYear, YEAR, yearQuery } from '../support/big/episodes'
import { type Office, openOffice } from '../web/office'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

const path = reportPaths.of('conversations', 'csv')
const BOM = [0xef, 0xbb, 0xbf]

const ROWS = 100_000
const WARM_ROWS = 10_000
const GROWTH_MB = 60
/** Of the processor's time, whoever else has it. */
const SLOWEST_MS = 600

test('a hundred thousand rows are written in the memory of a few, and a year is read at once', async () => {
  const { store } = office.desk.desk
  await fillYear(store, office.desk.config.databaseUrl, ROWS)
  const year = `?${new URLSearchParams(yearQuery)}`
  for (const name of ['overview', 'agents', 'workload', 'sources'] as const) {
    const from = process.cpuUsage()
    const { status } = await office.get(reportPaths.of(name) + year)
    const { user, system } = process.cpuUsage(from)
    const ms = (user + system) / 1_000
    expect([name, status, ms < SLOWEST_MS || ms]).toEqual([name, 200, true])
  }
  const fileOf = async (query: string) => {
    const headers = { Host: 'desk.test', Cookie: office.cookies.admin }
    const { body } = await office.desk.web.app.request(`http://desk.test${path}${query}`, {
      headers,
    })
    return body?.getReader()
  }
  const reader = await fileOf(year)
  let [lines, most, before] = [0, 0, 0]
  for (;;) {
    const piece = await reader?.read()
    if (!piece || piece.done) break
    if (lines === 0) expect([...piece.value.slice(0, 3)]).toEqual(BOM)
    lines += piece.value.filter((byte: number) => byte === 10).length
    const { rss } = process.memoryUsage()
    // What the first ones need, the others do not need again.
    if (lines < WARM_ROWS) before = Math.max(before, rss)
    else most = Math.max(most, rss - before)
  }
  // Its head, and one of each day, of which the sums were made.
  expect(lines).toBe(ROWS + YEAR.days + 1)
  expect(most / 2 ** 20).toBeLessThan(GROWTH_MB)
}, 240_000)
