import { paths } from '../../../views/paths'
import { type SignInNotice, SignInPage } from '../../../views/session/sign-in'
import type { Desk } from '../../commands/desk'
import { isSessionOfDisabled } from '../../commands/sessions/disabled'
import { page, seeOther } from '../answer'
import { cookieNames, layProbe } from '../cookies'
import { isInstalled } from '../install/installed'
import { safeNext } from '../next'
import { route } from '../route'
import { saidWord } from '../said-word'

export const showSignIn = route({
  method: 'GET',
  path: paths.session.signIn,
  permission: 'anyone',
  show: async (c, web) => {
    const { desk, config } = web
    const next = safeNext(c.req.query('next'))
    if (c.get('person')?.kind === 'staff') return seeOther(c, next ?? paths.workbench.page)
    layProbe(c, cookieNames(config))
    const token = c.get('sessionToken')
    const wasIn = token !== undefined || saidWord(c, web, 'ended') !== undefined
    const notice = await noticeFor(desk, token, wasIn)
    return page(c, SignInPage({ ...c.get('look'), next, ...(notice ? { notice } : {}) }))
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
