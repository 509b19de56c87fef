import { expect, test } from 'bun:test'
import { noticeOf } from '../../actors/entry'
import { hoursSchema } from '../../actors/hours/hours'
import { configureDepartment } from '../../src/commands/departments/configure'
import { paths } from '../../views/paths'
import { openTestClock } from '../support/clock'
import { openTestDesk } from '../support/desk'
import { scratchFolder } from '../support/programs'
import { askOf, json } from './ask'
import { first } from './beginners'

const SECOND_MS = 1000
const hours = hoursSchema.parse({ zone: 'UTC', week: { mon: '09:00-10:01' } })

/** The same conversation with a desk that stays open, and with one that is down in between. */
const play = async (downFromMs: number, downToMs: number) => {
  const testClock = openTestClock(Date.UTC(2026, 10, 23, 10))
  const { clock, pass, jump, until } = testClock
  const began = testClock.now()
  const env = { DATA_DIR: scratchFolder() }
  let desk = await openTestDesk({ clock, env })
  await configureDepartment(desk.desk, 'support', { slaFirst: 40_000, hours })
  const answer = await askOf(desk)('POST', paths.chat.page, { form: first(), headers: json })
  const id = String(JSON.parse(answer.text).conversation)
  await pass(began + downFromMs - testClock.now())
  if (downToMs > downFromMs) {
    await desk.close()
    jump(downToMs - downFromMs)
    desk = await openTestDesk({ clock, env })
  }
  await pass(Math.max(0, began + 62 * SECOND_MS - testClock.now()))
  const told = await until(async () => {
    const lines = await desk.desk.store.transcripts.after(id, 0, 50)
    const all = lines.flatMap((entry) => {
      const notice = noticeOf(entry)
      return notice?.code === 'sla'
        ? [{ share: notice.share, atS: (entry.at - began) / SECOND_MS }]
        : []
    })
    return all.at(-1)?.share === 100 ? all : null
  })
  const page = (await askOf(desk)('GET', paths.chat.page)).text
  await desk.close()
  return { told, isShut: page.includes('We are closed just now') }
}

test('a restart in between changes nothing of a promised time, nor of when it shuts', async () => {
  const without = await play(5000, 5000)
  expect(without.isShut).toBe(true)
  expect(without.told.map(({ share }) => share)).toEqual([50, 80, 100])
  const over = without.told.at(-1)?.atS ?? 0
  expect(over).toBeWithin(40, 41)
  const between = await play(22_000, 30_000)
  expect(between.isShut).toBe(true)
  expect(between.told.map(({ share }) => share)).toEqual([50, 80, 100])
  expect(Math.abs((between.told.at(-1)?.atS ?? 0) - over)).toBeLessThan(1)
  // What came due while it was down is told once it is up again, the newest of it alone.
  const late = await play(5000, 50_000)
  expect(late.told.map(({ share }) => share)).toEqual([100])
  expect(late.told[0]?.atS).toBeWithin(50, 52)
}, 60_000)
