import type { z } from 'zod'
import type { Staff } from '../../../actors/people'
import type { Problem } from '../../../actors/problem'
import { paths } from '../../../views/paths'
import type { List } from '../../../views/workbench/inbox/lists'
import type { may } from '../../policies/may'
import type { Permission } from '../../policies/permissions'
import type { Ask } from '../context'
import { staff } from '../person'
import { type Asked, type Route, route } from '../route'
import { listBefore } from '../workbench/before'
import { workbenchPages } from '../workbench/page'

const ID = ':id'

export type About = { person: Staff; id: string }

/** Who asks, and about which conversation; whether there is one is for the command to find. */
export const about = (c: Ask): About => ({ person: staff(c), id: c.req.param('id') ?? '' })

/**
 * Something an agent does to one conversation: done and back to it, or its page with what was
 * wrong and the text that was typed.
 */
export const conversationVerb = <Outcome>(verb: {
  path: (id: string) => string
  permission: Permission
  asks: keyof typeof may
  form?: z.ZodObject
  run: (asked: Asked<About>) => Promise<Outcome | Problem>
  to?: (id: string, list: List) => string
  made?: (asked: Asked<About>, outcome: Outcome) => Response
  /** What stays in the composer of the page. */
  draft?: (asked: Asked<About>) => string
}): Route => {
  const { to = paths.workbench.conversation, draft, path, ...same } = verb
  return route<Outcome, About>({
    ...same,
    method: 'POST',
    path: path(ID),
    find: about,
    to: ({ c, subject }) => to(subject.id, listBefore(c)),
    moves: true,
    refused: (asked, problem) => {
      const { c, site, subject } = asked
      return workbenchPages(site.desk, site.feeds).refused(c, subject.id, problem, draft?.(asked))
    },
  })
}

/** A page about one conversation. */
export const conversationPage = (view: {
  path: (id: string) => string
  framed?: true
  show: Route['answer']
}): Route =>
  route({
    ...view,
    method: 'GET',
    path: view.path(ID),
    permission: 'workbench.use',
    asks: 'watch',
  })

/** Back to the list: the conversation is not theirs to look at any longer. */
export const toList = (_id: string, list: List): string => paths.workbench.list(list)
