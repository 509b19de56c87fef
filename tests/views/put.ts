import type { Page } from 'playwright-core'

/**
 * Puts a page in the place of the one that is open, as it looks before its scripts run. That takes
 * a few milliseconds where loading it takes a hundred. The one that is open should have no scripts:
 * they would go on.
 */
export const put = (page: Page, html: string): Promise<void> => page.evaluate(replace, html)

const replace = (html: string) => {
  const { documentElement, title, body } = new DOMParser().parseFromString(html, 'text/html')
  // A parsed text has no scripts running, so what is for that case stands in it as elements.
  for (const each of body.querySelectorAll('noscript, script')) each.remove()
  const root = document.documentElement
  root.lang = documentElement.lang
  root.dataset.theme = documentElement.dataset.theme
  document.title = title
  document.body.replaceWith(body)
}
