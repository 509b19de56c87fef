import { Problem } from '../../../actors/problem'
import { InstallPage } from '../../../views/install/page'
import { paths } from '../../../views/paths'
import { InstallLinkPage } from '../../../views/problem'
import { isInstallToken } from '../../commands/accounts/install'
import { answerProblem, page } from '../answer'
import { route } from '../route'
import { whenInstalled } from './installed'

export const showInstall = route({
  method: 'GET',
  path: paths.install,
  permission: 'anyone',
  gone: whenInstalled,
  show: (c, { desk }) => {
    const token = c.req.query('token') ?? ''
    return isInstallToken(desk, token)
      ? page(c, InstallPage({ ...c.get('look'), token }))
      : answerProblem(c, new Problem('forbidden', 'tokenWrong'), InstallLinkPage(c.get('look')))
  },
})
