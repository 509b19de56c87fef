import { afterAll, beforeAll, beforeEach, expect, test } from 'bun:test'
import { addressOf } from '../../actors/address'
import { systemClock } from '../../src/clock'
import { OnDuty } from '../../src/reads/on-duty'
import { Unavailable } from '../../src/store/unavailable'
import { openTestDesk, type TestDesk } from '../support/desk'

let desk: TestDesk
let onDuty: OnDuty
let later = 0
let away = false
let asked: string[] = []
beforeAll(async () => {
  desk = await openTestDesk()
})
afterAll(() => desk.close())
beforeEach(() => {
  const { store, bus } = desk.desk
  const attended = async (department: string) => {
    asked.push(department)
    if (away) throw new Unavailable('The database is away')
    return store.departments.isStaffed(department)
  }
  const clock = { ...systemClock, now: () => later, ticks: () => later }
  onDuty?.close()
  onDuty = new OnDuty({
    store: { ...store, departments: { ...store.departments, isStaffed: attended } },
    bus,
    clock,
  })
  asked = []
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
