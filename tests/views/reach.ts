import type { Page } from 'playwright-core'

/** What of a page nobody gets at, of all that stands in `within`. */
export const outOfReach = (page: Page, within = 'body'): Promise<string[]> =>
  page.evaluate(unreachable, within)

/** Runs in the page: controls that are outside the window, or that something lies upon. */
const unreachable = (within: string): string[] => {
  const EDGE_PX = 4
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
  const wrongOf = (control: HTMLElement): string | null => {
    control.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    const [box] = control.getClientRects()
    if (!box) return null
    const { left, right, top, bottom } = box
    if (left < -1 || right > innerWidth + 1) return 'beside the window'
    if (top < -1 || bottom > innerHeight + 1) return 'above or below the window'
    const y = (top + bottom) / 2
    const xs = [left + EDGE_PX, (left + right) / 2, right - EDGE_PX]
    return xs.every((x) => isPressed(control, x, y)) ? null : 'covered'
  }
  /** What only a script can scroll to is out of reach as well. */
  const pushed = () =>
    [...document.querySelectorAll('body, .workbench *')].filter(
      (each) => each.scrollLeft !== 0 && getComputedStyle(each).overflowX === 'hidden',
    )
  // Rows are alike: the first and the last of them stand for all.
  const isOfMiddle = (control: HTMLElement) =>
    control.closest('.row:nth-child(n + 4):not(:nth-last-child(-n + 3))') !== null
  const wrong = [...all]
    .filter((control) => control.checkVisibility() && !control.closest('.skip, [inert]'))
    .filter((control) => !isOfMiddle(control))
    .flatMap((control) => {
      const found = wrongOf(drawnAs(control))
      return found ? [`${found}: ${named(control)}`] : []
    })
  return [...wrong, ...pushed().map((each) => `pushed aside: ${named(each)}`)]
}
