import { afterAll, beforeAll, expect, test } from 'bun:test'
import { parse } from 'csv-parse/sync'
import { claim } from '../../src/commands/agents/claim'
import { setStatus } from '../../src/commands/agents/status'
import { end } from '../../src/commands/conversations/end'
import { rate } from '../../src/commands/conversations/rate'
import { say } from '../../src/commands/conversations/say'
import { reportPaths } from '../../views/office/reports/paths'
import { paths } from '../../views/paths'
import { fillYear, YEAR, yearQuery } from '../support/big/episodes'
import { countAll } from '../support/counting'
import { clientId, hire, until, visit } from '../support/desk'
import { type Office, openOffice } from './office'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

const path = reportPaths.of('conversations', 'csv')
const BOM = [0xef, 0xbb, 0xbf]

test('every conversation is a row with all that is known of it, and no cell is a formula', async () => {
  const { desk } = office
  const { store } = desk.desk
  const vera = await visit(desk, '=HYPERLINK("http://x.test")', 'Hello')
  const cara = await hire(desk, 'Cara')
  await setStatus(desk.desk, cara, { status: 'away' })
  await claim(desk.desk, cara, vera.conversation)
  await until(async () => (await store.conversations.find(vera.conversation))?.state === 'active')
  const words = { text: 'Yes?', client_id: clientId() }
  await say(desk.desk, cara, vera.conversation, words, { address: '::1' })
  await end(desk.desk, cara, vera.conversation)
  await rate(desk.desk, vera.person, vera.conversation, { stars: '5' })
  const tags = `${paths.workbench.conversation(vera.conversation)}/tags`
  expect((await office.post(tags, { add: 'Refund' })).status).toBe(303)
  await countAll(desk)
  const { text, headers } = await office.get(path)
  expect(headers.get('Content-Disposition')).toContain('conversations.csv')
  const [row] = parse<Record<string, string>>(text, { columns: true, bom: true })
  expect(row).toMatchObject({
    ...{ conversation: vera.conversation, part: '1', agent: 'Cara', status: 'closed' },
    ...{ customer: `'=HYPERLINK("http://x.test")`, email: '', phone: '', attributes: '' },
    ...{ department: 'Support', tags: 'refund', ended_by: 'agent', rating: '5', abandoned: '0' },
  })
  expect(row?.url).toContain(vera.conversation)
  for (const time of ['began', 'ended']) expect(Date.parse(row?.[time] ?? '')).toBeGreaterThan(0)
  for (const took of ['wait_s', 'first_answer_s', 'solution_s'])
    expect([took, row?.[took]]).toEqual([took, expect.stringMatching(/^\d$/)])
  expect(JSON.stringify(await store.audit.newest(5))).toContain('conversations.csv')
})

test('who sees one department alone takes that one along', async () => {
  const { ask, cookies } = office
  const mine = await ask('GET', path, { cookie: cookies.supervisor })
  expect(parse(mine.text, { columns: true, bom: true })).toHaveLength(1)
  const elsewhere = await office.make('Elsewhere')
  const cookie = await office.employ('Sven', 'supervisor', [elsewhere])
  const none = await ask('GET', path, { cookie })
  expect([none.status, parse(none.text, { columns: true, bom: true })]).toEqual([200, []])
  expect((await ask('GET', path, { cookie: cookies.agent })).status).toBe(403)
})

const ROWS = 3_000

test('a year of rows is written piece by piece, each once; how little memory that takes is measured by itself', async () => {
  await fillYear(office.desk.desk.store, office.desk.config.databaseUrl, ROWS)
  const year = `?${new URLSearchParams(yearQuery)}`
  const headers = { Host: 'desk.test', Cookie: office.cookies.admin }
  const { body } = await office.desk.web.app.request(`http://desk.test${path}${year}`, { headers })
  const reader = body?.getReader()
  let [lines, pieces] = [0, 0]
  for (let piece = await reader?.read(); piece && !piece.done; piece = await reader?.read()) {
    if (pieces === 0) expect([...piece.value.slice(0, 3)]).toEqual(BOM)
    pieces += 1
    lines += piece.value.filter((byte: number) => byte === 10).length
  }
  expect(pieces).toBeGreaterThan(2)
  // Its head, and one of each day, of which the sums were made.
  expect(lines).toBe(ROWS + YEAR.days + 1)
}, 60_000)
