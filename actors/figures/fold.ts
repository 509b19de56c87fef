import type { ConversationContext } from '../conversation/context'
import { isLateAt } from '../conversation/sla'
import { conversationState } from '../conversation/summary'
import type { AnyEvent } from '../events'
import { isTimer } from '../events'
import { isOver } from '../summary'
import { type Came, cameFromNowhere, type Ending, type Episode, newEpisode } from './episode'
import { answerSteps, type Measure, type Measures } from './measures'

/** Counts on with every change of what is counted: then all of it is counted anew. */
export const COUNTING_VERSION = 1

/** A conversation as one of its turns left it. */
export type Left = { value: unknown; context: ConversationContext }

/** What is counted of a conversation up to a turn: its episodes, of which the last may go on. */
export type Fold = {
  episodes: readonly Episode[]
  came: Came
  /** Since when somebody has it in their hands and it is not put off, ms UTC; null while nobody has. */
  inHandsSince: number | null
}

export const nothingFolded: Fold = { episodes: [], came: cameFromNowhere, inHandsSince: null }

/** What one turn adds to what is counted. The definition of every figure of the reports, and the only one. */
export const countTurn = (fold: Fold, event: AnyEvent, before: Left, after: Left): Fold => {
  if (after.context.openedAt === 0) return fold
  const came = event.type === 'opened' && event.came ? event.came : fold.came
  const begun = isGoing(after) && !isGoing(before) ? begin({ ...fold, came }, event, after) : null
  const episodes = begun ?? fold.episodes
  const last = episodes.at(-1)
  if (!last) return fold
  const counted = endedBy(
    // What is said of a talk after its end is said of the one that has ended.
    describe(answer(accept(last, event, after), event, before, after), event, before, after),
    ...([event, before, after] as const),
  )
  const { measures, inHandsSince } = handle(counted.measures, fold, event, after)
  return {
    episodes: [...episodes.slice(0, -1), { ...counted, measures }],
    ...{ came, inHandsSince },
  }
}

const isGoing = ({ value, context }: Left): boolean =>
  context.openedAt !== 0 && !isOver({ state: conversationState(value) })

const holderOf = ({ value, context }: Left): string | null =>
  conversationState(value) === 'active' ? context.agent : null

const begin = ({ episodes, came }: Fold, { at }: AnyEvent, { context }: Left): Episode[] => {
  const { department, visitorWants } = context
  const nth = episodes.length + 1
  const { language } = visitorWants
  return [...episodes, newEpisode({ ...came, nth, at, department, language })]
}

const add = (to: Measures, more: Partial<Measures>): Measures => {
  const sum: Record<Measure, number> = { ...to }
  for (const [name, value] of Object.entries(more)) sum[name as Measure] += value
  return sum
}

const sinceThen = (then: number, { at }: AnyEvent): number => Math.max(0, at - then)

/** Somebody has it: how long its visitor waited for the first who did. */
const accept = (episode: Episode, event: AnyEvent, after: Left): Episode => {
  const holder = holderOf(after)
  if (holder === null) return episode
  const { accepted } = episode.measures
  const isOther = episode.agent !== null && holder !== episode.agent
  const measures = add(episode.measures, {
    ...(accepted === 0 ? { accepted: 1, waitMs: sinceThen(episode.at, event) } : {}),
    ...(isOther ? { handovers: 1 } : {}),
  })
  return { ...episode, agent: holder, measures }
}

/** Turns in which somebody of the two says something; what comes over from elsewhere was said there. */
const saying: ReadonlySet<string> = new Set(['opened', 'said', 'ran'])

/** What was said, and how long its visitor had waited for it. */
const answer = (episode: Episode, event: AnyEvent, before: Left, after: Left): Episode => {
  const { saidSeq, askedSeq } = after.context
  if (!saying.has(event.type) || saidSeq <= before.context.saidSeq) return episode
  if (askedSeq > before.context.askedSeq)
    return { ...episode, measures: add(episode.measures, { visitorMessages: 1 }) }
  const { measures } = episode
  const said = add(measures, { agentMessages: 1 })
  if (measures.answered === 0) {
    const ms = sinceThen(episode.at, event)
    const step = answerSteps.find(({ upToMs }) => ms <= upToMs) ?? answerSteps[4]
    const first = { answered: 1, firstAnswerMs: ms, [step.measure]: 1 }
    return { ...episode, measures: add(said, first) }
  }
  const { unansweredSince } = before.context
  if (unansweredSince === null) return { ...episode, measures: said }
  const next = { nextAnswers: 1, nextAnswersMs: sinceThen(unansweredSince, event) }
  return { ...episode, measures: add(said, next) }
}

/** What it is like now: where it is, its tags, its promise, its stars. */
const describe = (episode: Episode, { at }: AnyEvent, before: Left, { context }: Left): Episode => {
  const { department, tags, slaTerms, rating } = context
  // The answer that stops a clock may be the late one.
  const isLate = isLateAt(context, at) || (isGoing(before) && isLateAt(before.context, at))
  const stars = rating?.stars ?? episode.rating
  return {
    ...{ ...episode, department, tags, rating: stars },
    measures: {
      ...episode.measures,
      promised: slaTerms === null ? 0 : 1,
      late: episode.measures.late === 1 || isLate ? 1 : 0,
      ratings: stars > 0 ? 1 : 0,
      ...{ stars, satisfied: stars >= 4 ? 1 : 0 },
    },
  }
}

/** That it ends, how it did, and what that says of it. */
const endedBy = (episode: Episode, event: AnyEvent, before: Left, after: Left): Episode => {
  if (isGoing(after) || (episode.endedAt !== null && !isGoing(before))) return episode
  const ending = endingOf(event)
  const { answered, accepted } = episode.measures
  const isOverHere = ending !== 'elsewhere'
  const measures = add(episode.measures, {
    ended: 1,
    abandoned: isOverHere && accepted === 0 && answered === 0 ? 1 : 0,
    ...(isOverHere && answered > 0 ? { solved: 1, solutionMs: sinceThen(episode.at, event) } : {}),
  })
  return { ...episode, endedAt: event.at, endedBy: ending, measures }
}

const endingOf = (event: AnyEvent): Ending => {
  if (event.type === 'ended' && 'by' in event) return event.by
  if (event.type === 'ran') return 'agent'
  return isTimer(event) ? 'silence' : 'elsewhere'
}

/** How long somebody has it in their hands: put off it is in nobody's. */
const handle = (measures: Measures, fold: Fold, event: AnyEvent, after: Left) => {
  const { inHandsSince } = fold
  const isInHands = holderOf(after) !== null && after.context.snooze === null
  if (isInHands) return { measures, inHandsSince: inHandsSince ?? event.at }
  if (inHandsSince === null) return { measures, inHandsSince }
  const handlingMs = sinceThen(inHandsSince, event)
  const handled = measures.handled === 0 ? 1 : 0
  return { measures: add(measures, { handled, handlingMs }), inHandsSince: null }
}
