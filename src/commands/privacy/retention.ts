import { addressOf } from '../../../actors/address'
import { isProblem } from '../../../actors/problem'
import { auditRow, type Doer } from '../audit'
import type { Desk } from '../desk'
import { settingsOfDesk } from '../desk-settings/read'
import { hoursPlace, WHOLE_DESK } from '../hours/place'
import { handOnFiles } from './hand-on-files'

const DAY_MS = 24 * 3_600_000
/** Conversations that are looked up at once, and the pause after each of them, ms: who talks goes before. */
const STRETCH = 50
const PAUSE_MS = 2

/** What of one department is kept no longer: for how many days it is kept, and what ended before when. */
export type ExpiredIn = { department: string; name: string; days: number; before: number }

/** Departments whose conversations are kept for a time; those that keep them for good are none of it. */
export const expiredNow = async (desk: Desk): Promise<ExpiredIn[]> => {
  const { keepDays } = await settingsOfDesk(desk, 'retention')
  const now = desk.clock.now()
  return (await desk.store.departments.all()).flatMap(({ id, name, settings }) => {
    const days = settings.keepDays || keepDays
    return days === 0 ? [] : [{ department: id, name, days, before: now - days * DAY_MS }]
  })
}

/** How many would go now, by department: those that go when it is done at once, to the last one. */
export const countExpired = async (
  desk: Desk,
): Promise<{ name: string; days: number; count: number }[]> =>
  Promise.all(
    (await expiredNow(desk)).map(async (one) => ({
      ...{ name: one.name, days: one.days },
      count: await desk.store.retention.countExpired(one),
    })),
  )

/**
 * Deletes what is kept no longer, and tells the audit how many went of each department. Answers how many
 * went in all. `goesOn` is asked before each: what is left goes the next time.
 */
export const deleteExpired = async (
  desk: Desk,
  by: Doer,
  goesOn: () => boolean = () => true,
): Promise<number> => {
  let all = 0
  for (const one of await expiredNow(desk)) {
    let count = 0
    for (;;) {
      const ids = await desk.store.retention.expired(one, STRETCH)
      let went = 0
      for (const id of ids) {
        if (!goesOn()) break
        if (await deleteConversation(desk, id)) went += 1
        await desk.clock.sleep(PAUSE_MS)
      }
      count += went
      // What took a turn meanwhile is looked at again; where nothing goes, nothing would the next time.
      if (ids.length < STRETCH || went === 0) break
    }
    all += count
    if (count > 0) await tell(desk, by, one, count)
  }
  if (all > 0) await desk.store.compact()
  return all
}

/** So many are waited for by whoever asks; of more it is only begun. */
const WAITED_FOR = 200

/** Deletes what is kept no longer now, and not first at night. Answers how many there are of it. */
export const beginToDelete = async (desk: Desk, by: Doer): Promise<{ expired: number }> => {
  const counts = await countExpired(desk)
  const expired = counts.reduce((all, { count }) => all + count, 0)
  const work = deleteExpired(desk, by)
  if (expired <= WAITED_FOR) await work
  // What is left of it goes at night.
  else
    work.catch((problem) =>
      desk.log.warn('What is kept no longer could not all be deleted', { problem }),
    )
  return { expired }
}

const tell = ({ store, ...desk }: Desk, by: Doer, one: ExpiredIn, count: number) =>
  store.audit.add(
    auditRow(desk, by, 'expired', `department:${one.department}`, {
      ...{ value: one.name, conversations: count, days: one.days },
      before: new Date(one.before).toISOString(),
    }),
  )

/** One conversation with all that belongs to it; what is cut short is found and taken again. */
const deleteConversation = async (desk: Desk, id: string): Promise<boolean> => {
  const { store, files, outbox, system } = desk
  const kept = await handOnFiles(desk, id, await store.retention.filesOf(id))
  for (const file of kept) await files.remove(file)
  await store.files.forget(kept)
  const none = { visitors: [], emails: [], values: [] }
  const { letters } = await store.remains.dropBeside({ ...none, conversations: [id] })
  outbox.remove(letters)
  await store.search.forget(id)
  if ((await store.retention.drop(id)) === 'stale') return false
  system.forget(addressOf('conversation', id))
  // The index may have looked at it while it went.
  await store.search.forget(id)
  return true
}

/** By whose clocks it is night here. */
export const zoneOfDesk = async (desk: Desk): Promise<string> => {
  const place = await hoursPlace(desk, WHOLE_DESK)
  return isProblem(place) ? 'UTC' : place.hours.zone
}
