import type { Page } from 'playwright-core'

/** What is wrong with a page in the window it is in, and for somebody who does not see it. */
export const flawsOf = (page: Page): Promise<string[]> => page.evaluate(flaws)

/** Runs in the page: what scrolls it, what a screen reader could not name, or not tell apart. */
const flaws = (): string[] => {
  const { scrollWidth, clientWidth } = document.documentElement
  const over = scrollWidth - clientWidth
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
    ...(over > 0 ? [`scrolls sideways by ${over} px`] : []),
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
