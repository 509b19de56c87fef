import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import type { Page } from 'playwright-core'
import { When } from '../../views/parts/time'
import { dayName } from '../../views/words'
import { daysBetween } from '../../views/words/times'
import { openPage } from '../support/chromium'
import { openGallery, pageOf } from '../support/gallery/server'

/** Instants around clock changes, and which day each is in its zone, counted from the first. */
const changes: [zone: string, before: string, now: string, days: number][] = [
  // A day of 25 hours, and the one after a day of 23.
  ['Europe/Berlin', '2026-10-24T22:30:00Z', '2026-10-25T22:30:00Z', 0],
  ['Europe/Berlin', '2026-10-24T21:30:00Z', '2026-10-25T22:30:00Z', 1],
  ['Europe/Berlin', '2026-03-29T12:00:00Z', '2026-03-29T22:30:00Z', 1],
  ['Europe/Berlin', '2026-03-28T22:30:00Z', '2026-03-29T22:30:00Z', 2],
  // Half an hour.
  ['Australia/Lord_Howe', '2026-04-04T13:30:00Z', '2026-04-05T13:15:00Z', 0],
]
test.each(changes)('in %s from %s to %s it is %d midnights', (zone, before, now, days) => {
  const [one, other] = [Date.parse(before), Date.parse(now)]
  expect(daysBetween(one, other, zone)).toBe(days)
  const name = dayName(one, other, zone, 'en')
  expect(['Today', 'Yesterday'].indexOf(name)).toBe(days < 2 ? days : -1)
})

describe('on an open page', () => {
  let gallery: Awaited<ReturnType<typeof openGallery>>
  beforeAll(async () => {
    gallery = await openGallery()
  })
  afterAll(async () => {
    await gallery.stop(true)
  })

  /** A page of Berlin, as late as `now`, with an entry of each of these days. */
  const open = async (now: string, dates: string[]) => {
    const visit = await openPage({ timezoneId: 'Europe/Berlin' })
    await visit.page.clock.install({ time: now })
    await visit.page.goto(new URL(pageOf('chat', 'light', 'en'), gallery.url).href)
    const at = Date.parse('2026-11-28T12:00:00Z')
    const row = When({ at, now: at, zone: 'Europe/Berlin', language: 'en' })
    await visit.page.evaluate(
      ({ dates, row }) => {
        const transcript = document.getElementById('transcript')
        const entries = dates.map((date, nth) => {
          const [, month, day] = date.split('-').map(Number)
          return (
            `<li class="entry" id="e-${nth}" data-seq="${100 + nth}" data-day="${day}"` +
            ` data-month="${month}"><p class="day"><time datetime="${date}">${date}</time></p></li>`
          )
        })
        transcript?.replaceChildren()
        transcript?.insertAdjacentHTML('beforeend', entries.join(''))
        document.body.insertAdjacentHTML('beforeend', `<p id="row">${row}</p>`)
      },
      { dates, row: String(row) },
    )
    return visit
  }
  const days = (page: Page) =>
    page.$$eval('#transcript .day', (all) =>
      all.filter((day) => day.checkVisibility()).map((day) => day.textContent),
    )

  const told: [now: string, dates: string[], names: string[]][] = [
    ['2026-10-25T22:30:00Z', ['2026-10-24', '2026-10-25'], ['Yesterday', 'Today']],
    ['2026-03-29T22:30:00Z', ['2026-03-29', '2026-03-30'], ['Yesterday', 'Today']],
    // The same date of another month is another day.
    ['2026-11-28T12:00:00Z', ['2026-10-28', '2026-11-28'], ['2026-10-28', 'Today']],
  ]
  test.each(told)('at %s entries of %j are of %j', async (now, dates, names) => {
    const visit = await open(now, dates)
    expect(await days(visit.page)).toEqual(names)
    await visit.close()
  })

  test('days have other names after midnight, in the transcript and in lists', async () => {
    const visit = await open('2026-11-28T22:59:30Z', ['2026-11-27', '2026-11-28'])
    const row = () => visit.page.textContent('#row')
    expect([await days(visit.page), await row()]).toEqual([['Yesterday', 'Today'], '13:00'])
    await visit.page.clock.fastForward(60_000)
    expect([await days(visit.page), await row()]).toEqual([
      ['2026-11-27', 'Yesterday'],
      'Yesterday',
    ])
    await visit.page.clock.fastForward(24 * 3_600_000)
    expect([await days(visit.page), await row()]).toEqual([['2026-11-27', '2026-11-28'], '28 Nov'])
    await visit.close()
  })
})
