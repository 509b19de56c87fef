import type { From } from '../../commands/desk'
import type { Ask } from '../context'
import { browserIn, familyIn } from '../visit/browser'

/** Where a session is begun: the address, and the browser with its system in words. */
export const fromOf = (c: Ask): From => {
  const { browser, system, device } = browserIn(c.req.header('User-Agent'))
  const words = [browser, system, device].filter(Boolean).join(' · ')
  const family = familyIn(c.req.header('User-Agent'))
  return { address: c.get('address')(), family, ...(words ? { browser: words } : {}) }
}
