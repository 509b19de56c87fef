import type { Staff } from '../../../actors/people'
import type { Problem } from '../../../actors/problem'
import { paths } from '../../../views/paths'
import { refreshS } from '../../../views/refresh'
import { sentenceFor } from '../../../views/words'
import { OnlinePage } from '../../../views/workbench/online'
import { invitationForm, invite } from '../../commands/visitors/invite'
import { noHandlers } from '../../live/socket'
import { allows } from '../../policies/permissions'
import { readOnline } from '../../reads/site-visitors'
import { answerProblem, page, wantsJson, wantsPage } from '../answer'
import { typed } from '../body'
import type { Ask, WebContext } from '../context'
import { staffOf } from '../gate/identify'
import { staff } from '../person'
import { route } from '../route'
import { openStream } from '../stream'

const untilIn = (c: Ask): string | undefined =>
  /^\d{1,15}-[\w-]{1,64}$/.exec(c.req.query('until') ?? '')?.[0]

const drawn = async (
  c: Ask,
  { reads }: WebContext,
  refused?: { problem: Problem; draft: string },
) => {
  const [person, until, look] = [staff(c), untilIn(c), c.get('look')]
  const online = await readOnline(reads, person, until)
  const says = refused && {
    problem: sentenceFor(refused.problem, look.language),
    draft: refused.draft,
  }
  const me = { id: person.id, name: person.name }
  const mayInvite = allows(person, 'visitors.invite')
  return OnlinePage({ ...look, ...online, me, until, mayInvite, ...says })
}

/** Who is on the site now. */
export const showOnline = route({
  ...{ method: 'GET', path: paths.workbench.visitors(), permission: 'workbench.use' },
  renewsS: refreshS.lists,
  show: async (c, web) => {
    if (!wantsJson(c)) return page(c, await drawn(c, web))
    return c.json(await readOnline(web.reads, staff(c), untilIn(c)))
  },
})

export const onlineFeed = route({
  ...{ method: 'GET', path: paths.workbench.visitorsFeedBase, permission: 'workbench.use' },
  live: true,
  show: (c, web) => {
    const person = staff(c)
    const token = c.get('sessionToken')
    const check = async () => (await staffOf(web.desk, token)) as Staff | null
    const seen = { language: c.get('look').language, until: untilIn(c) }
    return openStream(c, web, 'sse', noHandlers, (pipe, caller) =>
      web.feeds.online({ staff: person, check }, seen, pipe, caller),
    )
  },
})

export const inviteVisitor = route({
  ...{ method: 'POST', path: paths.workbench.invite(':id'), permission: 'visitors.invite' },
  form: invitationForm,
  run: ({ c, web, input }) => invite(web.desk, staff(c), c.req.param('id') ?? '', input),
  to: () => paths.workbench.visitors(),
  refused: async ({ c, web, input }, problem) =>
    problem.code === 'missing' || !wantsPage(c)
      ? answerProblem(c, problem)
      : answerProblem(c, problem, await drawn(c, web, { problem, draft: typed(input, 'text') })),
})
