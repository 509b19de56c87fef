import type { Timings } from '../department/settings'
import type { AssignedHow, Mention, Requeue, SentFile } from '../entry'
import type { VisitorWants } from '../rows'
import type { Answered } from '../text/answers'
import type { CardShape } from '../text/card'
import type { TurnEventOf } from '../turn-event'
import type { AspectEvent } from './aspects'
import type { BranchBegin, TakesBack } from './branch'
import type { CardAnswer } from './card-answer'
import type { ChangeEvent, EchoedEvent } from './change-events'
import type { ConversationImported } from './imported-event'
import type { DepartmentTo, SlaTerms } from './sla-terms'
import type { MacroStep, WrappingUp } from './steps'

/** Newest line that was before somebody when they did it; left out by who does not say. */
export type AsOf = { asOf?: number }

/** What came before the first message: it stands above it in the transcript. */
export type BeforeTalk = {
  /** What the desk greets with, in the visitor's language. */
  greeting?: string
  /** How their answers lie in the text of an entry of its own, which is `details`. */
  answered?: Answered
  details?: string
  /** Whom they asked for, by a link; `free` when it can ring there first. */
  wanted?: { agent: string; name: string; free: boolean }
}

/** What people do to a conversation. Built by commands, never parsed from a request. */
export type ConversationPersonEvent =
  | ({
      type: 'opened'
      at: number
      visitor: string
      name: string
      department: string
      departmentName: string
      timings: Timings
      /** What its department promises; left out where that is nothing. */
      sla?: SlaTerms
      clientId: string
      text: string
      /** Nobody was there: they left a message, and were told so before they wrote. */
      leaves?: true
      /** What lines go by of their visitor; left out where nothing is known. */
      visitorWants?: VisitorWants
    } & BeforeTalk)
  | {
      type: 'said'
      at: number
      by: 'visitor' | 'agent'
      author: string
      name: string
      clientId: string
      text: string
      /** Client id of the entry that it answers; left out where it answers none. */
      answers?: string
      files?: readonly SentFile[]
      /** It is a card, whose words are the text. */
      card?: CardShape
      /** Its visitor has pressed a button of a card, or filled in its form. */
      cardAnswer?: CardAnswer
      /** The newest line that was before a colleague who answers: what others wrote since counts. */
      asOf?: number
      /** The same of what was written to be sent later: what its visitor wrote since counts. */
      unlessAskedSince?: number
    }
  | ChangeEvent
  /** Between colleagues: any of them, whoever holds it and whether or not it has ended. */
  | AspectEvent
  /** A macro: all of its steps in one turn, or none. */
  | (AsOf & {
      type: 'ran'
      at: number
      author: string
      name: string
      clientId: string
      title: string
      steps: readonly MacroStep[]
    })
  /**
   * What somebody nobody knew has said is a known visitor's now, whom colleagues know by these words; or,
   * where its visitor was `erased`, that of somebody of whom nothing is known.
   */
  | {
      type: 'claimed'
      at: number
      from: string
      visitor: string
      name: string
      topics?: readonly string[]
      erased?: true
    }
  | { type: 'seen'; at: number; by: 'visitor' | 'agent'; upTo: number }
  /** `lead` is said of who may do so to what others hold. */
  | ({
      type: 'ended'
      at: number
      by: 'visitor' | 'agent'
      author: string
      name: string
      lead?: true
    } & AsOf &
      WrappingUp)
  /** What is asked at the end, filled in after it. */
  | ({ type: 'wrappedUp'; at: number; author: string; name: string } & WrappingUp)
  /** Nobody came in time: they wait on, or leave it at the message. */
  | { type: 'waitedOn'; at: number; by: 'visitor'; author: string }
  | { type: 'leftMessage'; at: number; by: 'visitor'; author: string }
  /** `commented` says that there are words, of which history keeps nothing else. */
  | {
      type: 'rated'
      at: number
      stars: number
      comment: string
      commented: boolean
      /** What they pressed beside the stars; left out where they pressed nothing. */
      remarks?: readonly string[]
    }
  | ({ type: 'reopened'; at: number; by: 'visitor'; name: string } & AsOf)
  /** It goes on in another conversation. */
  | ({ type: 'merged'; at: number; name: string; into: string } & AsOf)
  /** What came from another goes back there. */
  | { type: 'unmerged'; at: number; name: string; from: string }
  /** From its line `first` on it goes on in another one; `saidBefore` is the newest said before that. */
  | { type: 'split'; at: number; name: string; into: string; first: number; saidBefore: number }
  /** It goes back to the one that it left. */
  | { type: 'unsplit'; at: number; name: string }
  | (AsOf & {
      type: 'handed'
      at: number
      by: string
      name: string
      lead?: true
      to: { agent: string; name: string } | DepartmentTo
      /** What its giver tells colleagues of it; left out where they tell nothing. */
      note?: HandoverNote
    })

