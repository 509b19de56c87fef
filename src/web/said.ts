import type { Said } from '../commands/conversations/write'
import type { Reader } from '../reads/entries'
import type { Reads } from '../reads/reads'
import { isHtmx, seeOther, wantsJson } from './answer'
import type { Ask } from './context'

/**
 * Plain form: 303 to `to`. htmx: the entry's fragment, which the feeds send too and which is drawn
 * once for all. JSON: seq, client_id, at.
 */
export const answerSaid = (
  c: Ask,
  { entries }: Pick<Reads, 'entries'>,
  { entry, repeat }: Said,
  reader: Reader,
  to: string,
): Response => {
  const status = repeat ? 200 : 201
  if (wantsJson(c))
    return c.json({ seq: entry.seq, client_id: entry.clientId, at: entry.at }, status)
  if (!isHtmx(c)) return seeOther(c, `${to}#e-${entry.clientId}`)
  const { html } = entries.frame(entry, reader, entry.seq - 1)
  return c.html(html, status) as Response
}
