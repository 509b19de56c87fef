import { UnsentPage } from '../../views/unsent'
import type { Config } from '../config'
import { actionOf } from './action'
import { page, type Status } from './answer'
import { fieldsIfAny } from './body'
import type { Timer } from './body/bytes'
import { type Ask, lookOfAsker } from './context'
import { isSameOrigin, mayBePerson } from './gate/same-origin'
import { sentIn } from './sent'

/** Whether it brings something: the answer to it cannot be had again by reading its address. */
export const isForm = (c: Ask): boolean => !['GET', 'HEAD'].includes(c.req.method)

/**
 * The page after a form that failed on the way: with all that was typed, and a button that sends it
 * again as it was. What another site has sent is not offered to be sent from here.
 */
export const answerUnsent = async (
  c: Ask,
  { clock, config }: { clock: Timer; config: Config },
  status: Status,
): Promise<Response> => {
  const isOurs = isSameOrigin(c.req.raw, config)
  const input = isOurs || mayBePerson(c.req.raw) ? await fieldsIfAny(c, clock) : {}
  const action = isOurs ? actionOf(c) : undefined
  const props = {
    ...lookOfAsker(c),
    ...(action === undefined ? {} : { action }),
    ...(status === 500 ? { id: c.get('requestId') } : {}),
    sent: sentIn(input, c.get('forms')),
  }
  return page(c, <UnsentPage {...props} />, status)
}
