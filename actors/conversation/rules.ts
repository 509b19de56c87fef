import { addressOf } from '../address'
import type { Body, Notice } from '../entry'
import { withMentions } from '../mentions'
import type { RuleResult } from '../rule'
import { withFiles } from '../sent-files'
import type { Written as WrittenBeside } from './aspect'
import { type AspectEvent, aspectOf, isWhyNot, outcomeOf } from './aspects'
import { bodyOfSaid, settleCard } from './cards'
import type { ConversationContext as Context, Rule } from './context'
import type { Of } from './events'
import { joinLine, leaveLine, recall, tellFreed } from './line'
import { type At, deskClientId, moveNotice, notice, orderedAt } from './notice'
import { answered, asked, waitFor } from './unanswered'
import { askAfter, withWrapUp } from './wrap-up'

export const addSaid: Rule<Of<'said'>> = (context, event) => {
  const written = write(context, event, bodyOfSaid(event))
  const seq = context.lastSeq + 1
  const counted =
    event.by === 'visitor'
      ? asked(context, event, seq)
      : { ...answered(seq), deskWriters: writersAfter(context, event.author, seq) }
  const settled = settleCard({ ...context, ...written.context }, event)
  return {
    context: { ...written.context, saidSeq: seq, ...counted, ...settled.context },
    effects: [...(written.effects ?? []), ...(settled.effects ?? [])],
  }
}

/** Its visitor is known now. What they said stays as it was said. */
export const claim: Rule<Of<'claimed'>> = (context, event) => {
  const { visitor, name, topics, erased } = event
  const whose = {
    ...{ visitor, visitorName: name },
    // What is heard of them counts from now on: it is numbered by their turns, not by those of who it was.
    ...(topics ? { visitorWants: { ...context.visitorWants, topics, news: 0 } } : {}),
  }
  if (!erased) return { context: whose }
  const told = notice(context, event, { code: 'erased' })
  return { context: { ...told.context, ...whose }, effects: told.effects }
}

/** Lists and heads show what they are called now; what was said keeps the name of then. */
export const nameVisitor: Rule<Of<'visitorNamed'>> = (_, { name }) => ({
  context: { visitorName: name },
})

/** Its line may go by it. */
export const knowVisitor: Rule<Of<'visitorKnown'>> = ({ visitorWants }, { topics, news }) => ({
  context: { visitorWants: { ...visitorWants, topics, news } },
})

/** What colleagues write beside the talk: who waits for an answer waits on, what is unread stays so. */
export const addBeside: Rule<WrittenBeside<string>> = (context, event) => {
  const aspect = aspectOf(event)
  if (aspect?.does !== 'write') return {}
  const body = withMentions(withFiles(aspect.body, event.files), event.mentions)
  const written = write(context, { ...event, by: 'agent' }, body)
  const deskWriters = writersAfter(context, event.author, context.lastSeq + 1)
  return { context: { ...written.context, deskWriters }, effects: written.effects }
}

/** Two are enough to tell whether anybody else has written since a line, whoever asks. */
const writersAfter = ({ deskWriters }: Context, author: string, seq: number) => [
  { author, seq },
  ...deskWriters.filter((writer) => writer.author !== author).slice(0, 1),
]

/** What they say of it, as far as its guard lets them. */
export const changeBeside: Rule<AspectEvent> = (context, event) => {
  const after = outcomeOf(context, event)
  const aspect = aspectOf(event)
  if (after === null || isWhyNot(after) || aspect?.does !== 'change') return {}
  if (!aspect.tells) return { context: { ...after, ...doneBeside(context, event) } }
  const told = notice(context, event, aspect.tells({ ...context, ...after }, event.name ?? ''))
  const done = doneBeside({ ...context, ...told.context }, event)
  return { context: { ...after, ...told.context, ...done }, effects: told.effects }
}

/** Whoever asks for the same by an earlier line asks too late. */
export const doneBeside = ({ besideSeqs, lastSeq }: Context, { type }: { type: string }) => ({
  besideSeqs: { ...besideSeqs, [type]: lastSeq },
})

type Written = Pick<Of<'said'>, 'at' | 'by' | 'author' | 'name' | 'clientId' | 'text' | 'answers'>

