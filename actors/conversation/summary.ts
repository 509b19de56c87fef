import { type Address, addressOf } from '../address'
import type { Effect } from '../effects'
import { isForDesk } from '../entry'
import { isDeepEqual } from '../equal'
import type { Fact } from '../facts'
import type { Derive } from '../logic'
import { toldOf } from '../mentions'
import type { ConversationRow, ConversationState } from '../summary'
import { aspectsIn, isAlikeBeside } from './aspects'
import type { ConversationContext } from './context'
import { stateSeqOf } from './rights'
import { slaShown } from './sla'
import { tellWants, withWants } from './wants'

type State = { value: unknown; context: ConversationContext }

export const summarizeConversation = ({ value, context }: State): ConversationRow => ({
  id: context.id,
  visitor: context.visitor,
  visitorName: context.visitorName,
  department: context.department,
  language: context.visitorWants.language,
  state: conversationState(value),
  agent: context.agent,
  agentName: context.agentName,
  offeredTo: context.ringing?.agent ?? null,
  openedAt: context.openedAt,
  waitingSince: context.since,
  closedAt: context.closedAt,
  stars: context.rating?.stars ?? null,
  messageLeft: context.messageLeft,
  neverAnswered: isNeverAnswered(context),
  answersSeq: context.answersSeq,
  wrapUp: context.wrapUp,
  sla: slaShown(context),
  commented: context.rating?.commented ?? false,
  // An agent's own count: those of departments begin anew with each.
  offer: context.ringing?.claim ?? 0,
  mergedInto: context.mergedInto,
  guests: context.guests,
  stateSeq: stateSeqOf(context),
  splitInto: splitIntoOf(context),
  splitFrom: context.branchedFrom?.conversation ?? null,
  ...aspectsIn(context),
})

/** What went on in another is not over: it is that one's to be answered. */
const isNeverAnswered = ({ closedAt, answered, mergedInto }: ConversationContext): boolean =>
  closedAt !== null && !answered && mergedInto === null

/** Where it goes on, if it was split. */
const splitIntoOf = ({ mergedInto, branches }: ConversationContext): string | null =>
  branches.some(({ into }) => into === mergedInto) ? mergedInto : null

/** The nested state in the one word lists and pages use. */
export const conversationState = (value: unknown): ConversationState => {
  if (value === 'offered') return 'offered'
  if (typeof value === 'object' && value !== null) {
    if ('active' in value) return 'active'
    if ('closed' in value) return value.closed === 'rated' ? 'rated' : 'closed'
    if ('waiting' in value) return value.waiting === 'inLine' ? 'waiting' : 'left'
  }
  return 'waiting'
}

/** Where it stands and who has it: a colleague can take it over in the middle of the same state. */
const whereItIs = ({ value, context: { agent, department, ringing } }: State) => ({
  ...{ value, agent, department },
  offeredTo: ringing?.agent ?? null,
})

