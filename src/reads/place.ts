import { addressOf } from '../../actors/address'
import { contextIn } from '../../actors/current'
import type { DepartmentContext } from '../../actors/department/context'
import { estimate } from '../../actors/department/pace'
import { departmentSettings } from '../../actors/department/settings'
import type { Clock } from '../clock'
import type { Store } from '../store/store'
import type { OnDuty, StaffedNow } from './on-duty'

type Desk = { store: Store; onDuty: OnDuty }

/**
 * A place in the line, 1 for the next, and what the wait will probably be; null: cannot tell.
 * `staffed` while anybody is on duty there for them; `patience`, in ms, is how long it promises somebody.
 */
export type Place = {
  place: number
  estimate: number | null
  staffed: boolean
  patience: number
  /** Outside its hours: when it opens again, ms UTC, or null when that is not in sight; null while it is open. */
  shut: StaffedNow['shut']
}

/** One that waits, as far as its place goes by it. */
export type InQueue = { id: string; department: string; language: string }

/** What a department says of its line as a whole. */
export type QueueView = Pick<DepartmentContext, 'intervals' | 'lastTaken' | 'settings'> & StaffedNow

export const unstaffed: QueueView = {
  intervals: [],
  lastTaken: 0,
  settings: departmentSettings.initial,
  isFor: () => false,
  shut: null,
}

/** Who waits, in order, and what the department says of its line. */
export const readQueue = async (
  { store, onDuty }: Desk,
  department: string,
): Promise<{ order: readonly string[]; queue: QueueView }> => {
  // While nobody is there no place is told, so neither the order nor the pace need be read.
  const now = await onDuty.staffedNow(department)
  if (!now.isFor('')) return { order: [], queue: { ...unstaffed, shut: now.shut } }
  const [order, stored] = await Promise.all([
    store.conversations.lineOrder(department),
    store.turns.load(addressOf('department', department)),
  ])
  const context = contextIn('department', stored?.snapshot)
  return { order, queue: { ...unstaffed, ...context, ...now } }
}

/** `place` is 0 for one who is not in the line: they have just come, or are about to leave it. */
export const placeIn = (
  queue: QueueView,
  place: number,
  { language, now }: { language: string; now: number },
): Place => ({
  place: Math.max(1, place),
  estimate: place === 0 ? null : estimate(queue.intervals, queue.lastTaken, place, now),
  staffed: queue.isFor(language),
  patience: queue.settings.patience,
  shut: queue.shut,
})

/** Where one conversation stands now, for a page that is not live yet. */
export const placeNow = async (
  desk: Desk & { clock: Clock },
  { id, department, language }: InQueue,
): Promise<Place> => {
  const { order, queue } = await readQueue(desk, department)
  return placeIn(queue, order.indexOf(id) + 1, { language, now: desk.clock.now() })
}
