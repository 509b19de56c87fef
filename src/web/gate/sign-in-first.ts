import { Problem } from '../../../actors/problem'
import { paths } from '../../../views/paths'
import { confinedBy } from '../../commands/sessions/confined'
import { isSessionOfDisabled } from '../../commands/sessions/disabled'
import { answerProblem, seeOther, wantsPage } from '../answer'
import type { Ask, WebContext } from '../context'
import { cookieNames, dropSession } from '../cookies'
import { safeNext } from '../next'

/** Who must sign in is led there and comes back to the page; a program is told so. */
export const signInFirst = async (web: WebContext, c: Ask, live: boolean): Promise<Response> => {
  const asksPage = c.req.method === 'GET' && wantsPage(c) && !live
  if (await confinedBy(web.desk, c.get('sessionToken'))) {
    const why = new Problem('unknown', 'factorFirst')
    return asksPage
      ? seeOther(c, paths.session.factorAfter(safeNext(c.req.path)))
      : answerProblem(c, why)
  }
  if (!live) await dropDead(web, c)
  if (!asksPage) return answerProblem(c, new Problem('unknown', 'signInFirst'))
  const ended = c.get('sessionToken') !== undefined
  return seeOther(c, paths.session.signInFor(safeNext(c.req.path), ended))
}

/**
 * A session's cookie that signs nobody in is taken away, but for one whose account was disabled: by
 * it the sign-in page says so. Streams leave it: they knock again in the background, and their late
 * answer would take away the cookie of who has signed in meanwhile.
 */
const dropDead = async ({ desk, config }: WebContext, c: Ask) => {
  const names = cookieNames(config)
  if (!c.get('cookies').has(names.session)) return
  if (await isSessionOfDisabled(desk, c.get('sessionToken'))) return
  dropSession(c, names)
}
