import type { Page } from 'playwright-core'

/** What pages are, by name. */
type Pages = Readonly<Record<string, string>>

/** What is wrong with a page in the window it is in, and for somebody who does not see it. */
export const flawsOf = (page: Page): Promise<string[]> => page.evaluate(`(${flaws})()`)

/**
 * The same of many pages, as each looks before its scripts run, by name. Each is put in the place of
 * the one that is open: a load takes fifty times as long. That one should have no scripts, which
 * would go on.
 */
export const flawsOfAll = (page: Page, pages: Pages) => ofAll(page, pages, [flaws])

/**
 * And also where people's words are shown that do not go by the first letter of each line: to lay
 * a page out is what takes long, so it is looked at for both.
 */
export const flawsAndOneWayLinesOfAll = (page: Page, pages: Pages) =>
  ofAll(page, pages, [flaws, oneWayLines])

/** Fields in which a phone zooms, and badges that run out of their round, in many pages. */
export const narrowFlawsOfAll = (page: Page, pages: Pages) => ofAll(page, pages, [narrowFlaws])

/** The texts go as data: as a part of the script all of them would be read as one first. */
const ofAll = async (page: Page, pages: Pages, looks: readonly (() => string[])[]) => {
  await page.evaluate(`window.lookAtAll = (pages) => (${inTurn})(pages, [${looks.join()}])`)
  return page.evaluate(
    (all) => Reflect.get(window, 'lookAtAll')(all) as Record<string, string[]>,
    pages,
  )
}

/** Runs in the page. */
const inTurn = (pages: Record<string, string>, looks: (() => string[])[]) => {
  const root = document.documentElement
  const found: Record<string, string[]> = {}
  for (const [name, text] of Object.entries(pages)) {
    const { documentElement, title, body } = new DOMParser().parseFromString(text, 'text/html')
    // A parsed text has no scripts running, so what is for that case stands in it as elements.
    for (const each of body.querySelectorAll('noscript, script')) each.remove()
    root.lang = documentElement.lang
    document.title = title
    document.body.replaceWith(body)
    found[name] = looks.flatMap((look) => look())
  }
  return found
}

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

/** Runs in the page: words are people's where they are marked so, or where their line ends are kept. */
const oneWayLines = (): string[] => {
  const keepsLines = (element: Element) =>
    !element.parentElement?.closest('[dir=auto], bdi') &&
    !element.matches('[dir=ltr]') &&
    [...element.childNodes].some((child) => child.nodeType === 3 && child.textContent?.trim()) &&
    getComputedStyle(element).whiteSpaceCollapse.startsWith('preserve')
  return [...document.querySelectorAll('body *')]
    .filter(
      (element) =>
        element.matches('[dir=auto], bdi, textarea:not([dir=ltr])') || keepsLines(element),
    )
    .filter((element) => getComputedStyle(element).unicodeBidi !== 'plaintext')
    .map((element) => `lines by one letter: ${element.outerHTML.slice(0, 100)}`)
}

/** Runs in the page, in the window of a phone or on a screen for fingers. */
const narrowFlaws = (): string[] => {
  const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)]
  const small = all('input:not([type=hidden]), textarea, select').filter(
    (field) => Number.parseFloat(getComputedStyle(field).fontSize) < 16,
  )
  const over = all('.badge').filter(
    (badge) => badge.clientWidth > 0 && badge.scrollWidth > badge.clientWidth,
  )
  return [
    ...small.map((field) => `zooms: ${field.outerHTML.slice(0, 100)}`),
    ...over.map((badge) => `runs over: ${badge.outerHTML.slice(0, 100)}`),
  ]
}
