import { z } from 'zod'
import { holding } from '../../actors/holds'
import { Problem } from '../../actors/problem'
import type { Ask } from './context'

/** What a form has beside its own fields whose page came with a cookie; scripts leave it out. */
const cookieField = { cookie: holding('value', z.string().max(20)).optional() }

/** The same form, of a page that came with a cookie. */
export const withCookie = <Shape extends z.ZodRawShape>(form: z.ZodObject<Shape>) =>
  form.extend(cookieField)

type Fields = Record<string, unknown>

/**
 * A form's own fields; or why nothing can come of it: its page came with a cookie, and the browser
 * did not keep it. Made all the same, a conversation or a session would be nobody's. A browser that
 * goes on to the answer had the page before, whatever is in the form.
 */
export const unlessBlocked = (
  c: Ask,
  { cookie, ...fields }: Fields,
  isKept: boolean,
): Fields | Problem => {
  const hadPage = cookie !== undefined || c.req.header('Sec-Fetch-Mode') === 'navigate'
  return hadPage && !isKept ? new Problem('invalid', 'cookiesBlocked') : fields
}
