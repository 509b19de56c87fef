import { commandLine } from '../audit'
import type { Desk } from '../desk'
import { deleteExpired, zoneOfDesk } from './retention'

/** How often it is looked whether it is time, ms. */
const LOOK_MS = 10 * 60_000
/** The hour of the night in which it is done, by the clocks of the desk. */
const HOUR = 3
/** On which day it was done last, in the settings of the desk. */
const DONE_ON = 'retention.day'
const LEASE = 'retention'
const LEASE_MS = 60 * 60_000

/** Deletes once a day, at night, what is kept no longer; of several nodes one does. */
export const openRetention = ({ node, desk }: { node: string; desk: Desk }) => {
  const { store, clock, log } = desk
  let underway: Promise<void> | undefined
  let stopLooking: (() => void) | undefined
  let closed = false

  const round = async () => {
    const [day, hour] = timeIn(await zoneOfDesk(desk), clock.now())
    if (hour !== HOUR || (await store.accounts.setting(DONE_ON)) === day) return
    const now = clock.now()
    if (!(await store.search.lease(LEASE, node, now, now + LEASE_MS))) return
    await deleteExpired(desk, commandLine, () => !closed)
    if (!closed) await store.accounts.setSetting(DONE_ON, day)
  }
  const look = () => {
    underway ??= round()
      .catch((problem) => log.warn('What is kept no longer could not be deleted yet', { problem }))
      .finally(() => {
        underway = undefined
      })
  }
  return {
    start() {
      stopLooking = clock.every(LOOK_MS, look)
    },
    /** Looks now; for those who turn the clock themselves. */
    round,
    async stop() {
      closed = true
      stopLooking?.()
      await underway
    },
  }
}

/** The day and the hour of a time, by the clocks of a zone. */
const timeIn = (timeZone: string, at: number): [day: string, hour: number] => {
  const parts = new Intl.DateTimeFormat('en-CA', {
    ...({ timeZone, hourCycle: 'h23', year: 'numeric', month: '2-digit' } as const),
    ...({ day: '2-digit', hour: '2-digit' } as const),
  }).formatToParts(at)
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? ''
  return [`${part('year')}-${part('month')}-${part('day')}`, Number(part('hour'))]
}
