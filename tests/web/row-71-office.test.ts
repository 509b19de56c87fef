import { afterAll, beforeAll, expect, test } from 'bun:test'
import type { Letter } from '../../src/store/ports/letters'
import { letterPaths } from '../../views/office/letters'
import { exportPath } from '../../views/office/list/list'
import { json } from './ask'
import { type Office, openOffice } from './office'

const { list, trial, resend, drop } = letterPaths
const START = Date.UTC(2026, 0, 1)
let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

const letter = (nth: number, more: Partial<Letter> = {}): Letter => ({
  ...{ id: `letter-${String(nth).padStart(4, '0')}`, thread: 'lamp', nth, kind: 'answer' },
  ...{ about: 'lamp', after: 0, upTo: 1, address: `guest${nth}@guest.test`, subject: 'Ana <b>' },
  ...{ language: 'en', at: START + nth * 1000, state: 'sent', dueAt: START, tries: 0, problem: '' },
  ...more,
})
const store = () => office.desk.desk.store
const told = async (address: string) => {
  const { status, text } = await office.get(address, json)
  expect(status).toBe(200)
  return JSON.parse(text).rows as Record<string, string>[]
}

test('an empty list says what comes there, and where mail goes without a server', async () => {
  const { text } = await office.get(list)
  expect(text).toContain('No mail was written yet')
  expect(text).toContain('SMTP_URL')
  expect(text).toContain('outbox/')
})

test('what was mailed is listed, narrowed and searched, page by page', async () => {
  for (let nth = 1; nth <= 120; nth += 1) await store().letters.write(letter(nth))
  await store().letters.write(letter(121, { state: 'due', tries: 2, problem: 'ECONNECTION' }))
  await store().letters.write(letter(122, { state: 'due', kind: 'left' }))
  await store().letters.write(
    letter(123, { state: 'dead', kind: 'reset', problem: 'EENVELOPE 550' }),
  )
  const ids = async (query: string) => (await told(`${list}?${query}`)).map(({ to }) => to)
  expect(await ids('stage=retrying')).toEqual(['guest121@guest.test'])
  expect(await ids('stage=queued')).toEqual(['guest122@guest.test'])
  expect(await ids('kind=reset&stage=dead')).toEqual(['guest123@guest.test'])
  expect(await ids('q=GUEST7@guest.test')).toEqual(['guest7@guest.test'])
  expect(await ids('from=2026-01-02')).toEqual([])
  const { text } = await office.get(list)
  expect(text).toContain('Ana &lt;b&gt;')
  expect(text).toContain('EENVELOPE 550')
  const first = JSON.parse((await office.get(list, json)).text)
  const until = encodeURIComponent(JSON.stringify([first.next.by, first.next.id]))
  const second = await told(`${list}?until=${until}`)
  expect(second[0]?.to).toBe('guest73@guest.test')
  const csv = await office.get(exportPath(list, 'csv'))
  expect(csv.text.split('\r\n')).toHaveLength(125)
})

test('one that did not go is sent again, one that waits is given up, each told once', async () => {
  const dead = await office.post(resend('letter-0123'))
  const { text } = await office.follow(dead)
  expect(text).toContain('goes again')
  expect(await store().letters.find('letter-0123')).toMatchObject({ state: 'due', tries: 0 })
  const [row] = await store().audit.newest(1)
  expect(row).toMatchObject({ act: 'changed', object: 'letter:letter-0123' })
  expect(JSON.stringify(row)).not.toContain('guest.test')
  await office.follow(await office.post(drop('letter-0121')))
  expect((await store().letters.find('letter-0121'))?.state).toBe('dropped')
  const late = await office.post(drop('letter-0121'))
  expect([late.status, late.text.includes('no longer as you saw it')]).toEqual([409, true])
  expect((await office.post(resend('letter-0001'), {}, json)).status).toBe(409)
  expect((await office.post(resend('nothing'))).status).toBe(404)
})

test('a test goes where it is said, and a wrong address comes back', async () => {
  expect((await office.get(list)).text).toContain('value="olga@desk.test"')
  const wrong = await office.post(trial, { email: 'olga' })
  expect([wrong.status, wrong.text.includes('value="olga"')]).toEqual([422, true])
  const { text } = await office.follow(await office.post(trial, { email: 'olga@desk.test' }))
  expect(text).toContain('Written')
  expect(await store().letters.lastOf('trial')).toMatchObject({ address: 'olga@desk.test' })
})

test('it is for those who run the desk', async () => {
  const { ask, cookies } = office
  for (const who of [cookies.supervisor, cookies.agent])
    expect((await ask('GET', list, { cookie: who })).status).toBe(403)
  const refused = await ask('POST', resend('letter-0123'), { cookie: cookies.supervisor, form: {} })
  expect(refused.status).toBe(403)
})
