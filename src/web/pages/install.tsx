import type { MiddlewareHandler } from 'hono'
import { isProblem, Problem } from '../../../actors/problem'
import { isActive } from '../../../actors/summary'
import { InstallPage } from '../../../views/install/page'
import { paths } from '../../../views/paths'
import { InstalledPage } from '../../../views/problem'
import { sentenceFor } from '../../../views/words'
import { install, isInstallToken } from '../../commands/accounts/install'
import { seatAgent } from '../../commands/agents/seat'
import type { Desk } from '../../commands/desk'
import { SESSION_LIFE_MS, signIn } from '../../commands/sessions/sign-in'
import type { Config } from '../../config'
import { answerProblem, page, seeOther } from '../answer'
import { fields, typed } from '../body'
import type { App, Env } from '../context'
import { cookieNames, keepCookie } from '../request/cookies'

/**
 * The first admin. Once there is one, the address leads nowhere, whatever the method and whether
 * the token was the right one: the page says so, and where people who have an account go.
 */
export const installRoutes = (app: App, desk: Desk, config: Config) => {
  const names = cookieNames(config)
  app.use(paths.install, onlyBefore(desk))

  app.get(paths.install, (c) => {
    const token = c.req.query('token') ?? ''
    if (!isInstallToken(desk, token))
      return answerProblem(c, new Problem('forbidden', 'tokenWrong'))
    return page(c, InstallPage({ ...c.get('look'), token }))
  })

  app.post(paths.install, async (c) => {
    const input = await fields(c)
    const admin = await install(desk, input)
    if (isProblem(admin)) {
      const look = c.get('look')
      const problem = { says: sentenceFor(admin, look.language), field: admin.field }
      const draft = { name: typed(input, 'name'), email: typed(input, 'email') }
      const token = typed(input, 'token')
      const again = admin.code === 'invalid' && InstallPage({ ...look, token, draft, problem })
      return answerProblem(c, admin, again || undefined)
    }
    const departments = (await desk.store.inbox.departments()).filter(isActive).map(({ id }) => id)
    await seatAgent(desk, admin.id, { name: admin.name, departments })
    const { email, password } = input
    const signedIn = await signIn(desk, { email, password }, { address: c.get('address')() })
    if (isProblem(signedIn)) return seeOther(c, paths.session.signIn)
    keepCookie(c, names, 'session', signedIn.token, SESSION_LIFE_MS)
    return seeOther(c, paths.workbench.page)
  })
}

const gone = new Problem('missing', 'installDone')

/** Asks the store until there is an admin; from then on it is known for good. */
const onlyBefore = (desk: Desk): MiddlewareHandler<Env> => {
  let done = false
  return async (c, next) => {
    done ||= await desk.store.accounts.hasAdmin()
    if (done) return answerProblem(c, gone, InstalledPage(c.get('look')))
    await next()
  }
}
