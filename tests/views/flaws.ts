import type { Page } from 'playwright-core'

/** What is wrong with a page at these widths, and for somebody who does not see it. */
export const flawsOf = async (page: Page, widths: readonly number[]): Promise<string[]> => {
  const wide: string[] = []
  for (const width of widths) {
    await page.setViewportSize({ width, height: 640 })
    const over = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement
      return scrollWidth - clientWidth
    })
    if (over > 0) wide.push(`scrolls sideways by ${over} px at ${width}`)
  }
  return [...wide, ...(await page.evaluate(nameless))]
}

/** Runs in the page: what a screen reader could not name, or not tell apart. */
const nameless = (): string[] => {
  const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)]
  const labelled = (element: HTMLElement) =>
    element.ariaLabel ||
    element.textContent?.trim() ||
    [...((element as HTMLInputElement).labels ?? [])].some((label) => label.textContent?.trim())
  const fields = all('input:not([type=hidden]), select, textarea').filter((field) => {
    const { labels } = field as HTMLInputElement
    return !field.ariaLabel && ![...(labels ?? [])].some((label) => label.textContent?.trim())
  })
  const controls = all('button, a, summary, iframe').filter(
    (control) => !labelled(control) && !control.title,
  )
  const ids = all('[id]').map(({ id }) => id)
  const transcript = document.querySelector('#transcript:not(body.tail *)')
  const log = transcript?.parentElement
  return [
    ...fields.map((field) => `no label: ${field.outerHTML.slice(0, 100)}`),
    ...controls.map((control) => `no name: ${control.outerHTML.slice(0, 100)}`),
    ...all('img:not([alt])').map((image) => `no alt: ${image.outerHTML.slice(0, 100)}`),
    ...ids.filter((id, nth) => ids.indexOf(id) !== nth).map((id) => `twice: #${id}`),
    ...(document.documentElement.lang ? [] : ['no language']),
    ...(document.title ? [] : ['no title']),
    ...(all('main').length === 1 ? [] : ['not one main']),
    ...(log && (log.role !== 'log' || log.ariaLive !== 'polite')
      ? ['a log that says nothing']
      : []),
  ]
}
