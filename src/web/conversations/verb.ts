import type { z } from 'zod'
import type { Staff } from '../../../actors/people'
import { isProblem, type Problem } from '../../../actors/problem'
import type { ConversationRow } from '../../../actors/summary'
import { paths } from '../../../views/paths'
import type { List } from '../../../views/workbench/inbox/lists'
import { find } from '../../commands/conversations/access'
import type { may } from '../../policies/may'
import type { Permission } from '../../policies/permissions'
import { answerProblem } from '../answer'
import type { Ask, WebContext } from '../context'
import { staff } from '../person'
import { type Asked, type Route, route } from '../route'
import { sentIn } from '../sent'
import { listBefore } from '../workbench/before'
import { type Draft, workbenchPages } from '../workbench/page'
import { askAgain } from './wrap-up-page'

const ID = ':id'

type About = { person: Staff; id: string }

/** Who asks, and about which conversation; whether there is one is for the command to find. */
const about = (c: Ask): About => ({ person: staff(c), id: c.req.param('id') ?? '' })

/**
 * Something an agent does to one conversation: done and back to it, or its page with what was
 * wrong and the text that was typed.
 */
export const conversationVerb = <Outcome>(verb: {
  path: (id: string) => string
  permission: Permission
  asks: keyof typeof may
  form?: z.ZodObject
  bare?: true
  streams?: true
  run: (asked: Asked<About>) => Promise<Outcome | Problem>
  to?: (id: string, list: List, asked: Asked<About>) => string | Promise<string>
  made?: (asked: Asked<About>, outcome: Outcome) => Response | undefined | Promise<Response>
  /** What stays in the composer of the page. */
  draft?: (asked: Asked<About>) => Draft
}): Route => {
  const { to = paths.workbench.conversation, draft, path, ...same } = verb
  return route<Outcome, About>({
    ...same,
    method: 'POST',
    path: path(ID),
    find: about,
    to: (asked) => to(asked.subject.id, listBefore(asked.c), asked),
    moves: true,
    refused: async (asked, problem) => {
      const { c, web, subject, input } = asked
      const again = await askAgain(c, web, subject, { problem, input })
      if (again) return again
      const beside = sentIn(input, c.get('forms')).words.join('\n')
      return workbenchPages(web).refused(c, subject.id, problem, draft?.(asked) ?? { beside })
    },
  })
}

type Shown = { person: Staff; row: ConversationRow }

/** A page about one conversation, for who may know of it. */
export const conversationPage = (view: {
  path: (id: string) => string
  framed?: true
  renewsS?: number
  asks?: 'watch' | 'merge'
  show: (c: Ask, web: WebContext, shown: Shown) => Promise<Response>
}): Route =>
  route({
    ...{ asks: 'watch', ...view },
    ...{ method: 'GET', path: view.path(ID), permission: 'workbench.use' },
    show: async (c, web) => {
      const { person, id } = about(c)
      const row = await find(web.desk, person, id)
      return isProblem(row) ? answerProblem(c, row) : view.show(c, web, { person, row })
    },
  })

/** Back to the list: the conversation is not theirs to look at any longer. */
export const toList = (_id: string, list: List): string => paths.workbench.list(list)
