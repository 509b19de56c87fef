import { afterAll, beforeAll, expect, test } from 'bun:test'
import { dayNumber, dayText } from '../../actors/figures/calendar'
import { mailedDays, nextMailing } from '../../actors/figures/mailed'
import { openLetters } from '../../src/letters/letters'
import type { Posted } from '../../src/letters/sender'
import { openLog } from '../../src/log'
import { deskZone } from '../../src/reads/desk-zone'
import { reportPaths } from '../../views/office/reports/paths'
import { openTestClock, type TestClock } from '../support/clock'
import { countAll } from '../support/counting'
import { hire, openTestDesk, type TestDesk, visit } from '../support/desk'
import { type Ask, askOf, signIn } from '../web/ask'

const DAY_MS = 86_400_000
let clock: TestClock
let desk: TestDesk
let ask: Ask
let sent: Posted[]
beforeAll(async () => {
  // A Thursday at ten, by clocks of the machine's own zone.
  clock = openTestClock(new Date(2026, 10, 26, 10).getTime())
  desk = await openTestDesk({ clock: clock.clock })
  ask = askOf(desk)
  sent = []
})
afterAll(() => desk.close())

const log = openLog('silent' as never, () => {})
const round = async () => {
  const post = async (mail: Posted) => void sent.push(mail)
  let isDone = false
  const worker = openLetters({ node: 'one', ...desk.desk, ...desk.config, log, post })
  void worker.round().then(() => {
    isDone = true
  })
  await clock.until(() => isDone)
}

test('the next one goes tomorrow, on a Monday, or on the first of a month, and tells of all before', () => {
  const told = (every: 'day' | 'week' | 'month', today: string) => {
    const next = nextMailing(every, dayNumber(today) ?? 0)
    const { from, until } = mailedDays(every, next)
    return [next, from, until].map(dayText)
  }
  expect(told('day', '2026-02-28')).toEqual(['2026-03-01', '2026-02-28', '2026-02-28'])
  expect(told('week', '2026-11-26')).toEqual(['2026-11-30', '2026-11-23', '2026-11-29'])
  // A Monday of its own is over.
  expect(told('week', '2026-11-30')).toEqual(['2026-12-07', '2026-11-30', '2026-12-06'])
  expect(told('month', '2026-12-31')).toEqual(['2027-01-01', '2026-12-01', '2026-12-31'])
})

test('a report that was asked for comes on Monday with its table, and no more once it is stopped', async () => {
  await hire(desk, 'Sina', 5, 'supervisor')
  let cookie = await signIn(ask, 'Sina')
  await visit(desk, 'Vera')
  let isCounted = false
  void countAll(desk, deskZone).then(() => {
    isCounted = true
  })
  await clock.until(() => isCounted)
  const path = reportPaths.mail('overview')
  const form = { every: 'week', asked: 'language=en' }
  const saved = await ask('POST', path, { cookie, form })
  expect([saved.status, saved.headers.get('Location')]).toEqual([
    ...[303, `${reportPaths.of('overview')}?said=mailed`],
  ])
  expect((await ask('GET', reportPaths.of('overview'), { cookie })).text).toMatch(
    /value="week" selected/,
  )
  await round()
  // Sunday, and Monday before six.
  clock.set(3 * DAY_MS + 19 * 3_600_000)
  await round()
  expect(sent).toEqual([])
  clock.set(3_600_000)
  await round()
  await round()
  expect(sent).toHaveLength(1)
  const [mail] = sent
  expect(mail).toMatchObject({ kind: 'report', to: { address: 'sina@desk.test' } })
  expect(mail?.subject).toBe('Overview: 2026-11-23 to 2026-11-29')
  expect(mail?.text).toContain('Conversations:\n1')
  expect(mail?.text).toContain('from=2026-11-23&to=2026-11-29&language=en')
  const [table] = mail?.attachments ?? []
  // The session of last week is over.
  cookie = await signIn(ask, 'Sina')
  const page = await ask(
    'GET',
    `${reportPaths.of('overview', 'csv')}?from=2026-11-23&to=2026-11-29&language=en`,
    { cookie },
  )
  expect(table?.content.replace('\uFEFF', '')).toBe(page.text.replace('\uFEFF', ''))
  expect(page.text).toContain('2026-11-26')
  const stopped = await ask('POST', path, { cookie, form: { every: '', asked: '' } })
  expect(stopped.status).toBe(303)
  clock.set(8 * DAY_MS)
  await round()
  expect(sent).toHaveLength(1)
  const acts = await desk.desk.store.audit.newest(6)
  expect(
    acts.filter(({ object }) => object === 'setting:reports.mailed').map(({ detail }) => detail),
  ).toEqual([
    ...[{ value: 'overview', 'was.every': 'week', 'is.every': '' }],
    { value: 'overview', 'was.every': '', 'is.every': 'week' },
  ])
  cookie = await signIn(ask, 'Sina')
  const wrong = await ask('POST', path, { cookie, form: { every: 'hour', asked: '' } })
  expect(wrong.status).toBe(422)
}, 60_000)
