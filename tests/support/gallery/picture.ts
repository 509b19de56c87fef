import type { Page } from 'playwright-core'
import type { PageContext } from '../../../views/page-context'
import { ana, now } from './data'

export type Picture = {
  name: string
  page: (look: Pick<PageContext, 'theme' | 'language'>) => unknown
  /** English and light only. */
  once?: boolean
  height?: number
  /** What to do on it before the picture is taken. */
  act?: (page: Page) => Promise<unknown>
}

export const lookOf = (look: Pick<PageContext, 'theme' | 'language'>): PageContext => ({
  ...look,
  nonce: 'gallery',
  here: '/chat',
  now: now,
  zone: 'Europe/Berlin',
})

/** Who has a page of the desk before them. */
export const reader = { id: ana, name: 'Ana' }

/** Poses a state of the connection. */
export const connected = (state: string) => (page: Page) =>
  page.evaluate((now) => {
    document.querySelector('#connection')?.setAttribute('data-state', now)
  }, state)
/** The browser kit says so by itself; only its other states are posed. */
export const live = async (page: Page) => {
  await page.waitForSelector('#connection[data-state=live]', { state: 'attached', timeout: 5000 })
}
