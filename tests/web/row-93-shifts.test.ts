import { afterAll, beforeAll, expect, test } from 'bun:test'
import { parse } from 'csv-parse/sync'
import { addressOf } from '../../actors/address'
import type { AgentEvent } from '../../actors/agent/events'
import { type Duty, duties } from '../../actors/figures/shift'
import type { Staff } from '../../actors/people'
import type { Stored } from '../../actors/snapshot'
import { takeTurn } from '../../actors/turn'
import { setStatus } from '../../src/commands/agents/status'
import { shiftPaths } from '../../views/office/reports/shift-shown'
import { paths } from '../../views/paths'
import { countAll } from '../support/counting'
import { goOnDuty, hire, visit } from '../support/desk'
import { json } from './ask'
import { type Office, openOffice } from './office'

let office: Office
let bea: Staff
beforeAll(async () => {
  office = await openOffice()
  bea = await hire(office.desk, 'Bea')
})
afterAll(() => office.close())

const DAY_MS = 86_400_000
/** A day long over, by clocks of the machine's own zone. */
const START = new Date(2026, 2, 3).getTime()
const at = (hour: number, minute = 0) => START + (hour * 60 + minute) * 60_000

type Day = {
  id: string
  spans: { at: number; until: number; duty: Duty; reason: string; by: string; byName: string }[]
  totals: Record<Duty, number>
}
const daysOn = async (day: string, cookie = office.cookies.admin) => {
  const path = `${shiftPaths.page}?from=${day}`
  const { text } = await office.ask('GET', path, { cookie, headers: json })
  return JSON.parse(text) as { from: number; until: number; days: Day[] }
}

/** What happened to somebody on that day, as their journal has it. */
const live = async (id: string, events: readonly object[]) => {
  const { turns } = office.desk.desk.store
  const address = addressOf('agent', id)
  let stored: Stored | undefined
  for (const event of events) {
    const turn = takeTurn(address, stored, event as AgentEvent)
    await turns.commit({ ...turn, mail: [], cancels: [] })
    stored = { version: turn.version, snapshot: turn.snapshot }
  }
}

test('the time line of a day is what the journal says, and its parts make up the day', async () => {
  const node = 'north'
  const taking = { type: 'took', conversation: 'lamp' }
  const colleague = { agent: 'sina', name: 'Sina' }
  await live('ida', [
    {
      type: 'hired',
      at: at(-20),
      name: 'Ida',
      departments: ['support'],
      changes: { wrapUp: 60_000 },
    },
    { type: 'appeared', at: at(8), node },
    { type: 'readied', at: at(8) },
    { ...taking, at: at(9) },
    { type: 'freed', at: at(9, 30), conversation: 'lamp', claim: 4, closed: true },
    { type: 'xstate.after.wrapUp.agent.duty.on.wrapUp', at: at(9, 31) },
    { type: 'paused', at: at(12), reason: 'lunch' },
    { type: 'paused', at: at(12, 30), reason: 'a call', by: colleague },
    { type: 'readied', at: at(13) },
    { type: 'vanished', at: at(15), node },
    { type: 'appeared', at: at(15, 5), node },
    { type: 'signedOff', at: at(17) },
  ])
  await countAll(office.desk)
  const { from, until, days } = await daysOn('2026-03-03')
  const ida = days.find(({ id }) => id === 'ida')
  const minutes = ida?.spans.map(({ at, until, duty, reason, by, byName }) => [
    ...[(at - START) / 60_000, (until - START) / 60_000, duty, reason, byName || by],
  ])
  expect(minutes).toEqual([
    [0, 480, 'off', '', 'desk'],
    [480, 540, 'ready', '', 'self'],
    [540, 570, 'talking', '', 'self'],
    [570, 571, 'resting', '', 'desk'],
    [571, 720, 'ready', '', 'desk'],
    [720, 750, 'away', 'lunch', 'self'],
    [750, 780, 'away', 'a call', 'Sina'],
    [780, 900, 'ready', '', 'self'],
    [900, 905, 'unreachable', '', 'desk'],
    [905, 1020, 'ready', '', 'desk'],
    [1020, 1440, 'off', '', 'self'],
  ])
  expect([from, until]).toEqual([START, START + DAY_MS])
  for (const { totals } of days)
    expect(duties.reduce((sum, duty) => sum + totals[duty], 0)).toBe(until - from)
  // The page and the file have the same.
  const path = `${shiftPaths.page}?from=2026-03-03`
  const { text } = await office.get(path)
  const row = text.split('id="shift-ida"')[1]?.split('</dl>')[0] ?? ''
  for (const duty of duties) {
    const [, value] = new RegExp(`data-duty="${duty}".*?<data value="(\\d+)"`, 's').exec(row) ?? []
    expect([duty, Number(value) * 1_000]).toEqual([duty, ida?.totals[duty] ?? 0])
  }
  const csv = await office.get(`${shiftPaths.file('csv')}?from=2026-03-03&agent=ida`)
  const lines = parse<Record<string, string>>(csv.text, { columns: true, bom: true })
  const seconds = lines.reduce((sum, line) => sum + Number(line.seconds), 0)
  expect([lines.length, seconds * 1_000]).toEqual([11, DAY_MS])
  // Read again from the beginning it is the same.
  await office.desk.desk.store.shifts.clear()
  await countAll(office.desk)
  expect(await daysOn('2026-03-03')).toEqual({ from, until, days })
})

