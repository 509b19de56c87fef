import type { Said } from '../../commands/conversations/say'
import type { Feeds } from '../../feeds/feeds'
import type { Reader } from '../../reads/entries'
import { isHtmx, seeOther, wantsJson } from '../answer'
import type { Ask } from '../context'

/**
 * After something was said: the way back to `to`, the line itself, or its figures. The line is the
 * piece that the feeds send: it is drawn once for all.
 */
export const answerSaid = (
  c: Ask,
  feeds: Feeds,
  { entry, repeat }: Said,
  reader: Reader,
  to: string,
): Response => {
  const status = repeat ? 200 : 201
  if (wantsJson(c))
    return c.json({ seq: entry.seq, client_id: entry.clientId, at: entry.at }, status)
  if (!isHtmx(c)) return seeOther(c, `${to}#e-${entry.clientId}`)
  const { html } = feeds.desk.entries.frame(entry, reader, entry.seq - 1)
  return c.html(html, status) as Response
}
