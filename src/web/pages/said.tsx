import { Upsert } from '../../../views/live'
import { Entry, type EntryProps } from '../../../views/transcript/entry'
import type { Said } from '../../commands/conversations'
import { isHtmx, page, seeOther, wantsJson } from '../answer'
import type { Ask } from '../context'

/** After something was said: the way back to `to`, the line itself, or its figures. */
export const answerSaid = (
  c: Ask,
  { entry, repeat }: Said,
  { audience, viewer }: Pick<EntryProps, 'audience' | 'viewer'>,
  to: string,
): Response => {
  const status = repeat ? 200 : 201
  if (wantsJson(c))
    return c.json({ seq: entry.seq, client_id: entry.clientId, at: entry.at }, status)
  if (!isHtmx(c)) return seeOther(c, `${to}#e-${entry.clientId}`)
  const { language, zone } = c.var.look
  const line = <Entry {...{ entry, audience, viewer, language, zone }} />
  return page(c, <Upsert after={entry.seq - 1}>{line}</Upsert>, status)
}
