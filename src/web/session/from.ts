import type { From } from '../../commands/desk'
import type { Ask } from '../context'
import { browserIn } from '../visit/browser'

/** Where a session is begun: the address, and the browser with its system in words. */
export const fromOf = (c: Ask): From => {
  const { browser, system, device } = browserIn(c.req.header('User-Agent'))
  const words = [browser, system, device].filter(Boolean).join(' · ')
  return { address: c.get('address')(), ...(words ? { browser: words } : {}) }
}
