import { isDeepEqual } from '../equal'
import type { TurnEvent } from '../turn-event'
import { isWhyNot, outcomeOf } from './aspects'
import { mayBeAnswered } from './cards'
import type { ConversationContext as Context } from './context'
import { isNewEcho } from './echoes'
import { mayChangeEntry } from './entry-changes'
import type { ConversationEvent } from './events'
import { runsTo } from './macro'
import * as rights from './rights'
import { isSilent } from './silence'

type Event = TurnEvent<ConversationEvent>
type Guard = (about: { context: Context; event: Event }) => boolean

/** What an agent says of their holding, newer than all that was heard of them. */
const isNews: Guard = ({ context, event }) =>
  'word' in event && event.word > (context.agentVersions[event.agent] ?? 0)

const stillRateable: Guard = ({ context, event }) =>
  event.type === 'rated' && rights.canRate(context, event.at)

/**
 * They take it themselves, by what they saw of it: a request that was held up on its way takes
 * nothing that has been taken, ended or reopened since.
 */
const tookInTime: Guard = ({ context, event }) =>
  event.type === 'assigned' &&
  event.how.how === 'took' &&
  !rights.hasMovedSince(context, event.asOf)

const handsInTime: Guard = ({ context, event }) =>
  event.type === 'handed' &&
  (event.lead === true || rights.canTransfer(context, event.by)) &&
  !rights.hasMovedSince(context, event.asOf)

/** A supervisor gave it to them while it waits, and nothing else came of that yet. */
const isGiven: Guard = ({ context, event }) =>
  event.type === 'assigned' &&
  (event.how.how === 'given' || event.how.how === 'kept') &&
  event.agent === context.transfer?.agent &&
  event.offer === context.transfer.offer

/** From whoever holds it. */
const fromHolder: Guard = (about) =>
  isNews(about) && 'word' in about.event && about.event.agent === about.context.agent

const byVisitor: Guard = ({ context, event }) =>
  event.type === 'said' &&
  event.by === 'visitor' &&
  rights.canSay(context, event) &&
  mayBeAnswered(context, event)

/** What comes of what colleagues do beside the talk; nothing of what comes too late. */
const afterBeside = (context: Context, event: Event) => {
  const asOf = 'asOf' in event ? event.asOf : undefined
  if (rights.hasChangedSince(context, event.type, asOf)) return null
  const after = outcomeOf(context, event)
  return after === null || isWhyNot(after) ? null : after
}

/** Until when it is put off by an event; undefined where it does not come to that. */
const snoozeAfter = (context: Context, event: Event) =>
  event.type === 'snoozed' ? afterBeside(context, event)?.snooze : undefined

const endsSnooze: Guard = ({ context, event }) => snoozeAfter(context, event) === null
const isUnanswered: Guard = ({ context }) => context.unansweredSince !== null
/** Its holder has none of their places for it any more. */
const isLoose: Guard = ({ context }) => context.claim === 0

