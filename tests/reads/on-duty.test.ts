import { afterAll, beforeAll, beforeEach, expect, test } from 'bun:test'
import { addressOf } from '../../actors/address'
import { isProblem } from '../../actors/problem'
import { systemClock } from '../../src/clock'
import { configureDepartment } from '../../src/commands/departments/configure'
import { createDepartment } from '../../src/commands/departments/create'
import { OnDuty } from '../../src/reads/on-duty'
import { Unavailable } from '../../src/store/unavailable'
import { openTestDesk, type TestDesk } from '../support/desk'

let desk: TestDesk
let onDuty: OnDuty
let later = 0
let away = false
let asked: string[] = []
let spoken: string[] | undefined
beforeAll(async () => {
  desk = await openTestDesk()
})
afterAll(() => desk.close())
beforeEach(() => {
  const { store, bus } = desk.desk
  const attended = async (department: string) => {
    asked.push(department)
    if (away) throw new Unavailable('The database is away')
    return spoken ?? store.departments.onDuty(department)
  }
  const clock = { ...systemClock, now: () => later, ticks: () => later }
  onDuty?.close()
  onDuty = new OnDuty({
    store: { ...store, departments: { ...store.departments, onDuty: attended } },
    bus,
    clock,
  })
  asked = []
  spoken = undefined
})

const floorOf = (department: string) =>
  desk.desk.bus.publish([{ topic: addressOf('department', department), what: 'floor' }])
const both = () => Promise.all([onDuty.isStaffed('support'), onDuty.isStaffed('sales')])

test('it is asked once, until the floor of that department changes', async () => {
  expect(await both()).toEqual([false, false])
  await both()
  expect(asked).toEqual(['support', 'sales'])
  floorOf('sales')
  await both()
  expect(asked).toEqual(['support', 'sales', 'sales'])
})

test('what was asked before a ring is not kept after it', async () => {
  const early = onDuty.isStaffed('support')
  floorOf('support')
  await early
  await onDuty.isStaffed('support')
  expect(asked).toEqual(['support', 'support'])
})

test('it is asked again after a while, and when rings may have been missed', async () => {
  await onDuty.isStaffed('support')
  later += 5_000
  await onDuty.isStaffed('support')
  onDuty.invalidate()
  await onDuty.isStaffed('support')
  expect(asked).toEqual(['support', 'support', 'support'])
})

test('a failure is told to who asked, and not kept', async () => {
  away = true
  await expect(onDuty.isStaffed('support')).rejects.toThrow('The database is away')
  away = false
  expect(await onDuty.isStaffed('support')).toBe(false)
})

test('of those who are on duty only who speaks the language counts where that is required', async () => {
  const id = await createDepartment(desk.desk, { name: 'Chairs' })
  if (isProblem(id)) throw id
  const staffed = () => Promise.all(['', 'en', 'zh', 'de'].map((one) => onDuty.isStaffed(id, one)))
  spoken = ['en', 'en\nfr', 'zh-Hant']
  expect(await staffed()).toEqual([true, true, true, true])
  await configureDepartment(desk.desk, id, { languageRule: 'required' })
  floorOf(id)
  expect(await staffed()).toEqual([true, true, true, false])
  // Who names none is asked in any.
  spoken = ['']
  floorOf(id)
  expect(await staffed()).toEqual([true, true, true, true])
  spoken = []
  floorOf(id)
  expect(await staffed()).toEqual([false, false, false, false])
})
