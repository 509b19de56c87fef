import type { SlaTold } from './conversation/sla-terms'
import type { Answered, AnsweredField } from './text/answers'
import { type CardOutcome, type CardShape, cardTitle, type FilledIn } from './text/card'

/**
 * One line of a transcript. A line never changes once it has its `seq`: what changes an entry is
 * a line of its own, which names that entry and brings its whole text and body as they are now.
 */
export type Entry = {
  conversation: string
  /** 1, 2, 3 … without a gap in its conversation: the order everybody sees. */
  seq: number
  /** The sender's own id for it, unique in the conversation: the idempotency key and the DOM id. */
  clientId: string
  by: By
  /** Id of the visitor or agent who wrote it; null for the desk. */
  author: string | null
  /** The author's name as it was shown then. */
  name: string
  at: number
  /** What a person wrote, in a place of its own: erasing it touches nothing else. Else empty. */
  text: string
  body: Body
  /** Client id of the entry that this line changes; null when it stands for itself. */
  changes: string | null
  /** Seq of the line that changed it last, as it was read; null when it is as it was written. */
  edited: number | null
  /** Client id of the entry that it answers. */
  answers?: string | null
} & EntryState

/** What was put to an entry, or answers with it, as it was read: a line of its own does not hold it. */
export type EntryState = {
  /** Seq of the newest line that put a reaction to it or took one off. */
  reacted?: number | null
  /** One for each person and emoji, in the order they came. */
  reactions?: readonly Reaction[]
  /** What it answers, as that is now. */
  quoted?: Quoted
}

export type Reaction = { emoji: string; by: By; author: string; name: string }

/** An entry as one that answers it shows it. */
export type Quoted = {
  clientId: string
  seq: number
  by: By
  author: string | null
  name: string
  /** Its beginning; empty when it was taken back. */
  text: string
  /** Only colleagues see it. */
  inside: boolean
  withdrawn: boolean
  /** Seq of the line that made it what it is. */
  state: number
}

/** What an entry is, beside the text. Closed: a new kind is a member here, and the compiler asks. */
export type Body =
  /** A message, to whoever is in the conversation. */
  | ({ kind: 'text' } & WithFiles)
  /** Between colleagues. */
  | ({ kind: 'note' } & WithFiles & WithMentions)
  /** From a supervisor to whoever holds it. */
  | ({ kind: 'whisper' } & WithFiles & WithMentions)
  /** A product, an order, buttons or a small form; its words are the entry's text. */
  | ({ kind: 'card' } & CardShape & WithFiles)
  /** What its visitor did on a card: the button's label, or what they filled in, is the text. */
  | ({ kind: 'cardAnswer'; fields: FilledIn } & CardOutcome)
  /** What a visitor answered before the talk; their words are the entry's text. */
  | ({ kind: 'answers' } & Answered)
  /** What an agent filled in at the end of a talk; their words are the entry's text. */
  | { kind: 'wrapUp'; fields: readonly AnsweredField[] }
  /** Its author took it back: nothing is left of what it said. `inside` when it was a note. */
  | { kind: 'withdrawn'; inside: boolean }
  /** Somebody put an emoji to the entry that this line changes, or took it off again. */
  | { kind: 'reaction'; emoji: string; adds: boolean; inside: boolean }
  /** What the desk tells, as data: the words are the reader's language's. */
  | { kind: 'notice'; notice: Notice }

/** What people write. */
export type Writable = Extract<Body, { kind: 'text' | 'note' | 'whisper' }>

/** What came with it, in the order it was chosen; left out where nothing did. */
export type WithFiles = { files?: readonly SentFile[] }

/** Colleagues who are called by name in it, in the order they stand there; left out where nobody is. */
export type WithMentions = { mentions?: readonly Mention[] }

/**
 * A colleague by their id, whatever they are called later, and where their name stands, in UTF-16 units;
 * `barred` could not read the conversation, and was told nothing.
 */
export type Mention = { agent: string; from: number; to: number; barred?: true }

/** A file as its entry tells of it; its bytes are elsewhere, under the id. */
export type SentFile = {
  id: string
  /** As its sender's machine called it. */
  name: string
  /** The desk's own word for what is in it, never the sender's. */
  type: string
  bytes: number
  /** Of an image as it is shown, in pixels. */
  width?: number
  height?: number
  /** Of an image, a copy that is small enough for a transcript, where one was made. */
  small?: { id: string; bytes: number }
}

export type By = 'visitor' | 'agent' | 'bot' | 'desk'

/** Why its holder gave a conversation back: they are out of reach, or went off duty. */
export type Requeue = 'lost' | 'signedOff'

/** It rang at an agent, and they did not take it. */
export type Passed = {
  code: 'passed'
  name: string
  reason: 'declined' | 'unanswered' | 'full' | 'away'
  times?: number
}

