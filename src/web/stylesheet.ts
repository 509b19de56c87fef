import base from '../../static/css/base.css' with { type: 'file' }
import chat from '../../static/css/chat/chat.css' with { type: 'file' }
import ended from '../../static/css/chat/ended.css' with { type: 'file' }
import past from '../../static/css/chat/past.css' with { type: 'file' }
import chatSizes from '../../static/css/chat/sizes.css' with { type: 'file' }
import start from '../../static/css/chat/start.css' with { type: 'file' }
import tail from '../../static/css/chat/tail.css' with { type: 'file' }
import fonts from '../../static/css/fonts.css' with { type: 'file' }
import auditActs from '../../static/css/office/audit.css' with { type: 'file' }
import board from '../../static/css/office/board.css' with { type: 'file' }
import officeConversations from '../../static/css/office/conversations.css' with { type: 'file' }
import officeCustomers from '../../static/css/office/customers.css' with { type: 'file' }
import firstStepStyle from '../../static/css/office/first-steps.css' with { type: 'file' }
import officeFrame from '../../static/css/office/frame.css' with { type: 'file' }
import hours from '../../static/css/office/hours.css' with { type: 'file' }
import letterStyle from '../../static/css/office/letters.css' with { type: 'file' }
import officeList from '../../static/css/office/list.css' with { type: 'file' }
import officeMoment from '../../static/css/office/moment.css' with { type: 'file' }
import panel from '../../static/css/office/panel.css' with { type: 'file' }
import officePeople from '../../static/css/office/people.css' with { type: 'file' }
import officePrivacy from '../../static/css/office/privacy.css' with { type: 'file' }
import officeRatings from '../../static/css/office/ratings.css' with { type: 'file' }
import officeRouting from '../../static/css/office/routing.css' with { type: 'file' }
import officeSections from '../../static/css/office/sections.css' with { type: 'file' }
import officeSettings from '../../static/css/office/settings.css' with { type: 'file' }
import statechart from '../../static/css/office/statechart.css' with { type: 'file' }
import officeSystem from '../../static/css/office/system.css' with { type: 'file' }
import officeTexts from '../../static/css/office/texts.css' with { type: 'file' }
import card from '../../static/css/pages/card.css' with { type: 'file' }
import factor from '../../static/css/pages/factor.css' with { type: 'file' }
import home from '../../static/css/pages/home.css' with { type: 'file' }
import mine from '../../static/css/pages/mine.css' with { type: 'file' }
import sheet from '../../static/css/pages/sheet.css' with { type: 'file' }
import attach from '../../static/css/parts/attach.css' with { type: 'file' }
import avatar from '../../static/css/parts/avatar.css' with { type: 'file' }
import button from '../../static/css/parts/button.css' with { type: 'file' }
import composer from '../../static/css/parts/composer.css' with { type: 'file' }
import connection from '../../static/css/parts/connection.css' with { type: 'file' }
import field from '../../static/css/parts/field.css' with { type: 'file' }
import marks from '../../static/css/parts/marks.css' with { type: 'file' }
import menu from '../../static/css/parts/menu.css' with { type: 'file' }
import newPassword from '../../static/css/parts/new-password.css' with { type: 'file' }
import switches from '../../static/css/parts/switches.css' with { type: 'file' }
import reset from '../../static/css/reset.css' with { type: 'file' }
import states from '../../static/css/states.css' with { type: 'file' }
import tokens from '../../static/css/tokens.css' with { type: 'file' }
import transcriptCards from '../../static/css/transcript/cards.css' with { type: 'file' }
import entry from '../../static/css/transcript/entry.css' with { type: 'file' }
import entryMenu from '../../static/css/transcript/entry-menu.css' with { type: 'file' }
import transcriptFiles from '../../static/css/transcript/files.css' with { type: 'file' }
import notice from '../../static/css/transcript/notice.css' with { type: 'file' }
import pending from '../../static/css/transcript/pending.css' with { type: 'file' }
import said from '../../static/css/transcript/said.css' with { type: 'file' }
import scroll from '../../static/css/transcript/scroll.css' with { type: 'file' }
import typing from '../../static/css/transcript/typing.css' with { type: 'file' }
import aspects from '../../static/css/workbench/aspects.css' with { type: 'file' }
import canned from '../../static/css/workbench/canned.css' with { type: 'file' }
import cards from '../../static/css/workbench/cards.css' with { type: 'file' }
import inbox from '../../static/css/workbench/inbox.css' with { type: 'file' }
import listTools from '../../static/css/workbench/list-tools.css' with { type: 'file' }
import mentions from '../../static/css/workbench/mentions.css' with { type: 'file' }
import merge from '../../static/css/workbench/merge.css' with { type: 'file' }
import offer from '../../static/css/workbench/offer.css' with { type: 'file' }
import online from '../../static/css/workbench/online.css' with { type: 'file' }
import presence from '../../static/css/workbench/presence.css' with { type: 'file' }
import room from '../../static/css/workbench/room.css' with { type: 'file' }
import workbenchSizes from '../../static/css/workbench/sizes.css' with { type: 'file' }
import together from '../../static/css/workbench/together.css' with { type: 'file' }
import visitorDetails from '../../static/css/workbench/visitor-details.css' with { type: 'file' }
import workbench from '../../static/css/workbench/workbench.css' with { type: 'file' }

/** What every page has, in the order it is served: later rules of a layer win. */
export const stylesheet: readonly unknown[] = [
  fonts,
  reset,
  tokens,
  base,
  button,
  field,
  avatar,
  marks,
  switches,
  menu,
  connection,
  composer,
  attach,
  scroll,
  entry,
  said,
  entryMenu,
  transcriptFiles,
  transcriptCards,
  notice,
  pending,
  typing,
  chat,
  ended,
  start,
  past,
  chatSizes,
  tail,
  card,
  states,
]

/** What only pages of others than visitors have beside it: the workbench, the office, plain ones. */
export const deskStylesheet: readonly unknown[] = [
  workbench,
  inbox,
  listTools,
  offer,
  room,
  canned,
  cards,
  aspects,
  presence,
  visitorDetails,
  together,
  mentions,
  merge,
  online,
  workbenchSizes,
  home,
  sheet,
  mine,
  newPassword,
  factor,
]

/** What only the pages of the office have beside both. */
export const officeStylesheet: readonly unknown[] = [
  officeFrame,
  panel,
  officeTexts,
  officeSystem,
  firstStepStyle,
  officeList,
  letterStyle,
  officePrivacy,
  auditActs,
  officePeople,
  officeSections,
  officeSettings,
  hours,
  officeConversations,
  officeRatings,
  officeRouting,
  board,
  officeMoment,
  statechart,
  officeCustomers,
]