export type HandoverNote = { clientId: string; text: string; mentions?: readonly Mention[] }

/**
 * What an agent says of a conversation in their hands. Mail may cross: what they said before their
 * newest word counts no more.
 */
type AgentWord = {
  at: number
  agent: string
  name: string
  /** Which of their holdings it is about: the version of their turn that made it; 0 for none. */
  claim: number
  /** The version of their turn that says so. */
  word: number
}

/** What other actors tell a conversation. Only the postman delivers these. */
export type ConversationDeskEvent =
  /** It rings at an agent; `offer` grows with every offer of the line. */
  | (AgentWord & { type: 'offered'; ticket: number; offer: number })
  | (AgentWord &
      AsOf & {
        type: 'assigned'
        /** The visit to the line it answers; 0 when they took it themselves. */
        ticket: number
        /** The offer they accept; 0 when they took it themselves. */
        offer: number
        how: AssignedHow
      })
  | (AgentWord & { type: 'passed'; offer: number; reason: 'declined' | 'full' | 'away' })
  | (AgentWord & { type: 'returned'; ticket: number; offer: number; reason: Requeue })
  | { type: 'unattended'; at: number; ticket: number }
  /** The line of another department has it from now on, as long as it stands in that of `from`. */
  | {
      type: 'overflowed'
      at: number
      ticket: number
      from: string
      to: string
      name: string
      /** What is promised of it there; left out in older ones. */
      sla?: SlaTerms | null
    }
  /** Colleagues know its visitor by other words; `news` is the version of their turn that says so. */
  | { type: 'visitorKnown'; at: number; topics: readonly string[]; news: number }
  /** Nothing was filled in at the end with this seq, where its department asks for something. */
  | { type: 'wrapUpMissed'; at: number; endedSeq: number }
  /** Its visitor goes by another name. */
  | { type: 'visitorNamed'; at: number; name: string }
  /**
   * Another conversation goes on in this one: what it has up to a seq comes here, the newest thing said
   * in it among that (0 for none), and how many of its visitor's messages nobody has answered.
   */
  | {
      type: 'absorbed'
      at: number
      name: string
      from: string
      visitor: string
      visitorName: string
      upTo: number
      saidSeq: number
      unread: number
      /** The newest line that its visitor wrote; 0 for none. */
      askedSeq?: number
      /** It had left this one. */
      takesBack?: TakesBack
    }
  | EchoedEvent
  /** It no longer goes on in that one. */
  | { type: 'parted'; at: number; into: string }
  /** It begins with the lines of another one from `first` to `upTo`. */
  | {
      type: 'branched'
      at: number
      name: string
      from: string
      first: number
      upTo: number
      begins: BranchBegin
    }
  /** So much of a time that is promised has run. */
  | { type: 'due.sla'; at: number }
  /** It may be that its visitor has been silent for too long. */
  | { type: 'due.silence'; at: number }
  /** These are there by now. */
  | { type: 'branchedOff'; at: number; into: string }

/**
 * What the desk found in the transcript that no turn of this conversation wrote: entries up to
 * `upTo`, the newest thing said among them (0 for none), and how many of them are the visitor's.
 */
export type ConversationMended = {
  type: 'mended'
  at: number
  upTo: number
  saidSeq: number
  unread: number
}

export type ConversationEvent =
  | ConversationPersonEvent
  | ConversationDeskEvent
  | ConversationMended
  | ConversationImported

/** One kind of these, as the rules get it. */
export type Of<T extends ConversationEvent['type']> = TurnEventOf<ConversationEvent, T>
