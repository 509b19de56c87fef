import type { z } from 'zod'
import type { Notice } from '../entry'
import { isDeepEqual } from '../equal'
import type { Changing, EventOf, Writing } from './aspect'
import { notes } from './aspects/notes'
import { prioritized } from './aspects/priorities'
import { snoozed } from './aspects/snoozes'
import { changeTags, tags } from './aspects/tags'
import { whispers } from './aspects/whispers'
import type { About } from './rights'
import type { WhyNot } from './why-not'

/**
 * What colleagues do beside the talk, whoever holds the conversation and whether or not it has
 * ended: one line each, by its verb. The events, what is remembered and stands on the row, the
 * machine's transitions, rights, addresses, forms and routes follow from these lines.
 */
export const aspects = {
  note: notes,
  tag: tags,
  prioritize: prioritized,
  snooze: snoozed,
  whisper: whispers,
}

type Aspects = typeof aspects
type One = Aspects[keyof Aspects]
type All<Union> = (Union extends unknown ? (each: Union) => void : never) extends (
  all: infer Every,
) => void
  ? Every
  : never

export type AspectEvent = EventOf<One>
/** The events of those that write a line. */
export type WritingEvent = Extract<One, { does: 'write' }>['event']
/** What a conversation remembers of all of them, which its row shows. */
export type AspectMemory = All<MemoryOf<One> | object>
type MemoryOf<A> = A extends { memory: infer Memory } ? Memory : never
/** Why one of them is not done. */
export type AspectReason = ReasonOf<One>
type ReasonOf<A> = A extends { change: (...asked: never[]) => infer Outcome }
  ? Extract<Outcome, { refused: string }>['refused']
  : never

/** What comes of an event: what is remembered then, null where nothing is to be done, or why not. */
export type AspectOutcome = Partial<AspectMemory> | null | WhyNot<AspectReason>

/** An aspect as the desk goes about with any of them. */
export type AnyAspect =
  | Writing<WritingEvent, unknown>
  | (Omit<
      Changing<AspectEvent['type'], unknown, object, z.core.$ZodShape, AspectReason>,
      'change' | 'tells' | 'keys'
    > & {
      change: (memory: AspectMemory & Partial<About>, asked: object) => AspectOutcome
      tells?: (memory: AspectMemory, by: string) => Notice
      keys?: (memory: AspectMemory) => readonly string[]
    })

/** The one place where their own types are let go. */
const all = Object.values(aspects) as unknown as readonly AnyAspect[]

const byEvent: ReadonlyMap<string, AnyAspect> = new Map(all.map((one) => [one.event, one]))

export const aspectEvents = all.map(({ event }) => event) as readonly AspectEvent['type'][]

/** The one whose event it is. */
export const aspectOf = (event: { type: string }): AnyAspect | undefined => byEvent.get(event.type)

/** What is remembered before anything was done. */
export const initialAspects = Object.assign(
  {},
  ...all.map((one) => (one.does === 'change' ? one.memory : {})),
) as AspectMemory

const remembered = Object.keys(initialAspects) as (keyof AspectMemory)[]

/** What of a context or a row is theirs. */
export const aspectsIn = (whole: AspectMemory): AspectMemory => {
  const theirs: Record<string, unknown> = {}
  for (const key of remembered) theirs[key] = whole[key]
  return theirs as AspectMemory
}

/** By this colleagues tell a message that was left from a talk. */
export const aspectsOfLeft = ({ tags }: AspectMemory): Pick<AspectMemory, 'tags'> => ({
  tags: changeTags(tags, { add: 'offline', remove: null }) ?? tags,
})

/** By which words one is found whose memory it is. */
export const keysOf = (memory: AspectMemory): string[] =>
  all.flatMap((one) => (one.does === 'change' ? (one.keys?.(memory) ?? []) : []))

/** Whether both remember the same of them. */
export const isAlikeBeside = (one: AspectMemory, other: AspectMemory): boolean =>
  remembered.every((key) => isDeepEqual(one[key], other[key]))

/** `memory` is a context or a row, which say whose it is too. */
export const outcomeOf = (
  memory: AspectMemory & Partial<About>,
  event: { type: string },
): AspectOutcome => {
  const aspect = aspectOf(event)
  return aspect?.does === 'change' ? aspect.change(memory, event) : null
}

export const isWhyNot = (outcome: AspectOutcome): outcome is WhyNot<AspectReason> =>
  outcome !== null && 'refused' in outcome

/** Names that a search knows them by. */
export const searchedAspects: readonly string[] = Object.entries(
  aspects as unknown as Record<string, AnyAspect>,
).flatMap(([name, aspect]) => (aspect.does === 'change' && aspect.keys ? [name] : []))
