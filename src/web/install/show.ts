import { Problem } from '../../../actors/problem'
import { InstallPage } from '../../../views/install/page'
import { paths } from '../../../views/paths'
import { InstallLinkPage } from '../../../views/problem'
import { isInstallToken } from '../../commands/accounts/install'
import { answerProblem, page } from '../answer'
import { cookieNames, layProbe } from '../cookies'
import { route } from '../route'
import { whenInstalled } from './installed'

export const showInstall = route({
  method: 'GET',
  path: paths.install,
  permission: 'anyone',
  secret: true,
  gone: whenInstalled,
  show: (c, { desk, config }) => {
    const token = c.req.query('token') ?? ''
    const look = c.get('look')
    if (!isInstallToken(desk, token))
      return answerProblem(c, new Problem('forbidden', 'tokenWrong'), InstallLinkPage(look))
    layProbe(c, cookieNames(config))
    // Words and colours are chosen on the way back to this very page.
    return page(c, InstallPage({ ...look, here: paths.installBy(token), token }))
  },
})
