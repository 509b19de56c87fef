import { paths } from '../../views/paths'
import { serveAssetRoute } from './assets/serve'
import { answerCardInChat } from './cards/answer'
import { cardRoutes } from './cards/send'
import { backRoutes } from './chat/back'
import { declineInChat } from './chat/decline'
import { endChat } from './chat/end'
import { chatFeed, chatSocket, startFeed } from './chat/feed'
import { forgetVisitor, identifyVisitor, reportVisitor } from './chat/identity'
import { callBack, leaveInChat } from './chat/leave'
import { mailTranscriptRoutes } from './chat/mail-transcript'
import { viewInChat } from './chat/page-view'
import { pastRoutes } from './chat/past'
import { presentInChat } from './chat/presence'
import { rateChat } from './chat/rate'
import { reopenChat } from './chat/reopen'
import { sayInChat } from './chat/say'
import { seenInChat } from './chat/seen'
import { showChat } from './chat/show'
import { sneakPeekInChat } from './chat/sneak-peek'
import { startChat } from './chat/start'
import { showChatTail } from './chat/tail'
import { typingInChat } from './chat/typing'
import { waitInChat } from './chat/wait'
import { showDecisions } from './conversations/decisions'
import { draftInConversation } from './conversations/draft'
import { runMacroRoute } from './conversations/macro'
import { mentionRoutes } from './conversations/mentions'
import { showMergeChoices } from './conversations/merge-choices'
import { scheduledRoutes } from './conversations/scheduled'
import { seenInConversation } from './conversations/seen'
import { showConversation } from './conversations/show'
import { showConversationTail } from './conversations/tail'
import { typingInConversation } from './conversations/typing'
import { verbRoutes } from './conversations/verbs'
import { describeInConversation } from './conversations/visitor'
import { showWrapUp } from './conversations/wrap-up'
import { customerRoutes } from './customers/routes'
import { entryRoutes } from './entries/routes'
import { transcriptRoutes } from './entries/transcript'
import { sendFilesInChat, sendFilesInConversation } from './files/send'
import { serveFile } from './files/serve'
import { showMetrics } from './health/metrics'
import { probeSocket, probeStream } from './health/probe'
import { showReady } from './health/ready'
import { showUp } from './health/up'
import { showRobots } from './home/robots'
import { showHome } from './home/show'
import { installDesk } from './install/install'
import { showInstall } from './install/show'
import { stopRoutes } from './letters/stop'
import { serveAvatar } from './me/avatar'
import { installRoutes } from './me/install'
import { meRoutes } from './me/page'
import { auditRoutes } from './office/audit'
import { blockRoutes } from './office/blocks'
import { boardRoutes } from './office/board'
import { cannedOfficeRoutes } from './office/canned'
import { conversationOfficeRoutes } from './office/conversations'
import { customerOfficeRoutes } from './office/customers'
import { departmentRoutes } from './office/departments'
import { settingsRoutes } from './office/desk'
import { fileRoutes } from './office/files'
import { firstStepRoutes } from './office/first-steps'
import { formRoutes } from './office/forms'
import { hoursRoutes } from './office/hours'
import { invitationRoutes } from './office/invitations'
import { letterRoutes } from './office/letters'
import { peopleRoutes } from './office/people'
import { privacyRoutes } from './office/privacy'
import { providerOfficeRoutes } from './office/providers'
import { ratingRoutes } from './office/ratings'
import { rightsRoutes } from './office/rights'
import { roleRoutes } from './office/roles'
import { routingRoutes } from './office/routing'
import { ruleRoutes } from './office/rules'
import { showOffice } from './office/show'
import { sitesRoutes } from './office/sites'
import { statechartRoutes } from './office/statechart'
import { systemRoutes } from './office/system'
import { tagRoutes } from './office/tags'
import { textRoutes } from './office/texts'
import { visitorOfficeRoutes } from './office/visitors'
import { visitorImportRoutes } from './office/visitors-import'
import { wrapUpRoutes } from './office/wrap-up'
import { chooseLanguage } from './preferences/language'
import { chooseTheme } from './preferences/theme'
import type { Route } from './route'
import { factorRoutes } from './session/factor'
import { givenLinkRoutes } from './session/given-link'
import { passkeyRoutes } from './session/passkeys'
import { providerRoutes } from './session/provider'
import { resetRoutes } from './session/reset'
import { secondRoutes } from './session/second'
import { showSignIn } from './session/show'
import { signInRoute } from './session/sign-in'
import { askSignOut, signOutRoute } from './session/sign-out'
import { serveLoader } from './widget/loader'
import { showWidget } from './widget/show'
import { bulkRoute } from './workbench/bulk'
import { cannedRoutes } from './workbench/canned'
import { workbenchFeed, workbenchSocket } from './workbench/feed'
import { presentAtWorkbench } from './workbench/presence'
import { showSearch } from './workbench/search'
import { showWorkbench } from './workbench/show'
import { setStatusRoute } from './workbench/status'
import { showTagChoices } from './workbench/tags'
import { removeViewRoute, saveViewRoute } from './workbench/views'
import { inviteVisitor, onlineFeed, showOnline } from './workbench/visitors'

