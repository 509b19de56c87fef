import { CHANGE_WINDOW_MS, MERGE_UNDO_MS, RATE_WINDOW_MS, REOPEN_WINDOW_MS } from '../limits'

/**
 * What may be done with a conversation, and for how long, by what its context and its row both say
 * of it. The machine's guards ask here, and so do the policies, which commands and pages ask.
 */
export type About = {
  visitor: string
  /** Visitors who came with what was merged into it. */
  guests: readonly string[]
  /** Who holds it; after closing, who held it last. */
  agent: string | null
  /** Null for one that has not ended, ms UTC. */
  closedAt: number | null
}

/** Somebody in it, as its events name them. */
export type Party = { by: 'visitor' | 'agent'; author: string }

/** Whether it is a visitor's: the one who began it, or one who came with what was merged into it. */
export const isVisitors = (
  { visitor, guests }: Pick<About, 'visitor' | 'guests'>,
  id: string,
): boolean => id === visitor || guests.includes(id)

/** Whether it is theirs: a visitor's own, or the agent's who holds it or held it last. */
export const isParty = (about: Omit<About, 'closedAt'>, { by, author }: Party): boolean =>
  by === 'visitor' ? isVisitors(about, author) : author === about.agent

/** It can go on in another one: it goes on in itself. */
export const canMerge = ({ mergedInto }: { mergedInto: string | null }): boolean =>
  mergedInto === null

/** What was merged can be taken back, at a time. */
export const canUnmerge = ({ at: mergedAt }: { at: number }, at: number): boolean =>
  at - mergedAt <= MERGE_UNDO_MS

/** It can go back to the one that it left, at a time. */
export const canUnsplit = (
  about: { mergedInto: string | null; branchedFrom: { at: number } | null },
  at: number,
): boolean => canMerge(about) && about.branchedFrom !== null && canUnmerge(about.branchedFrom, at)

type Moves = { movedSeq: number; endedSeq: number }

/** Whether it changed hands, ended or went on since a line; never for who does not say which. */
export const hasMovedSince = ({ movedSeq }: Moves, asOf: number | undefined): boolean =>
  asOf !== undefined && asOf < movedSeq

/** Whether it ended since a line, though it may go on by now. */
export const hasEndedSince = ({ endedSeq }: Moves, asOf: number | undefined): boolean =>
  asOf !== undefined && asOf < endedSeq

type Changes = Moves & { besideSeqs: Readonly<Record<string, number>> }

/** Whether it has moved since a line, or colleagues have done the same of what is beside the talk. */
export const hasChangedSince = (about: Changes, event: string, asOf: number | undefined): boolean =>
  asOf !== undefined && asOf < Math.max(about.movedSeq, about.besideSeqs[event] ?? 0)

/** The newest line by which it became what it is. */
export const stateSeqOf = ({ movedSeq, besideSeqs }: Changes): number =>
  Math.max(movedSeq, ...Object.values(besideSeqs))

type Writers = Moves & { deskWriters: readonly { author: string; seq: number }[] }

/**
 * Whether a colleague has written in it since a line, or it has changed hands: an answer that was
 * written before that may say what was said already.
 */
export const hasColleagueWritten = (
  about: Writers,
  author: string,
  asOf: number | undefined,
): boolean =>
  asOf !== undefined &&
  (hasMovedSince(about, asOf) ||
    about.deskWriters.some((writer) => writer.author !== author && writer.seq > asOf))

/** Write in it. */
export const canSay = (about: About, party: Party): boolean =>
  about.closedAt === null && isParty(about, party)

/** Answer in it: they hold it. */
export const canReply = (about: About, agent: string): boolean =>
  canSay(about, { by: 'agent', author: agent })

/** It goes on: who may overrule others ends it or gives it to somebody. */
export const isOpen = ({ closedAt }: Pick<About, 'closedAt'>): boolean => closedAt === null

/** Have it instead of whoever holds it, or of the line. */
export const canTakeOver = (about: About, { author }: Party): boolean =>
  isOpen(about) && about.agent !== author

/** Fill in after its end what is asked then: where it goes on elsewhere, that is asked there. */
export const canWrapUp = ({
  closedAt,
  mergedInto,
}: Pick<About, 'closedAt'> & { mergedInto: string | null }): boolean =>
  closedAt !== null && mergedInto === null

/** End it. */
export const canEnd = canSay

/** Hand it to somebody else. */
export const canTransfer = canReply

/** Answer its offer: it rings at them. */
export const canAnswerOffer = (
  { state, offeredTo }: { state: string; offeredTo: string | null },
  agent: string,
): boolean => state === 'offered' && offeredTo === agent

/** Take it: it waits, or it has ended and may be gone on with. */
export const canTake = ({ agent, closedAt }: Pick<About, 'agent' | 'closedAt'>): boolean =>
  agent === null || closedAt !== null

/** An entry as those who would change it name it: nothing in this ever changes. */
export type EntryRef = {
  clientId: string
  seq: number
  /** When it was said, ms UTC. */
  at: number
  kind: 'text' | 'note' | 'card' | 'cardAnswer'
  author: string | null
}

/**
 * Take back what they said, at a time. What was said to all stays as it is once the talk has ended,
 * and what was answered on a card stays answered.
 */
export const canChange = (
  { closedAt }: Pick<About, 'closedAt'>,
  entry: EntryRef,
  { author, at }: { author: string; at: number },
): boolean =>
  entry.kind !== 'cardAnswer' &&
  entry.author === author &&
  at - entry.at <= CHANGE_WINDOW_MS &&
  (entry.kind === 'note' || closedAt === null)

/** Say it otherwise: the same, of what was said in words. */
export const canRevise: typeof canChange = (about, entry, by) =>
  (entry.kind === 'text' || entry.kind === 'note') && canChange(about, entry, by)

/** Put an emoji to it: who could say something there, and to a note all who see it. */
export const canReact = (about: About, { kind }: Pick<EntryRef, 'kind'>, party: Party): boolean =>
  about.closedAt === null && (kind === 'note' ? party.by === 'agent' : isParty(about, party))

/** Its visitor goes on with it, at a time. */
export const canReopen = ({ closedAt }: Pick<About, 'closedAt'>, at: number): boolean =>
  closedAt !== null && at - closedAt <= REOPEN_WINDOW_MS

/** Its visitor rates it, or rates it anew, at a time. Where nobody answered nothing can be rated. */
export const canRate = (
  { closedAt, answered }: Pick<About, 'closedAt'> & { answered: boolean },
  at: number,
): boolean => answered && closedAt !== null && at - closedAt <= RATE_WINDOW_MS