/** What the desk itself says in a transcript. */
export type Notice =
  | { code: 'assigned'; agent: string; name: string; waited: number; why: AssignedHow }
  /** `name` is that of the agent who had it until then. */
  | { code: 'requeued'; reason: Requeue; name: string }
  /** `times` it has rung in this visit to the line, once where it is left out; `name` is the last. */
  | Passed
  | { code: 'transferring'; from: string; to: string }
  | { code: 'transferred'; from: string; to: string }
  | { code: 'stayed'; name: string; to: string }
  /** It waited for too long in one department's line, or behind too many: another one has it. */
  | { code: 'overflowed'; from: string; to: string }
  /** `helped` when an agent was with them before, and they read that this one had to leave. */
  | { code: 'unattended'; helped: boolean }
  | { code: 'closed'; by: 'visitor' | 'agent' | 'silence'; name: string }
  | { code: 'reopened'; by: 'visitor' | 'agent'; name: string }
  /** It goes on in another one, which was ended or not until then; `lines` came from there. */
  | { code: 'merged'; name: string; into: string }
  | { code: 'absorbed'; name: string; from: string; visitor: string; lines: number }
  /** That was taken back: these lines are there again, and here no more. */
  | { code: 'unmerged'; name: string; from: string }
  | { code: 'parted'; into: string }
  /** From a line on it goes on in another one, which begins with that; and that was taken back. */
  | { code: 'split'; name: string; into: string }
  | { code: 'branched'; name: string; from: string }
  | { code: 'unsplit'; name: string; into: string }
  | { code: 'rejoined'; name: string; from: string; visitor: string; lines: number }
  /**
   * Stands where a line was that is in another conversation now; `inside` for colleagues alone. What
   * `leaves` was to be seen by a visitor, whose page it is taken from.
   */
  | { code: 'movedOn'; inside: boolean; leaves?: true }
  /** Stands where a line was that came from another conversation; the same of it. */
  | { code: 'movedBack'; inside: boolean; leaves?: true }
  /** A colleague ran a macro; what it did comes after. */
  | { code: 'ran'; name: string; macro: string }
  /** The words that came with the stars are the entry's text. */
  | { code: 'rated'; stars: number; remarks?: readonly string[] }
  | { code: 'prioritized'; priority: 'low' | 'normal' | 'high' | 'urgent'; name: string }
  /** Until a time, ms UTC; null until the visitor writes. */
  | { code: 'snoozed'; until: number | null; name: string }
  /** It is back: its time came, its visitor wrote, or a colleague ended it. */
  | { code: 'woke'; by: 'time' | 'visitor' | 'agent'; name: string }
  /** The words, in the visitor's language, are the entry's text. */
  | { code: 'greeted' }
  /** They came by a link to one agent. */
  | { code: 'askedFor'; name: string; free: boolean }
  | { code: 'leftMessage' }
  /** It ended, and nobody filled in what is asked at the end. */
  | { code: 'notWrappedUp' }
  /** What its visitor said is no more, and nothing tells who they were. */
  | { code: 'erased' }
  | SlaTold

/**
 * How an agent came to a conversation: by the line's strategy, by taking it from the line or from a
 * colleague's hands, by a colleague who handed it over, or by a supervisor while it waited.
 */
export type AssignedHow =
  | { how: 'chosen'; strategy: Strategy; candidates: number }
  /** `by` is the colleague who gave it to them, if they did not take it themselves. */
  | { how: 'took'; by?: string }
  | { how: 'tookOver' }
  | { how: 'transferred'; from: string }
  | { how: 'given'; from: string }
  /** They had the one that it was split from, or that came back to it. */
  | { how: 'kept' }

export const strategies = ['least-loaded', 'percent-spare', 'round-robin', 'longest-idle'] as const
export type Strategy = (typeof strategies)[number]

/** What it tells, if the desk tells something in it. */
export const noticeOf = (entry: Pick<Entry, 'body'> | undefined): Notice | null =>
  entry?.body.kind === 'notice' ? entry.body.notice : null

/** Notices only colleagues see: the visitor's transcript leaves them out. */
const deskOnly: ReadonlySet<Notice['code']> = new Set([
  ...['passed', 'transferring', 'stayed', 'overflowed', 'ran', 'prioritized', 'snoozed', 'woke'],
  ...['unmerged', 'parted', 'unsplit', 'notWrappedUp', 'sla', 'erased'],
] as const)

/** Stands in for one that cannot be read, or whose words are nowhere: nobody outside sees it. */
export const unreadableBody: Body = { kind: 'note' }

/**
 * Whether only colleagues see what has this body. Nothing else decides it: pages, feeds and all
 * other reads of a transcript ask here.
 */
export const isForDesk = (body: Body): boolean => {
  switch (body.kind) {
    case 'text':
    case 'card':
    case 'cardAnswer':
      return false
    case 'note':
    case 'whisper':
    case 'answers':
    case 'wrapUp':
      return true
    case 'withdrawn':
    case 'reaction':
      return body.inside
    case 'notice':
      return (
        deskOnly.has(body.notice.code) ||
        isShownInStatus(body.notice) ||
        ('inside' in body.notice && body.notice.inside)
      )
  }
}

/** After a hand-back the visitor's status already says this; agents still get the line. */
const isShownInStatus = (notice: Notice): boolean => notice.code === 'unattended' && notice.helped

/** What is shown of it where there is room for a line: of a card its title. */
export const previewOf = ({ text, body }: Pick<Entry, 'text' | 'body'>): string =>
  body.kind === 'card' ? cardTitle(text) : text

/** Whether it is something that a person said: the desk's notices are not answered. */
export const isSaid = ({ body, changes }: Pick<Entry, 'body' | 'changes'>): boolean =>
  changes === null && (body.kind === 'note' || isTalk(body))

/** Whether it is said to whoever is in the conversation, in words or by a card. */
export const isTalk = ({ kind }: Pick<Body, 'kind'>): boolean =>
  kind === 'text' || kind === 'card' || kind === 'cardAnswer'
