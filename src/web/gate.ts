import { Problem } from '../../actors/problem'
import { paths } from '../../views/paths'
import type { Desk } from '../commands/desk'
import type { Config } from '../config'
import type { Feeds } from '../feeds/feeds'
import { answerProblem, seeOther, wantsPage } from './answer'
import type { Ask } from './context'
import { guard, isHimself } from './guard'
import { safeNext } from './pages/session'
import { identify } from './request/identify'
import { look } from './request/locale'
import { routeOf } from './routes'

type Task = Response | undefined

/**
 * What every request passes before its handler: what it is to be shown in, whether it comes from
 * here, who asks, and whether such a person may knock at this door at all. The answer of one who
 * is turned away; a promise only when somebody else must be asked first.
 */
export const gate = (desk: Desk, config: Config, feeds: Feeds) => {
  const lookAt = look(desk, config)
  const refuse = guard(config)
  const recognise = identify(desk, config)

  const known = (c: Ask): Task | Promise<Task> => {
    const person = c.get('person')
    const isBench = c.req.path.startsWith(paths.workbench.page)
    if (person?.kind === 'staff' && isBench && isHimself(c.req.raw, config))
      feeds.presence[readsPage(c) ? 'page' : 'request'](person.id)
    const route = routeOf(c.req.method === 'HEAD' ? 'GET' : c.req.method, c.req.path)
    return route?.who === 'staff' && person?.kind !== 'staff' ? signInFirst(c) : undefined
  }

  return (c: Ask): Task | Promise<Task> => {
    lookAt(c)
    const refused = refuse(c)
    if (refused || c.req.path.startsWith(files)) return refused
    const asked = recognise(c)
    return asked ? asked.then(() => known(c)) : known(c)
  }
}

/** Where nobody is asked who he is. */
const files = paths.static('')

const signInFirst = (c: Ask): Response | Promise<Response> => {
  const asksPage = c.req.method === 'GET' && wantsPage(c) && !isStream(c.req.path)
  if (!asksPage) return answerProblem(c, new Problem('unknown', 'signInFirst'))
  const to = safeNext(c.req.path)
  const query = to ? `?next=${encodeURIComponent(to)}` : ''
  return seeOther(c, `${paths.session.signIn}${query}`)
}

/** Neither a form nor a stream: what comes is read, and no connection need come after it. */
const readsPage = (c: Ask) => c.req.method === 'GET' && !isStream(c.req.path)

const isStream = (path: string) =>
  path === paths.workbench.feedBase || path === paths.workbench.socketBase
