import type { Page } from 'playwright-core'

/** From a small phone to a wide screen, with each width where the layout is another one. */
export const WIDTHS_PX = [320, 375, 760, 768, 820, 1024, 1280, 1440]

const HEIGHT_PX = 740
const LOOKS = 5

/** What of a page nobody gets at, by the width of the window, where there is anything. */
export const outOfReach = async (
  page: Page,
  widths: readonly number[],
): Promise<Record<number, string[]>> => {
  const wrong: Record<number, string[]> = {}
  for (const width of widths) {
    await page.setViewportSize({ width, height: HEIGHT_PX })
    const found = await wrongNow(page)
    if (found.length > 0) wrong[width] = found
  }
  return wrong
}

/** A page that was resized is drawn anew a moment later: what is wrong then is wrong. */
const wrongNow = async (page: Page): Promise<string[]> => {
  let found = await page.evaluate(unreachable)
  for (let look = 1; found.length > 0 && look < LOOKS; look++) {
    await page.waitForTimeout(50)
    found = await page.evaluate(unreachable)
  }
  return found
}

/** Runs in the page: controls that are outside the window, or that something lies upon. */
const unreachable = (): string[] => {
  const EDGE_PX = 4
  // What is open lies upon the page, and is what somebody turns to.
  const opened = ['.ask:popover-open', '.menu:popover-open', ':popover-open', '[open] > .menu']
  const within = opened.find((each) => document.querySelector(each)) ?? 'body'
  const named = (element: Element) => element.outerHTML.replace(/\s+/g, ' ').slice(0, 90)
  const all = document.querySelectorAll<HTMLElement>(
    ['a[href]', 'button', 'input:not([type=hidden])', 'textarea', 'select', 'summary']
      .map((control) => `${within} ${control}`)
      .join(),
  )
  /** One that is drawn by its label is pressed there. */
  const drawnAs = (control: HTMLElement) =>
    control.matches('label input') && getComputedStyle(control).opacity === '0'
      ? (control.closest('label') ?? control)
      : control
  const isPressed = (control: Element, x: number, y: number) => {
    const hit = document.elementFromPoint(x, y)
    const label = control.closest('label')
    return control.contains(hit) || (label !== null && hit?.closest('label') === label)
  }
  const wrongIn = (control: HTMLElement, { left, right, top, bottom }: DOMRect) => {
    if (left < -1 || right > innerWidth + 1) return 'beside the window'
    if (top < -1 || bottom > innerHeight + 1) return 'above or below the window'
    const y = (top + bottom) / 2
    const xs = [left + EDGE_PX, (left + right) / 2, right - EDGE_PX]
    return xs.every((x) => isPressed(control, x, y)) ? null : 'covered'
  }
  /** A link that breaks is pressed on any of its lines. */
  const wrongOf = (control: HTMLElement): string | null => {
    control.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    const wrong = [...control.getClientRects()].map((box) => wrongIn(control, box))
    return wrong.includes(null) ? null : (wrong[0] ?? null)
  }
  /** What only a script can scroll to is out of reach as well. */
  const pushed = () =>
    [...document.querySelectorAll('body, .workbench *')].filter(
      (each) => each.scrollLeft !== 0 && getComputedStyle(each).overflowX === 'hidden',
    )
  // Rows are alike: the first and the last of them stand for all.
  const isOfMiddle = (control: HTMLElement) =>
    control.closest(':is(.row, .office-rows > li):nth-child(n + 4):not(:nth-last-child(-n + 3))')
  const wrong = [...all]
    .filter((control) => control.checkVisibility() && !control.closest('.skip, [inert]'))
    // What a form does at Enter may be a button that nobody sees nor comes to.
    .filter((control) => !control.matches('.sr[tabindex="-1"]'))
    .filter((control) => isOfMiddle(control) === null)
    .flatMap((control) => {
      const found = wrongOf(drawnAs(control))
      return found ? [`${found}: ${named(control)}`] : []
    })
  return [...wrong, ...pushed().map((each) => `pushed aside: ${named(each)}`)]
}