/** What a person wrote, as the next line of the transcript. */
const write = (context: Context, event: Written, body: Body): RuleResult<Context> => {
  const { by, author, name, clientId, text } = event
  const seq = context.lastSeq + 1
  const at = orderedAt(context, event)
  const answers = event.answers === undefined ? {} : { answers: event.answers }
  const entry = { seq, clientId, by, author, name, at, text, body, changes: null, ...answers }
  return { context: { lastSeq: seq, lastAt: at }, effects: [{ do: 'append', entry }] }
}

export const markSeen: Rule<Of<'seen'>> = (context, event) => {
  if (event.by === 'visitor') return { context: { seenByVisitor: event.upTo } }
  // What the visitor wrote after the last line the agent saw stays unread.
  const after = context.unanswered.filter((seq) => seq > event.upTo).length
  return { context: { seenByAgent: event.upTo, unread: Math.min(context.unread, after) } }
}

/** What is in the transcript stays there, and what comes next comes after it. */
export const goOnAfter: Rule<Of<'mended'>> = (context, event) => ({
  context: {
    lastSeq: Math.max(context.lastSeq, event.upTo),
    saidSeq: Math.max(context.saidSeq, event.saidSeq),
    ...(event.unread > 0 ? waitFor(context, event) : {}),
  },
})

export const end: Rule<Of<'ended'>> = (context, event) =>
  withWrapUp(
    context,
    close(context, event, { code: 'closed', by: event.by, name: event.name }),
    event,
  )

/** The visitor was silent too long after an answer. */
export const endBySilence: Rule<Of<'due.silence'>> = (context, event) => {
  const ended = close(context, event, { code: 'closed', by: 'silence', name: '' })
  const { endedSeq = 0 } = ended.context ?? {}
  return { ...ended, effects: [...(ended.effects ?? []), askAfter(context, event, endedSeq)] }
}

/** The visitor goes on with a closed conversation: a new visit to the line. */
export const reopen: Rule<Of<'reopened'>> = (context, event) => {
  const noticed = moveNotice(context, event, {
    code: 'reopened',
    by: 'visitor',
    name: event.name,
  })
  return joinLine(
    {
      ...context,
      ...noticed.context,
      agent: null,
      agentName: '',
      closedAt: null,
      wrapUp: null,
      rating: null,
    },
    event,
    { front: false },
    [...noticed.effects, recall(context, event)],
  )
}

/** A rating that is given again takes the place of the one before. */
export const rate: Rule<Of<'rated'>> = (context, event) => {
  const { stars, comment: text, commented } = event
  const remarks = event.remarks ? { remarks: event.remarks } : {}
  const changes = context.rating?.entry ?? null
  const noticed = notice(context, event, { code: 'rated', stars, ...remarks }, { text, changes })
  const entry = changes ?? deskClientId(noticed.context.lastSeq)
  return {
    context: { ...noticed.context, rating: { stars, entry, commented, ...remarks } },
    effects: noticed.effects,
  }
}

/** Ends it, with the words the desk has for it; `rests` says whether its holder may rest after it. */
export const close = (
  context: Context,
  event: At & { version: number },
  words: Notice,
  { rests = true } = {},
): RuleResult<Context> => {
  const noticed = moveNotice(context, event, words)
  const { agent, claim, ringing } = context
  const holder = agent === null ? ringing : { agent, claim }
  const freed = holder ? [tellFreed(context, event, holder.agent, holder.claim, rests)] : []
  const waits = agent === null
  return {
    context: {
      ...noticed.context,
      closedAt: event.at,
      endedSeq: noticed.context.lastSeq,
      claim: 0,
      ringing: null,
      transfer: null,
      snooze: null,
      // What nobody answered waits again when it goes on.
      unread: 0,
    },
    effects: [
      ...noticed.effects,
      ...freed,
      ...(waits ? [leaveLine(context, event, false)] : []),
      {
        do: 'tell',
        to: addressOf('visitor', context.visitor),
        event: {
          type: 'finished',
          at: event.at,
          conversation: context.id,
          news: event.version,
        },
      },
    ],
  }
}