/** What follows from every change: who watches it looks again. */
export const deriveConversationEffects: Derive<ConversationContext> = (
  before,
  after,
  effects,
  turn,
) => {
  const topic = addressOf('conversation', after.context.id)
  const conversation = after.context.id
  const said = effects.some((effect) => effect.do === 'append' || effect.do === 'write')
  const rated = !isDeepEqual(before?.context.rating, after.context.rating)
  const moved = !before || rated || !isDeepEqual(whereItIs(before), whereItIs(after))
  const read = said || moved ? null : readFurther(before.context, after.context)
  const people = new Set([
    before?.context.agent,
    after.context.agent,
    before?.context.ringing?.agent,
    after.context.ringing?.agent,
  ])
  const waits = after.context.agent === null
  const department = addressOf('department', after.context.department)
  const shown =
    before !== null &&
    (before.context.visitorName !== after.context.visitorName ||
      !isAlikeBeside(before.context, after.context) ||
      before.context.sla !== after.context.sla ||
      !isDeepEqual(before.context.wrapUp, after.context.wrapUp))
  const closedChanged =
    (shown && after.context.closedAt !== null) ||
    rated ||
    before?.context.closedAt !== after.context.closedAt
  const facts: Fact[] = [
    ...(said ? [{ topic, what: 'said', seq: after.context.lastSeq } as const] : []),
    ...(read ? [{ topic, what: 'seen', ...read } as const] : []),
    // A line alone says nothing of what stands around it.
    ...(moved || shown || !(said || read) ? [{ topic, what: 'state' } as const] : []),
    ...[...people].flatMap((agent): Fact[] =>
      agent && read?.by !== 'visitor'
        ? [{ topic: addressOf('agent', agent), what: 'row', conversation }]
        : [],
    ),
    ...(waits && (said || shown)
      ? [{ topic: department, what: 'line', conversation } as const]
      : []),
    ...heldIn(before?.context, after.context).map(
      (id): Fact => ({ topic: addressOf('department', id), what: 'held', conversation }),
    ),
    ...(before && closedChanged
      ? [{ topic: department, what: 'closed', conversation } as const]
      : []),
    ...mentionedBy(effects, topic, conversation),
  ]
  const told = [
    ...tellSnooze(before?.context, after.context, turn),
    ...tellWants(before?.context, after.context, turn),
  ]
  return [
    ...withWants(effects, after.context, turn.version),
    ...told,
    ...facts.map((fact): Effect => ({ do: 'announce', fact })),
  ]
}

/** Its holder hears whether it is put off: what is takes none of their places. */
const tellSnooze = (
  before: ConversationContext | undefined,
  { id, agent, claim, snooze, closedAt }: ConversationContext,
  { at, version }: { at: number; version: number },
): Effect[] => {
  if (agent === null || claim === 0 || closedAt !== null) return []
  const isSameHolding = before?.agent === agent && before.claim === claim
  const was = isSameHolding && before.snooze !== null
  const isOn = snooze !== null
  if (was === isOn) return []
  const event = { type: 'putOff', at, conversation: id, claim, isOn, news: version } as const
  return [{ do: 'tell', to: addressOf('agent', agent), event }]
}

/** Whom what was written calls by name, and that others may be called than before where lines changed. */
const mentionedBy = (effects: readonly Effect[], topic: Address, conversation: string): Fact[] => {
  const called = effects.flatMap((effect): Fact[] => {
    if (effect.do !== 'append') return []
    const { seq } = effect.entry
    const topics = toldOf(effect.entry).map((id) => addressOf('agent', id))
    return topics.map((agent) => ({ topic: agent, what: 'mentioned', conversation, seq }))
  })
  const isOtherwise = effects.some(
    (effect) =>
      effect.do === 'write' ||
      (effect.do === 'append' && effect.entry.changes !== null && isForDesk(effect.entry.body)),
  )
  return [...called, ...(isOtherwise ? [{ topic, what: 'mentioned' } as const] : [])]
}

/** In which departments what is in somebody's hands is another than before. */
const heldIn = (
  before: ConversationContext | undefined,
  after: ConversationContext,
): readonly string[] => {
  const [was, is] = [before && isHeld(before), isHeld(after)]
  const isAlike =
    was === is &&
    before?.agent === after.agent &&
    before.department === after.department &&
    (before.snooze === null) === (after.snooze === null) &&
    before.visitorName === after.visitorName
  if (isAlike || !(was || is)) return []
  return [
    ...new Set([...(was && before ? [before.department] : []), ...(is ? [after.department] : [])]),
  ]
}

const isHeld = ({ agent, closedAt }: ConversationContext): boolean =>
  agent !== null && closedAt === null

/** Who has read further, and how far, where nothing else changed. */
const readFurther = (before: ConversationContext, after: ConversationContext) => {
  const { seenByAgent: agent, seenByVisitor: visitor } = after
  if (visitor > before.seenByVisitor) return { by: 'visitor', seq: visitor } as const
  return agent > before.seenByAgent ? ({ by: 'agent', seq: agent } as const) : null
}
