import { paths } from '../../../views/paths'
import { GivenLinkOverPage, GivenLinkPage } from '../../../views/session/given-link'
import { linkHolder, setByLink } from '../../commands/accounts/password-link'
import { passwordLinkRoutes } from './password-link'

/** Setting a password of one's own, by a link that the desk gave out. */
export const givenLinkRoutes = passwordLinkRoutes({
  path: paths.passwordLink,
  at: paths.passwordLinkBy,
  whose: linkHolder,
  set: setByLink,
  draw: GivenLinkPage,
  drawOver: GivenLinkOverPage,
})
