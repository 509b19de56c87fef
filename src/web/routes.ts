import { serveAssetRoute } from './assets/serve'
import { endChat } from './chat/end'
import { chatFeed, chatSocket } from './chat/feed'
import { rateChat } from './chat/rate'
import { reopenChat } from './chat/reopen'
import { sayInChat } from './chat/say'
import { seenInChat } from './chat/seen'
import { showChat } from './chat/show'
import { startChat } from './chat/start'
import { showChatTail } from './chat/tail'
import { typingInChat } from './chat/typing'
import { acceptOffer } from './conversations/accept'
import { claimConversation } from './conversations/claim'
import { showDecisions } from './conversations/decisions'
import { declineOffer } from './conversations/decline'
import { endConversation } from './conversations/end'
import { noteInConversation } from './conversations/note'
import { sayInConversation } from './conversations/say'
import { seenInConversation } from './conversations/seen'
import { showConversation } from './conversations/show'
import { tagConversation } from './conversations/tag'
import { showConversationTail } from './conversations/tail'
import { transferConversation } from './conversations/transfer'
import { typingInConversation } from './conversations/typing'
import { probeSocket, probeStream } from './health/probe'
import { showReady } from './health/ready'
import { showUp } from './health/up'
import { showRobots } from './home/robots'
import { showHome } from './home/show'
import { installDesk } from './install/install'
import { showInstall } from './install/show'
import { departmentRoutes } from './office/departments'
import { showOffice } from './office/show'
import { chooseLanguage } from './preferences/language'
import { chooseTheme } from './preferences/theme'
import type { Route } from './route'
import { showSignIn } from './session/show'
import { signInRoute } from './session/sign-in'
import { signOutRoute } from './session/sign-out'
import { workbenchFeed, workbenchSocket } from './workbench/feed'
import { showWorkbench } from './workbench/show'
import { setStatusRoute } from './workbench/status'

/** Every route there is, by noun. */
export const routes: readonly Route[] = [
  ...[showHome, showRobots, showUp, showReady, probeStream, probeSocket, serveAssetRoute],
  ...[showInstall, installDesk],
  ...[showSignIn, signInRoute, signOutRoute],
  ...[chooseLanguage, chooseTheme],
  ...[showChat, startChat, sayInChat, showChatTail, chatFeed, chatSocket],
  ...[typingInChat, seenInChat, endChat, reopenChat, rateChat],
  ...[showWorkbench, workbenchFeed, workbenchSocket, setStatusRoute],
  ...[showConversation, showDecisions, showConversationTail, sayInConversation, noteInConversation],
  ...[claimConversation, acceptOffer, declineOffer, transferConversation, endConversation],
  ...[seenInConversation, typingInConversation, tagConversation],
  showOffice,
  ...departmentRoutes,
]

/**
 * Those of some routes that stand at an address, whatever the method; none when it leads nowhere.
 * Asked only when the router found nothing.
 */
export const routesAt = (path: string, among: readonly Route[]): readonly Route[] =>
  among.filter((route) => patternOf(route).test(path))

const patternOf = ({ path }: Route) => new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}$`)
