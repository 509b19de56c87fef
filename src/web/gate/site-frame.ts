import { paths } from '../../../views/paths'
import type { Ask, WebContext } from '../context'
import { deskOrigin } from '../desk-origin'
import { isOurFrame } from '../our-frame'
import { isSameHost } from './same-host'

/**
 * Whether the answer will stand in the frame on somebody's site: it is the frame's own page, or what
 * a form in it is answered. That such a form is ours has been found out before.
 */
export const isForFrame = (c: Ask): boolean =>
  c.req.path === paths.widget.page || (c.req.method === 'POST' && isShownInFrame(c))

/**
 * Whether a frame asks, for what it will show. By Fetch Metadata, or by the Referer where a browser
 * sends none (plain http that is not localhost): then only what the frame's own page asks for is known.
 */
export const isShownInFrame = (c: Ask): boolean => {
  const destination = c.req.header('Sec-Fetch-Dest')
  if (destination !== undefined) return destination === 'iframe'
  if (c.req.header('HX-Request') !== undefined) return false
  const from = URL.parse(c.req.header('Referer') ?? '')
  return from?.pathname === paths.widget.page && isSameHost(from, c.req.header('Host'))
}

/**
 * Only pages of the allowed sites may hold it then, and the desk's own that show how it looks; it is
 * drawn for a small frame.
 */
export const drawForFrame = async (
  { reads, config }: Pick<WebContext, 'reads' | 'config'>,
  c: Ask,
): Promise<void> => {
  const { origins } = await reads.sites.get()
  const isOwn = isOurFrame(c)
  const holders = isOwn ? [...origins, "'self'"] : origins
  const sites = isOwn ? [...origins, deskOrigin(c, config)] : origins
  if (holders.length > 0) c.set('framedBy', holders.join(' '))
  c.set('look', { ...c.get('look'), here: paths.widget.page, frame: { sites } })
}