test('a supervisor sets somebody away with a reason, which the audit and the time line tell', async () => {
  const { ask, cookies, desk } = office
  await goOnDuty(desk, bea)
  const path = shiftPaths.away(bea.id)
  const form = { words: 'Secret meeting', why: '' }
  expect((await ask('POST', path, { cookie: cookies.agent, form })).status).toBe(403)
  const sent = await ask('POST', path, { cookie: cookies.supervisor, form })
  expect([sent.status, sent.headers.get('Location')]).toEqual([
    ...[303, paths.office.after(shiftPaths.page, 'away')],
  ])
  const { store } = desk.desk
  expect(await store.agents.find(bea.id)).toMatchObject({
    status: 'away',
    awayFor: 'Secret meeting',
  })
  const [act] = await store.audit.newest(1)
  expect(act).toMatchObject({
    ...{ act: 'sentAway', actorName: 'Sina', object: addressOf('agent', bea.id) },
    detail: { value: 'Bea', reason: 'Secret meeting' },
  })
  await countAll(desk)
  const page = await ask('GET', shiftPaths.page, { cookie: cookies.supervisor })
  expect(page.text).toContain('Secret meeting')
  expect(page.text).toMatch(/Secret meeting<\/bdi><\/td><td><bdi>Sina/)
  // Whoever writes to the desk reads nothing of it.
  const vera = await visit(desk, 'Vera', 'Is anybody there?')
  const chat = await desk.request(paths.chat.page, {
    headers: { Host: 'desk.test', Cookie: `bellhop-visitor=${vera.token}` },
  })
  expect([chat.status, (await chat.text()).includes('Secret meeting')]).toEqual([200, false])
})

test('what cannot be is refused, and what was typed comes back', async () => {
  const { ask, cookies, desk } = office
  const cookie = cookies.supervisor
  await setStatus(desk.desk, bea, { status: 'off' })
  const where = { cookie, form: { words: 'Where?' } }
  const off = await ask('POST', shiftPaths.away(bea.id), where)
  const nobody = await ask('POST', shiftPaths.away('nobody'), where)
  expect([off.status, nobody.status]).toEqual([409, 404])
  await setStatus(desk.desk, bea, { status: 'ready' })
  const words = 'long '.repeat(60)
  const long = await ask('POST', shiftPaths.away(bea.id), { cookie, form: { words } })
  expect([long.status, long.text.includes(words.trim())]).toEqual([422, true])
  const elsewhere = await office.make('Elsewhere')
  const stranger = await office.employ('Sven', 'supervisor', [elsewhere])
  const form = { why: 'break' }
  expect((await ask('POST', shiftPaths.away(bea.id), { cookie: stranger, form })).status).toBe(404)
  const none = await ask('GET', shiftPaths.page, { cookie: stranger })
  expect([none.status, none.text.includes('Bea')]).toEqual([200, false])
  expect((await office.get(`${shiftPaths.page}?from=2026-02-30`)).status).toBe(422)
})
