import { paths } from '../../../views/paths'
import { SignInPage } from '../../../views/session/sign-in'
import { isSessionOfDisabled } from '../../commands/sessions/disabled'
import { page, seeOther } from '../answer'
import { cookieNames, layProbe } from '../cookies'
import { safeNext } from '../next'
import { route } from '../route'

export const showSignIn = route({
  method: 'GET',
  path: paths.session.signIn,
  permission: 'anyone',
  show: async (c, { desk, config }) => {
    const next = safeNext(c.req.query('next'))
    if (c.get('person')?.kind === 'staff') return seeOther(c, next ?? paths.workbench.page)
    layProbe(c, cookieNames(config))
    const shutOut = await isSessionOfDisabled(desk, c.get('sessionToken'))
    return page(c, SignInPage({ ...c.get('look'), next, shutOut }))
  },
})
