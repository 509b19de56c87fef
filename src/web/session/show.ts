import { paths } from '../../../views/paths'
import { type SignInNotice, SignInPage } from '../../../views/session/sign-in'
import type { Desk } from '../../commands/desk'
import { confinedBy } from '../../commands/sessions/confined'
import { isSessionOfDisabled } from '../../commands/sessions/disabled'
import { page, seeOther } from '../answer'
import { cookieNames, layProbe } from '../cookies'
import { isInstalled } from '../install/installed'
import { safeNext } from '../next'
import { route } from '../route'
import { saidWord } from '../said-word'
import { signInServices } from './services'

export const showSignIn = route({
  method: 'GET',
  path: paths.session.signIn,
  permission: 'anyone',
  show: async (c, web) => {
    const { desk, config } = web
    const next = safeNext(c.req.query('next'))
    if (c.get('person')?.kind === 'staff') return seeOther(c, next ?? paths.workbench.page)
    const token = c.get('sessionToken')
    if (await confinedBy(desk, token)) return seeOther(c, paths.session.factorAfter(next))
    layProbe(c, cookieNames(config))
    const wasIn = token !== undefined || saidWord(c, web, 'ended') !== undefined
    const isOver = saidWord(c, web, 'over') !== undefined
    const notice = isOver ? 'halfOver' : await noticeFor(desk, token, wasIn)
    const services = await signInServices(desk)
    const shown = { ...c.get('look'), next, services, ...(notice ? { notice } : {}) }
    return page(c, SignInPage(shown))
  },
})

/** What whoever comes should know first: why they are out, or that nobody can be in yet. */
const noticeFor = async (
  desk: Desk,
  token: string | undefined,
  wasIn: boolean,
): Promise<SignInNotice | undefined> => {
  if (await isSessionOfDisabled(desk, token)) return 'shutOut'
  if (wasIn) return 'ended'
  return (await isInstalled(desk)) ? undefined : 'notSetUp'
}
