import { expect, test } from 'bun:test'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { scratchFolder } from '../support/programs'
import { runHere } from './terminal'

const week = { mon: '09:00-12:30, 13:30-18:00', sat: '22:00-02:00' }

test('hours are shown, set and taken from a calendar, as in the office', async () => {
  const data = scratchFolder()
  const run = async (...argv: string[]) => {
    const { code, said } = await runHere([...argv, '--data', data])
    return { code, said }
  }
  const file = (name: string, text: string) => {
    const path = join(data, name)
    writeFileSync(path, text)
    return path
  }
  await run('agent', 'create', '--email', 'ana@desk.test', '--name', 'Ana')
  const own = file('hours.json', JSON.stringify({ zone: 'Europe/Berlin', week }))
  const set = await run('department', 'set', 'Billing', '--hours', own)
  expect([set.code, set.said]).toEqual([
    0,
    expect.stringContaining('hours Europe/Berlin mon 09:00-12:30 13:30-18:00; sat 22:00-02:00'),
  ])
  expect((await run('hours', 'show')).said).toMatch(
    /Billing +(open|closed) +\S+ +own +Europe\/Berlin/,
  )
  const text = JSON.stringify({ zone: 'Asia/Tokyo', week: { tue: '10:00-11:00' } })
  expect((await run('hours', 'set', text, '--department', 'Billing')).said).toContain('Asia/Tokyo')

  const early = await run('department', 'set', 'Billing', '--hours', 'desk')
  expect([early.code, early.said]).toEqual([1, expect.stringContaining('no hours of its own yet')])
  expect((await run('hours', 'set', own)).said).toMatch(/whole desk +\S+ +\S+ +own +Europe\/Berlin/)
  expect((await run('department', 'set', 'Billing', '--hours', 'desk')).code).toBe(0)
  const year = new Date().getUTCFullYear() + 1
  const lines = ['BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'UID:1', `DTSTART;VALUE=DATE:${year}0501`]
  const ics = file(
    'days.ics',
    [...lines, 'SUMMARY:May', 'END:VEVENT', 'END:VCALENDAR'].join('\r\n'),
  )
  expect((await run('hours', 'import', ics)).code).toBe(0)
  const told = await run('hours', 'show', 'Billing', '--json')
  expect(JSON.parse(told.said)[0].hours).toMatchObject({
    ...{ use: 'desk', zone: 'Europe/Berlin' },
    exceptions: [{ from: `${year}-05-01`, name: 'May', calendar: 'days.ics' }],
  })
  // What it may go back to is kept.
  await run('department', 'set', 'Billing', '--hours', 'always')
  const kept = JSON.parse((await run('hours', 'show', 'Billing', '--json')).said)[0]
  expect(kept).toMatchObject({ isOpen: true, next: null, hours: { use: 'always' } })
  expect(kept.hours.exceptions.length).toBe(1)

  for (const wrong of ['{"zone":"Mars","week":{}}', '{"zone":"UTC","week":{"mon":"9-8-7"}}', '{'])
    expect((await run('department', 'set', 'Billing', '--hours', wrong)).code).toBe(2)
}, 60_000)
