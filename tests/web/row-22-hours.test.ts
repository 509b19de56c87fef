import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { addressOf } from '../../actors/address'
import { hoursSchema } from '../../actors/hours/hours'
import { isProblem } from '../../actors/problem'
import { configureDepartment } from '../../src/commands/departments/configure'
import { hoursPaths } from '../../views/office/hours'
import { exportPath } from '../../views/office/list/list'
import { json } from './ask'
import { fieldsOf, type Office, openOffice } from './office'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

const ofDay = { zone: 'Europe/Berlin', use: 'own', mon_on: 'yes' } as const
const open = async (of: string) => {
  const { text } = await office.get(hoursPaths.page(of))
  return fieldsOf(text, hoursPaths.week(of))
}
const hoursOf = async (id: string) => (await office.rowOf(id))?.settings.hours
const audits = async () =>
  (await office.desk.desk.store.audit.newest(100)).filter(({ act }) => act === 'hoursChanged')

const calendar = (...events: string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//x//y//EN', 'X-WR-CALNAME:Feiertage']
    .concat(
      events.flatMap((event, nth) => [
        ...['BEGIN:VEVENT', `UID:${nth}@x`, 'DTSTAMP:20260101T000000Z'],
        ...event.split(' | '),
        'END:VEVENT',
      ]),
    )
    .concat('END:VCALENDAR')
    .join('\r\n')

describe('the hours of a department', () => {
  test('are set by a plain form, and its page says what they are', async () => {
    const id = await office.make()
    const fields = await open(id)
    expect(fields).toMatchObject({ use: 'always', mon_from_1: '09:00' })
    const idle = 'The times below hold only with “Hours of its own”.'
    expect((await office.get(hoursPaths.page(id))).text).toContain(idle)
    expect((await office.get(hoursPaths.page('desk'))).text).not.toContain(idle)
    const form = {
      ...{ version: fields.version ?? '', ...ofDay, mon_from_1: '09:00', mon_to_1: '12:30' },
      ...{ mon_from_2: '13:30', mon_to_2: '18:00', mon_more: '20:00-22:00' },
      ...{
        tue_from_1: '09:00',
        tue_to_1: '17:00',
        sat_on: 'yes',
        sat_from_1: '22:00',
        sat_to_1: '02:00',
      },
    }
    const { text } = await office.follow(await office.post(hoursPaths.week(id), form))
    expect(text).toContain('Saved. It holds from now on.')
    expect(await hoursOf(id)).toMatchObject({
      ...{ use: 'own', zone: 'Europe/Berlin' },
      week: { mon: '09:00-12:30 13:30-18:00 20:00-22:00', tue: '', sat: '22:00-02:00', sun: '' },
    })
    expect(text).toContain('closed, but for what began on Saturday until 02:00')
    expect((await open(id)).mon_more).toBe('20:00-22:00')
    const told = await office.get(hoursPaths.page(id), json)
    expect(JSON.parse(told.text).hours.week.mon).toBe('09:00-12:30 13:30-18:00 20:00-22:00')
  })

  test('of one day are copied to all that are open', async () => {
    const id = await office.make()
    const days = { mon: '09:00-12:00', tue: '10:00-11:00', wed: '' }
    await office.follow(
      await office.post(hoursPaths.week(id), { ...days, use: 'own', copy: 'mon' }),
    )
    expect((await hoursOf(id))?.week).toMatchObject({
      ...{ mon: '09:00-12:00', tue: '09:00-12:00', wed: '', thu: '09:00-12:00', sat: '' },
    })
  })

  test('that are wrong come back as they were typed, with the fault in focus', async () => {
    const id = await office.make()
    const wrong = async (form: Record<string, string>, says: string, field: string) => {
      const answer = await office.post(hoursPaths.week(id), { ...ofDay, ...form })
      expect(answer.status).toBe(422)
      expect(answer.text).toContain(says)
      expect(answer.text).toMatch(new RegExp(`<input[^>]*name="${field}"[^>]*autofocus`))
      for (const [name, value] of Object.entries(form))
        expect(answer.text).toMatch(new RegExp(`name="${name}"[^>]*value="${value}"`))
    }
    const twice = { mon_from_1: '09:00', mon_to_1: '12:00', mon_from_2: '11:00', mon_to_2: '13:00' }
    await wrong(twice, 'Two of these times overlap', 'mon_from_1')
    await wrong({ mon_from_1: '09:00', mon_to_1: '' }, 'Write times like 09:00', 'mon_from_1')
    await wrong({ zone: 'Mars/Base' }, 'There is no time zone of this name', 'zone')
    expect((await hoursOf(id))?.use).toBe('always')
  })

  test('that somebody else has changed meanwhile are shown beside what was typed', async () => {
    const id = await office.make()
    const { version = '' } = await open(id)
    await office.follow(
      await office.post(hoursPaths.week(id), { version, mon: '08:00-09:00', use: 'own' }),
    )
    const mine = { version, ...ofDay, mon_from_1: '10:00', mon_to_1: '11:00' }
    const stale = await office.post(hoursPaths.week(id), mine)
    expect(stale.status).toBe(409)
    expect(stale.text).toContain('As saved now: 08:00-09:00')
    expect(stale.text).toMatch(/name="mon_from_1"[^>]*value="10:00"/)
    const again = { ...mine, version: fieldsOf(stale.text, hoursPaths.week(id)).version ?? '' }
    await office.follow(await office.post(hoursPaths.week(id), again))
    expect((await hoursOf(id))?.week.mon).toBe('10:00-11:00')
  })

  test('have exceptions, which are added and removed, and each is written down', async () => {
    const id = await office.make()
    const before = (await audits()).length
    const day = { from: '2026-12-24', to: '2026-12-26', name: 'Christmas', yearly: 'yes' }
    const added = await office.follow(await office.post(hoursPaths.exceptions(id), day))
    expect(added.text).toContain('Christmas')
    expect(await hoursOf(id)).toMatchObject({ exceptions: [{ ...day, yearly: true, open: '' }] })
    const none = await office.post(hoursPaths.exceptions(id), {
      from: '2026-12-24',
      to: '2026-12-01',
    })
    expect([none.status, none.text.includes('The last day comes before the first')]).toEqual([
      422,
      true,
    ])
    const removal = fieldsOf(added.text, hoursPaths.removal(id))
    const was = (removal.was ?? '').replaceAll('&quot;', '"')
    await office.follow(await office.post(hoursPaths.removal(id), { ...removal, was }))
    expect((await hoursOf(id))?.exceptions).toEqual([])
    const rows = await audits()
    expect(rows.length).toBe(before + 2)
    expect(rows[0]).toMatchObject({ actorName: 'Olga', object: `department:${id}` })
  })

  test('take the days of a calendar over, and again in the place of the same', async () => {
    const id = await office.make()
    await office.post(hoursPaths.week(id), {
      use: 'own',
      zone: 'Europe/Berlin',
      mon: '09:00-17:00',
    })
    const year = new Date().getUTCFullYear() + 1
    const send = (text: string) => office.post(hoursPaths.calendar(id), { calendar: text }, json)
    const all = calendar(
      'SUMMARY:Neujahr | DTSTART;VALUE=DATE:20200101 | DTEND;VALUE=DATE:20200102 | RRULE:FREQ=YEARLY',
      `SUMMARY:Betriebsferien | DTSTART;VALUE=DATE:${year}0801 | DTEND;VALUE=DATE:${year}0815`,
      'SUMMARY:Long ago | DTSTART;VALUE=DATE:20100801 | DTEND;VALUE=DATE:20100815',
      `SUMMARY:Team | DTSTART;TZID=America/New_York:${year}0104T040000 | DTEND;TZID=America/New_York:${year}0104T050000 | RRULE:FREQ=WEEKLY;COUNT=60`,
      'SUMMARY:Thanksgiving | DTSTART;VALUE=DATE:20201126 | RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH',
      `SUMMARY:Off | STATUS:CANCELLED | DTSTART;VALUE=DATE:${year}0601`,
    )
    expect((await send(all)).status).toBe(200)
    const found = (await hoursOf(id))?.exceptions ?? []
    const named = (name: string) => found.filter((one) => one.name === name)
    expect(named('Neujahr')).toEqual([
      ...[
        {
          from: '2020-01-01',
          to: '2020-01-01',
          name: 'Neujahr',
          open: '',
          yearly: true,
          calendar: 'Feiertage',
        },
      ],
    ])
    expect(named('Betriebsferien')[0]).toMatchObject({ from: `${year}-08-01`, to: `${year}-08-14` })
    expect([named('Long ago'), named('Off')]).toEqual([[], []])
    expect(named('Thanksgiving').length).toBeGreaterThanOrEqual(2)
    expect(named('Thanksgiving').every(({ from }) => /-11-2[2-8]$/.test(from))).toBe(true)
    const team = named('Team')
    expect(team.every(({ from }) => new Date(from).getUTCDay() === 1)).toBe(true)
    expect(team.map(({ open }) => open)).toContain('09:00-10:00 11:00-17:00')
    expect((await send(calendar(`SUMMARY:Only | DTSTART;VALUE=DATE:${year}0202`))).status).toBe(200)
    expect((await hoursOf(id))?.exceptions.map(({ name }) => name)).toEqual(['Only'])
    for (const [text, status] of [
      ['no calendar', 422],
      ['x'.repeat(101 * 1024), 413],
    ] as const)
      expect((await send(text)).status).toBe(status)
    expect((await hoursOf(id))?.exceptions.length).toBe(1)
  })

  test('are asked about at another moment', async () => {
    const id = await office.make()
    const hours = hoursSchema.parse({ zone: 'Europe/Berlin', week: { sat: '22:00-02:00' } })
    await configureDepartment(office.desk.desk, id, { hours })
    const { text } = await office.get(`${hoursPaths.page(id)}?day=2027-03-28&time=01:30`)
    expect(text).toContain('<strong>Open</strong> Until 03:00')
    expect(text).toContain('On this day the clocks are put on or back.')
    const none = await office.get(`${hoursPaths.page(id)}?day=2027-02-30&time=01:30`)
    expect([none.status, none.text.includes('This is no time.')]).toEqual([200, true])
  })
})

describe('the hours of the whole desk', () => {
  test('are those of the departments that go by them, and of these again when they change', async () => {
    const [one, other] = [await office.make(), await office.make()]
    const early = await office.post(hoursPaths.week(one), { use: 'desk' })
    expect([early.status, early.text.includes('The desk has no hours of its own yet')]).toEqual([
      409,
      true,
    ])
    const set = (mon: string) =>
      office.post(hoursPaths.week('desk'), { zone: 'Europe/Berlin', mon, tue: '' })
    await office.follow(await set('09:00-12:00'))
    await office.follow(await office.post(hoursPaths.week(one), { use: 'desk' }))
    expect(await hoursOf(one)).toMatchObject({ use: 'desk', week: { mon: '09:00-12:00', tue: '' } })
    await office.follow(await set('10:00-12:00'))
    expect((await hoursOf(one))?.week.mon).toBe('10:00-12:00')
    expect((await hoursOf(other))?.use).toBe('always')
  })
})

describe('the list of hours', () => {
  test('says of each department whether it is open, narrowed, sorted and as files', async () => {
    const id = await office.make('Night watch')
    const never = hoursSchema.parse({ zone: 'Asia/Tokyo', week: {} })
    await configureDepartment(office.desk.desk, id, { hours: never })
    const told = async (query: string) => {
      const { text } = await office.get(`${hoursPaths.list}${query}`, json)
      return JSON.parse(text).rows as { id: string; open: string; zone: string }[]
    }
    expect(await told('?q=night')).toMatchObject([{ id, open: 'shut', zone: 'Asia/Tokyo' }])
    expect((await told('?open=open')).some((row) => row.id === id)).toBe(false)
    expect((await told('?sort=open'))[0]?.open).toBe('shut')
    expect((await office.get(exportPath(hoursPaths.list, 'csv'))).text).toContain('Asia/Tokyo')
    const { text } = await office.get(hoursPaths.list)
    expect(text).toContain('Closed now')
    const refused = await office.ask('GET', hoursPaths.list, { cookie: office.cookies.agent })
    expect(refused.status).toBe(403)
  })
})

test('a form leads nowhere where there is no department', async () => {
  for (const path of [hoursPaths.page('nobody'), hoursPaths.page('DESK')])
    expect((await office.get(path)).status).toBe(404)
  expect((await office.post(hoursPaths.week('nobody'), { use: 'own' })).status).toBe(404)
  expect(isProblem(await office.desk.desk.store.turns.load(addressOf('department', 'x')))).toBe(
    false,
  )
})
