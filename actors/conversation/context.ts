import { initialTimings, type Timings } from '../department/settings'
import type { VisitorWants } from '../rows'
import type { RuleOf } from '../rule'
import { type AspectMemory, initialAspects } from './aspects'
import type { Branch } from './branch'
import type { Echo, WithdrawnEntry } from './change-events'
import { initialSilence, type Silence } from './silent'
import { initialSla, type Sla, type SlaTerms } from './sla-terms'

/** What came into a conversation from another: the seqs it has here, and when. */
export type Merge = {
  from: string
  visitor: string
  first: number
  last: number
  at: number
  /** Before the ids of what came; left out by what came before there was any in this. */
  mark?: string
}

/** What is asked at the end: whether it was filled in, and the seq of the entry that says so. */
export type WrapUp = { filled: boolean; seq: number }

/** What a conversation remembers between turns. No text: that is in its entries. */
export type ConversationContext = AspectMemory & {
  id: string
  visitor: string
  visitorName: string
  department: string
  departmentName: string
  timings: Timings
  openedAt: number
  /** What lines go by of its visitor, and departments whose lines it has left for another one's. */
  visitorWants: VisitorWants
  via: readonly string[]
  /** What is promised of it; null where nothing is. And its clocks. */
  slaTerms: SlaTerms | null
  sla: Sla
  /** Whether its visitor says nothing any more. */
  silence: Silence
  /** Newest entry of any kind, newest thing said, and when that was. */
  lastSeq: number
  saidSeq: number
  lastAt: number
  /** Seqs of the visitor's messages that nobody has answered; of very many the newest. */
  unanswered: readonly number[]
  /** When the first of these came, ms UTC; null when none waits. */
  unansweredSince: number | null
  /** Whether anybody of the desk has ever answered. */
  answered: boolean
  /** How many of the unanswered its holder has not seen; while it waits, all of them. */
  unread: number
  /** Newest line that its visitor wrote; 0 for none. */
  askedSeq: number
  /** The newest line of each of the two colleagues who wrote last, notes too: newest first. */
  deskWriters: readonly { author: string; seq: number }[]
  /** What was taken back of what could still be changed. */
  withdrawn: readonly WithdrawnEntry[]
  /** What was said otherwise where this one went on, for as long as that can be. */
  echoes: readonly Echo[]
  /** How far each side has read. */
  seenByAgent: number
  seenByVisitor: number
  /** Who holds it; after closing, who held it last. */
  agent: string | null
  /** The holder's name; while it waits again, that of who had it and left; else empty. */
  agentName: string
  /** Which of its holder's holdings it is; 0 when nobody holds it. */
  claim: number
  /** The newest word of every agent who had to do with it, by the version of their turn. */
  agentVersions: Readonly<Record<string, number>>
  /** Which visit to the line this is, and since when it waits. */
  ticket: number
  since: number
  /** The visitor was told that nobody is promised. */
  unattended: boolean
  /** When they said that they wait on, ms UTC: patience begins anew with it; 0 before. */
  waitedOnAt: number
  /** They leave it at the message: nobody need come while they wait. */
  messageLeft: boolean
  /** Seq of the entry with what they answered before the talk; 0 when nothing was asked. */
  answersSeq: number
  /** Agent it rings at, while offered. */
  ringing: { agent: string; name: string; offer: number; claim: number } | null
  /** Newest offer that is over: an answer to it, or to an earlier one, comes too late. */
  lastExpiredOffer: number
  /** How often it rang in vain in this visit to the line, and the client id of the entry that says so. */
  passed: { ticket: number; entry: string; times: number } | null
  /** Colleague it is being handed to, while its holder keeps it. */
  transfer: { agent: string; name: string; offer: number } | null
  transferCount: number
  closedAt: number | null
  /** When it was ended by being moved here from elsewhere, ms UTC; null for all others. */
  endedByMove: number | null
  /** What was filled in at its end; null while it goes on, and where nothing is asked. */
  wrapUp: WrapUp | null
  /**
   * Seq of the notices by which it last changed hands, ended or went on, and by which it last ended;
   * 0 before the first. Who acts on an earlier line acts on what is no more.
   */
  movedSeq: number
  endedSeq: number
  /** When it last changed hands, ended or went on, ms UTC; 0 before the first. */
  movedAt: number
  /** The newest line when colleagues last did each of what they do beside the talk, by its event. */
  besideSeqs: Readonly<Record<string, number>>
  /** The conversation it goes on in; null where it goes on in itself. */
  mergedInto: string | null
  /** What came into it from others, and visitors who came with that. */
  merges: readonly Merge[]
  guests: readonly string[]
  /** How often something came, or went back. */
  mergeCount: number
  /** What left it, and which one it left itself, and when. */
  branches: readonly Branch[]
  branchedFrom: { conversation: string; at: number } | null
  /** How it was rated since it closed: in which entry, by its client id, and whether with words. */
  rating: { stars: number; entry: string; commented: boolean; remarks?: readonly string[] } | null
}

/** Whose it is by an agent's own word. */
export const heldBy = (word: { agent: string; name: string; claim: number }) =>
  ({
    agent: word.agent,
    agentName: word.name,
    claim: word.claim,
  }) satisfies Partial<ConversationContext>

/** What it does about an event. */
export type Rule<E> = RuleOf<ConversationContext, E>

export const initialConversation = (id: string): ConversationContext => ({
  id,
  visitor: '',
  visitorName: '',
  department: '',
  departmentName: '',
  timings: initialTimings,
  openedAt: 0,
  visitorWants: { language: '', topics: [] },
  via: [],
  slaTerms: null,
  sla: initialSla,
  silence: initialSilence,
  lastSeq: 0,
  saidSeq: 0,
  lastAt: 0,
  unanswered: [],
  unansweredSince: null,
  answered: false,
  unread: 0,
  askedSeq: 0,
  deskWriters: [],
  withdrawn: [],
  echoes: [],
  seenByAgent: 0,
  seenByVisitor: 0,
  agent: null,
  agentName: '',
  claim: 0,
  agentVersions: {},
  ticket: 0,
  since: 0,
  unattended: false,
  waitedOnAt: 0,
  messageLeft: false,
  answersSeq: 0,
  ringing: null,
  lastExpiredOffer: 0,
  passed: null,
  transfer: null,
  transferCount: 0,
  closedAt: null,
  endedByMove: null,
  wrapUp: null,
  movedSeq: 0,
  endedSeq: 0,
  movedAt: 0,
  besideSeqs: {},
  mergedInto: null,
  merges: [],
  guests: [],
  mergeCount: 0,
  branches: [],
  branchedFrom: null,
  rating: null,
  ...initialAspects,
})
