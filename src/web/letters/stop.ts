import { z } from 'zod'
import { holding } from '../../../actors/holds'
import { isProblem, Problem } from '../../../actors/problem'
import { StopPage } from '../../../views/letters/stop-page'
import { paths } from '../../../views/paths'
import { stopProblem, unsubscribe } from '../../commands/letters/unsubscribe'
import { answerProblem, page, wantsJson } from '../answer'
import type { Ask } from '../context'
import { type Route, route } from '../route'

const path = paths.letters.stop(':hash')
const query = z.object({
  e: z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number),
  s: z.string().regex(/^[\w-]{1,64}$/),
})
/** What programs of mail send by one press (RFC 8058), and what the page sends. */
const form = z.object({
  'List-Unsubscribe': holding('value', z.string().max(100)).optional(),
  wants: holding('value', z.string().max(10)).optional(),
})

const missing = () => new Problem('missing', 'missing')

/** The link that an address has in it. */
const linkOf = (c: Ask) => {
  const asked = query.safeParse(c.req.query())
  const hash = c.req.param('hash') ?? ''
  if (!asked.success || !/^[\da-f]{64}$/.test(hash)) return missing()
  return { hash, until: asked.data.e, proof: asked.data.s }
}

const showStop = route({
  ...{ method: 'GET', path, permission: 'anyone', passing: true, secret: true },
  show: (c, { desk }) => {
    const link = linkOf(c)
    const problem = isProblem(link) ? link : stopProblem(desk, link.hash, link)
    if (isProblem(link) || problem) return answerProblem(c, problem ?? missing())
    return page(c, StopPage({ ...c.get('look'), here: paths.home, ...link }))
  },
})

const stop = route({
  ...{ method: 'POST', path, permission: 'anyone', form, bare: true, secret: true },
  run: ({ c, web, input }) => {
    const link = linkOf(c)
    if (isProblem(link)) return link
    const asked = { hash: link.hash, wants: input.wants === 'yes', address: c.get('address')() }
    return unsubscribe(web.desk, asked, link)
  },
  made: ({ c }, { wants }) => {
    if (wantsJson(c)) return c.json({ wants })
    const link = linkOf(c)
    if (isProblem(link)) return answerProblem(c, link)
    return page(c, StopPage({ ...c.get('look'), here: paths.home, ...link, wants }))
  },
})

/** By which whoever has a mail wants no more of it. */
export const stopRoutes: readonly Route[] = [showStop, stop]