/** Every route there is, by noun. */
export const routes: readonly Route[] = [
  ...[
    showHome,
    showRobots,
    showUp,
    showReady,
    showMetrics,
    probeStream,
    probeSocket,
    serveAssetRoute,
  ],
  ...[showInstall, installDesk],
  ...[showSignIn, signInRoute, askSignOut, signOutRoute],
  ...secondRoutes,
  ...factorRoutes,
  ...providerRoutes,
  ...passkeyRoutes,
  ...resetRoutes,
  ...givenLinkRoutes,
  ...customerRoutes,
  ...[chooseLanguage, chooseTheme],
  ...[showChat, startChat, sayInChat, showChatTail, startFeed, chatFeed, chatSocket],
  ...[typingInChat, seenInChat, presentInChat, endChat, reopenChat, rateChat],
  ...pastRoutes,
  ...backRoutes,
  ...stopRoutes,
  ...mailTranscriptRoutes,
  ...[serveLoader, showWidget, identifyVisitor, forgetVisitor, reportVisitor],
  ...[viewInChat, declineInChat],
  ...[leaveInChat, callBack, waitInChat],
  ...[showWorkbench, workbenchFeed, workbenchSocket, setStatusRoute, presentAtWorkbench],
  showSearch,
  showTagChoices,
  ...meRoutes,
  serveAvatar,
  ...installRoutes,
  ...[showConversation, showDecisions, showConversationTail, showWrapUp, showMergeChoices],
  ...[seenInConversation, typingInConversation, draftInConversation, sneakPeekInChat],
  ...scheduledRoutes,
  ...mentionRoutes,
  ...[describeInConversation],
  ...[showOnline, onlineFeed, inviteVisitor],
  ...verbRoutes,
  ...[bulkRoute, saveViewRoute, removeViewRoute],
  ...entryRoutes,
  ...transcriptRoutes,
  ...cardRoutes,
  answerCardInChat,
  ...cannedRoutes,
  runMacroRoute,
  ...[sendFilesInChat, sendFilesInConversation, serveFile],
  showOffice,
  ...firstStepRoutes,
  ...boardRoutes,
  ...peopleRoutes,
  ...roleRoutes,
  ...rightsRoutes,
  ...providerOfficeRoutes,
  ...conversationOfficeRoutes,
  ...visitorImportRoutes,
  ...visitorOfficeRoutes,
  ...ratingRoutes,
  ...fileRoutes,
  ...departmentRoutes,
  ...hoursRoutes,
  ...routingRoutes,
  ...wrapUpRoutes,
  ...blockRoutes,
  ...auditRoutes,
  ...cannedOfficeRoutes,
  ...tagRoutes,
  ...ruleRoutes,
  ...sitesRoutes,
  ...statechartRoutes,
  ...invitationRoutes,
  ...settingsRoutes,
  ...letterRoutes,
  ...privacyRoutes,
  ...customerOfficeRoutes,
  ...formRoutes,
  ...textRoutes,
  ...systemRoutes,
]

/**
 * Those of some routes that stand at an address, whatever the method; none when it leads nowhere.
 * Asked only when the router found nothing.
 */
export const routesAt = (path: string, among: readonly Route[]): readonly Route[] =>
  among.filter((route) => patternOf(route).test(path))

/**
 * The page that an address belongs to, where a link or a reload may lead: itself where there is one,
 * else the nearest above it. A path may have names in it (`:id`).
 */
export const pageAt = (path: string, among: readonly Route[]): string => {
  for (let at = path; at !== ''; at = at.slice(0, at.lastIndexOf('/')))
    if (among.some((route) => isPage(route) && patternOf(route).test(at))) return at
  return paths.home
}

const isPage = ({ method, live, framed, passing }: Route) =>
  method === 'GET' && !live && !framed && !passing

/** The same as a function of the path that was asked for, for what is asked often. */
export const pageOf = (route: Route, among: readonly Route[]): ((path: string) => string) => {
  const page = pageAt(route.path, among)
  if (page === route.path) return (path) => path
  // Most pages have no name in them: nothing is to be found out with each request.
  if (!page.includes(':')) return () => page
  const parts = page.split('/').length
  return (path) => path.split('/').slice(0, parts).join('/')
}

/** Made once of each path: a desk that opens asks where every form of it belongs. */
const patterns = new Map<string, RegExp>()
const patternOf = ({ path }: Route): RegExp => {
  const known = patterns.get(path) ?? new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}$`)
  patterns.set(path, known)
  return known
}
