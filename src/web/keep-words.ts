import { wantsPage } from './answer'
import { fieldsIfAny } from './body'
import type { Timer } from './body/bytes'
import type { Ask } from './context'

/**
 * Reads what a form brought before it is refused, so that the page of the refusal gives it back. To
 * be called for what comes from our own pages, or may. A promise only where there is a form.
 */
export const keepWords = (c: Ask, clock: Timer): Promise<unknown> | undefined =>
  c.req.method === 'POST' && wantsPage(c) ? fieldsIfAny(c, clock) : undefined
