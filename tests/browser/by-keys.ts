import { expect } from 'bun:test'
import type { Page } from 'playwright-core'
import { until } from './people'

/** Whether the focus is there for all to see: something looks otherwise than without it. */
export const isSeen = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const at = document.activeElement
    if (!(at instanceof HTMLElement) || at === document.body) return false
    const drawn = [at, at.nextElementSibling, at.parentElement, at.closest('label, form')]
    const look = () => {
      for (const each of document.getAnimations()) each.finish()
      return drawn.map((element) => {
        if (!element) return ''
        const { outline, boxShadow, borderColor, backgroundColor } = getComputedStyle(element)
        return [outline, boxShadow, borderColor, backgroundColor].join()
      })
    }
    const focused = look()
    at.blur()
    const unfocused = look()
    at.focus()
    return focused.join() !== unfocused.join()
  })

/** Id of what has the focus. */
export const focusOf = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => document.activeElement?.id)

/** More stops than a person would bear. */
const STOPS = 40

/** Presses Tab until the focus is on it, as often as a person would bear; each stop is seen. */
export const tabTo = async (page: Page, selector: string, key = 'Tab'): Promise<void> => {
  for (let presses = 0; presses < STOPS; presses++) {
    await page.keyboard.press(key)
    const [isThere, where] = await page.evaluate(
      (wanted) => [
        document.activeElement?.matches(wanted) ?? false,
        document.activeElement?.outerHTML.slice(0, 120) ?? '',
      ],
      selector,
    )
    // After the last stop comes the browser's own, and then the first again.
    if (where.startsWith('<body')) continue
    expect([where, await isSeen(page)]).toEqual([where, true])
    if (isThere) return
  }
  throw new Error(`${key} does not lead to ${selector}`)
}

/** Waits until the focus is on something that can be seen, and answers that it is not lost. */
export const untilFocused = (page: Page, selector: string): Promise<void> =>
  until(
    `the focus on ${selector}`,
    () =>
      page.evaluate((wanted) => {
        const at = document.activeElement
        if (!at?.matches(wanted)) return at?.outerHTML.slice(0, 120) ?? null
        return at.checkVisibility() ? wanted : 'hidden'
      }, selector),
    selector,
  )

/** Tab goes through the page in the order in which it is read: nothing stands before its turn. */
export const expectNaturalOrder = async (page: Page): Promise<void> => {
  const odd = () =>
    [...document.querySelectorAll<HTMLElement>('[tabindex]')]
      .filter(({ tabIndex }) => tabIndex > 0)
      .map(({ outerHTML }) => outerHTML.slice(0, 120))
  expect(await page.evaluate(odd)).toEqual([])
}

/** Tab goes round in a dialog, over the browser's own stops, and to nothing behind it. */
export const expectTrapped = async (page: Page, dialog: string): Promise<void> => {
  for (const key of ['Tab', 'Tab', 'Tab', 'Shift+Tab', 'Shift+Tab', 'Shift+Tab', 'Shift+Tab']) {
    await page.keyboard.press(key)
    const behind = (wanted: string) => {
      const at = document.activeElement
      return at === null || at === document.body || at.closest(wanted) ? null : at.outerHTML
    }
    expect(await page.evaluate(behind, dialog)).toBeNull()
  }
}
