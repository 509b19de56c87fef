import { InvitationOverPage, InvitationPage } from '../../../views/invitation/page'
import { paths } from '../../../views/paths'
import { acceptInvitation, invitedBy } from '../../commands/accounts/invitation'
import { passwordLinkRoutes } from '../session/password-link'

/** Setting a password of one's own, by a link that the desk gave out. */
export const invitationLinkRoutes = passwordLinkRoutes({
  path: paths.invitation,
  at: paths.invitationBy,
  whose: invitedBy,
  set: acceptInvitation,
  draw: InvitationPage,
  drawOver: InvitationOverPage,
})
