import type { Ask } from './context'
import { isPrefetch } from './gate/prefetch'
import { isSameHost } from './gate/same-host'

/**
 * Whether the frame of a page of our own asks: then somebody without a script has it before their
 * eyes. Another site that names its address says nothing about that. By Fetch Metadata, or by the
 * Referer where a browser sends none (plain http that is not localhost).
 */
export const isOurFrame = (c: Ask): boolean => {
  if (isPrefetch(c.req.raw)) return false
  const site = c.req.header('Sec-Fetch-Site')
  if (site === undefined)
    return isSameHost(URL.parse(c.req.header('Referer') ?? ''), c.req.header('Host'))
  return site === 'same-origin' && c.req.header('Sec-Fetch-Dest') === 'iframe'
}