export const guards = {
  byVisitor,
  /** It was rated elsewhere, before it came. */
  wasRated: ({ event }) => event.type === 'imported' && event.lines.rating !== null,
  byHolder: ({ context, event }) =>
    event.type === 'said' &&
    event.by === 'agent' &&
    rights.canSay(context, event) &&
    !rights.hasColleagueWritten(context, event.author, event.asOf) &&
    context.askedSeq <= (event.unlessAskedSince ?? context.askedSeq),
  /** It is the visitor's who gives it. */
  claims: ({ context, event }) =>
    event.type === 'claimed' && event.from === context.visitor && event.visitor !== event.from,
  namedOtherwise: ({ context, event }) =>
    event.type === 'visitorNamed' && context.visitor !== '' && event.name !== context.visitorName,
  further: ({ context, event }) =>
    event.type === 'seen' &&
    event.upTo <= context.lastSeq &&
    event.upTo > (event.by === 'agent' ? context.seenByAgent : context.seenByVisitor),
  /** Something is to be done, and it may be. */
  changesAspect: ({ context, event }) => afterBeside(context, event) !== null,
  snoozesUntilTime: ({ context, event }) => typeof snoozeAfter(context, event)?.until === 'number',
  snoozesUntilReply: ({ context, event }) => snoozeAfter(context, event)?.until === null,
  /** Somebody ends it before its time. */
  endsSnooze: (about) => endsSnooze(about),
  endsSnoozeUnanswered: (about) => endsSnooze(about) && isUnanswered(about),
  endsSnoozeLoose: (about) => endsSnooze(about) && isLoose(about),
  isUnanswered: (about) => isUnanswered(about),
  isLoose: (about) => isLoose(about),
  isSilent: ({ context, event }) => isSilent(context, event),
  isLooseAndByVisitor: (about) => isLoose(about) && byVisitor(about),
  /** Nothing is about to be handed over: only then nobody waits for an answer of its holder. */
  givesBackSnoozed: (about) => fromHolder(about) && about.context.transfer === null,
  changesEntry: ({ context, event }) =>
    'entry' in event && event.type !== 'echoed' && mayChangeEntry(context, event),
  runsEnding: ({ context, event }) => event.type === 'ran' && runsTo(context, event, 'end'),
  runsHanding: ({ context, event }) => event.type === 'ran' && runsTo(context, event, 'hand'),
  runsSaying: ({ context, event }) => event.type === 'ran' && runsTo(context, event, 'say'),
  runsBeside: ({ context, event }) => event.type === 'ran' && runsTo(context, event, 'beside'),
  isNews,
  /** Of a holding, not of an offer that they never took up. */
  isNewsOfHolding: (about) => isNews(about) && 'word' in about.event && about.event.claim > 0,
  /** It rings for this visit to the line, by an offer newer than all before. */
  ringsNow: ({ context, event }) =>
    isNews({ context, event }) &&
    event.type === 'offered' &&
    event.ticket === context.ticket &&
    event.offer > Math.max(context.lastExpiredOffer, context.ringing?.offer ?? 0),
  /** They accept an offer of this visit that is not over, take it themselves, or were given it. */
  accepts: ({ context, event }) => {
    if (!isNews({ context, event }) || event.type !== 'assigned') return false
    if (event.how.how === 'took') return tookInTime({ context, event })
    if (event.how.how === 'given' || event.how.how === 'kept') return isGiven({ context, event })
    return event.ticket === context.ticket && event.offer > context.lastExpiredOffer
  },
  /** They take it from whoever holds it, by what they saw of it. */
  takesOver: ({ context, event }) =>
    isNews({ context, event }) &&
    event.type === 'assigned' &&
    event.how.how === 'tookOver' &&
    rights.canTakeOver(context, { by: 'agent', author: event.agent }) &&
    !rights.hasMovedSince(context, event.asOf),
  takes: ({ context, event }) =>
    isNews({ context, event }) &&
    tookInTime({ context, event }) &&
    rights.canMerge(context) &&
    rights.canTake(context),
  rangAt: ({ context, event }) =>
    isNews({ context, event }) &&
    (event.type === 'returned' || (event.type === 'passed' && event.claim > 0)) &&
    event.agent === context.ringing?.agent,
  handedTo: ({ context, event }) =>
    ((event.type === 'passed' && event.claim === 0) ||
      (isNews({ context, event }) &&
        event.type === 'assigned' &&
        event.how.how === 'transferred')) &&
    event.agent === context.transfer?.agent &&
    event.offer === context.transfer.offer,
  /** The colleague took it and gave it back before it was heard. */
  gaveUp: ({ context, event }) =>
    isNews({ context, event }) &&
    event.type === 'returned' &&
    event.agent === context.transfer?.agent,
  fromHolder,
  fromHolderOfHolding: (about) =>
    fromHolder(about) && 'word' in about.event && about.event.claim > 0,
  hasLeftMessage: ({ context }) => context.messageLeft,
  byItsVisitor: ({ context, event }) =>
    (event.type === 'waitedOn' || event.type === 'leftMessage') && rights.canSay(context, event),
  toldUnattended: ({ context }) => context.unattended,
  thisVisit: ({ context, event }) => event.type === 'unattended' && event.ticket === context.ticket,
  /** It stands in that line still, and did not come from the other one. */
  overflows: ({ context, event }) =>
    event.type === 'overflowed' &&
    event.ticket === context.ticket &&
    event.from === context.department &&
    event.to !== context.department &&
    !context.via.includes(event.to),
  knownOtherwise: ({ context, event }) =>
    event.type === 'visitorKnown' &&
    context.visitor !== '' &&
    event.news > (context.visitorWants.news ?? 0),
  toDepartment: (about) =>
    handsInTime(about) && about.event.type === 'handed' && 'department' in about.event.to,
  toAgent: (about) =>
    handsInTime(about) && about.event.type === 'handed' && 'agent' in about.event.to,
  goesOnElsewhere: ({ context, event }) =>
    event.type === 'merged' &&
    rights.canMerge(context) &&
    event.into !== context.id &&
    !rights.hasMovedSince(context, event.asOf),
  /** Once, and never what went on in itself. */
  canAbsorb: ({ context, event }) =>
    event.type === 'absorbed' && context.merges.every(({ from }) => from !== event.from),
  goesBack: ({ context, event }) => {
    if (event.type !== 'unmerged') return false
    const merge = context.merges.find(({ from }) => from === event.from)
    return merge !== undefined && rights.canUnmerge(merge, event.at)
  },
  /** Something stays, and it goes on in itself until now. */
  splits: ({ context, event }) =>
    event.type === 'split' &&
    rights.canMerge(context) &&
    event.first > 1 &&
    event.first <= context.lastSeq,
  beginsOpen: ({ event }) => event.type === 'branched' && event.begins.closedAt === null,
  takesBackSplit: ({ context, event }) =>
    event.type === 'unsplit' && rights.canUnsplit(context, event.at),
  /** It left this one, and comes back while it goes on. */
  comesBackOpen: ({ context, event }) =>
    event.type === 'absorbed' &&
    event.takesBack?.isOpen === true &&
    event.from === context.mergedInto,
  echoes: ({ context, event }) => event.type === 'echoed' && isNewEcho(context, event),
  isThere: ({ context, event }) => event.type === 'parted' && event.into === context.mergedInto,
  inTime: ({ context, event }) =>
    event.type === 'reopened' &&
    rights.canMerge(context) &&
    rights.canReopen(context, event.at) &&
    !rights.hasEndedSince(context, event.asOf),
  canWrapUp: ({ context, event }) => event.type === 'wrappedUp' && rights.canWrapUp(context),
  /** Of this end, and nobody has filled it in meanwhile. */
  missesWrapUp: ({ context, event }) =>
    event.type === 'wrapUpMissed' && event.endedSeq === context.endedSeq && context.wrapUp === null,
  stillRateable,
  /** With other stars, or with words where there are none. */
  ratesOtherwise: ({ context, event }) =>
    stillRateable({ context, event }) &&
    event.type === 'rated' &&
    (event.stars !== context.rating?.stars ||
      (event.commented && !context.rating.commented) ||
      (event.remarks !== undefined && !isDeepEqual(event.remarks, context.rating.remarks))),
  /** A visitor who wants to leave does, whoever has come meanwhile; an agent ends what they hold. */
  mayEnd: ({ context, event }) =>
    event.type === 'ended' &&
    (event.lead === true || rights.canEnd(context, event)) &&
    !(event.by === 'visitor' ? rights.hasEndedSince : rights.hasMovedSince)(context, event.asOf),
} satisfies Record<string, Guard>
