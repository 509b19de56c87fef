import { describe, expect, test } from 'bun:test'
import { openLooks } from '../support/gallery/looks'
import { findingsOf } from './axe'

const looks = openLooks()
const size = { width: 1280, height: 1100 }
const pictures = ['office-state', 'office-state-agent', 'office-state-department'] as const

describe.each(pictures)('the chart of %s', (name) => {
  test.each(['en', 'zh'] as const)(
    'has no words over others, nor out of their state: %s',
    async (language) => {
      const page = await looks.show({ name, language, size })
      const found = await page.evaluate(() => {
        const boxOf = (element: Element) => element.getBoundingClientRect()
        const texts = [...document.querySelectorAll('.chart text')]
        const isOver = (one: DOMRect, other: DOMRect) =>
          one.left < other.right - 0.5 &&
          other.left < one.right - 0.5 &&
          one.top < other.bottom - 3 &&
          other.top < one.bottom - 3
        const over = texts.flatMap((one, nth) =>
          texts
            .slice(nth + 1)
            .filter((other) => isOver(boxOf(one), boxOf(other)))
            .map((other) => `${one.textContent} / ${other.textContent}`),
        )
        const out = [...document.querySelectorAll('.chart .state')].flatMap((state) => {
          const room = boxOf(state.querySelector('rect') ?? state)
          return [...state.querySelectorAll('text')]
            .filter((text) => boxOf(text).left < room.left || boxOf(text).right > room.right)
            .map((text) => text.textContent)
        })
        const whole = boxOf(document.querySelector('.chart') ?? document.body)
        const beyond = texts
          .filter((text) => boxOf(text).left < whole.left || boxOf(text).right > whole.right)
          .map((text) => text.textContent)
        const small = texts.filter(
          (text) => Number.parseFloat(getComputedStyle(text).fontSize) < 12,
        )
        return { count: texts.length, over, out, beyond, small: small.length }
      })
      expect(found).toEqual({ count: found.count, over: [], out: [], beyond: [], small: 0 })
      expect(found.count).toBeGreaterThan(5)
    },
  )
})

// All states in all looks are looked at by `npm run soak`: each of the many words takes its time.
test('the chart keeps nobody out, and neither does a moment that is not to be had', async () => {
  for (const name of ['office-state-refused', 'office-state-too-long']) {
    const page = await looks.show({ name, size })
    expect([name, await findingsOf(page)]).toEqual([name, []])
  }
}, 60_000)
