import { isProblem } from '../../../actors/problem'
import { isActive } from '../../../actors/summary'
import { InstallPage } from '../../../views/install/page'
import { firstStepPaths } from '../../../views/office/first-steps/paths'
import { paths } from '../../../views/paths'
import { InstallLinkPage } from '../../../views/problem'
import { sentenceFor } from '../../../views/words'
import { fieldProblems } from '../../commands/accounts/create'
import { shownEmail } from '../../commands/accounts/email-key'
import { install, installForm } from '../../commands/accounts/install'
import { seatAgent } from '../../commands/agents/seat'
import { beginFirstSteps } from '../../commands/first-steps/change'
import { answerProblem, givenBack } from '../answer'
import { typed } from '../body'
import { cookieNames, layProbe } from '../cookies'
import { cameFrom } from '../gate/identify'
import { unlessBlocked, withCookie } from '../kept-cookie'
import { route } from '../route'
import { enter } from '../session/begin'
import { whenInstalled } from './installed'

/** The desk's owner, who is signed in with it and answers for every department. */
export const installDesk = route({
  method: 'POST',
  path: paths.install,
  permission: 'anyone',
  secret: true,
  form: withCookie(installForm),
  gone: whenInstalled,
  run: async ({ c, web, input }) => {
    const { desk, config } = web
    const form = unlessBlocked(c, input, c.get('cookies').has(cookieNames(config).probe))
    if (isProblem(form)) return form
    const owner = await install(desk, form, cameFrom(c))
    if (isProblem(owner)) return owner
    const all = await desk.store.departments.all()
    const departments = all.filter(isActive).map(({ id }) => id)
    await seatAgent(desk, owner.id, { name: owner.name, departments })
    await beginFirstSteps(desk)
    await web.firstSteps.load()
    return owner
  },
  made: (asked) => {
    const { email, password } = asked.input
    return enter(asked, { email, password }, firstStepPaths.page)
  },
  refused: ({ c, web, input }, problem) => {
    if (problem.reason === 'cookiesBlocked') layProbe(c, cookieNames(web.config))
    const look = c.get('look')
    const fields = problem.code === 'invalid' ? fieldProblems(input) : []
    const problems = (fields.length > 0 ? fields : [problem]).map((each) => ({
      ...{ says: sentenceFor(each, look.language), field: each.field },
    }))
    const draft = { name: typed(input, 'name'), email: shownEmail(typed(input, 'email')) }
    const token = typed(input, 'token')
    const again = problem.code === 'invalid' && InstallPage({ ...look, token, draft, problems })
    const isLink = problem.reason === 'tokenWrong'
    return answerProblem(
      c,
      problem,
      again || (isLink ? InstallLinkPage({ ...look, ...givenBack(c) }) : undefined),
    )
  },
})
