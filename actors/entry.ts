/** One line of a transcript. An entry never changes once it has its `seq`. */
export type Entry = {
  conversation: string
  /** 1, 2, 3 … without a gap in its conversation: the order everybody sees. */
  seq: number
  /** The sender's own id for it, unique in the conversation: the idempotency key and the DOM id. */
  clientId: string
  kind: EntryKind
  by: By
  /** Id of the visitor or agent who wrote it; null for the desk. */
  author: string | null
  /** The author's name as it was shown then. */
  name: string
  text: string
  /** What a `noticed` entry tells, as data: the words are the reader's language's. */
  notice: Notice | null
  at: number
}

export type EntryKind = 'said' | 'noted' | 'noticed'
export type By = 'visitor' | 'agent' | 'bot' | 'desk'

/** Why its holder gave a conversation back: he is out of reach, or went off duty. */
export type Requeue = 'lost' | 'signedOff'

/** What the desk itself says in a transcript. */
export type Notice =
  | { code: 'assigned'; agent: string; name: string; waited: number; why: AssignedHow }
  /** `name` is that of the agent who had it until then. */
  | { code: 'requeued'; reason: Requeue; name: string }
  | { code: 'passed'; name: string; reason: 'declined' | 'unanswered' | 'full' | 'away' }
  | { code: 'transferring'; from: string; to: string }
  | { code: 'transferred'; from: string; to: string }
  | { code: 'stayed'; name: string; to: string }
  /** `helped` when he was in talk before, and read that his agent had to leave. */
  | { code: 'unattended'; helped: boolean }
  | { code: 'closed'; by: 'visitor' | 'agent' | 'silence'; name: string }
  | { code: 'reopened'; by: 'visitor' | 'agent'; name: string }
  /** The whole rating as it was then: other stars and words added bring what stays of it along. */
  | { code: 'rated'; stars: number; comment: string }
  /** Words that were added, in transcripts that did not yet bring the stars along. */
  | { code: 'commented'; comment: string }

/** How an agent came to a conversation: by the line's strategy, by taking it, or by a colleague. */
export type AssignedHow =
  | { how: 'chosen'; strategy: Strategy; candidates: number }
  | { how: 'took' }
  | { how: 'transferred'; from: string }

export type Strategy = 'least-loaded' | 'percent-spare' | 'round-robin' | 'longest-idle'
export const strategies = [
  'least-loaded',
  'percent-spare',
  'round-robin',
  'longest-idle',
] as const satisfies readonly Strategy[]

/** Whether the visitor gave stars and no word with them: he may still add some. */
export const awaitsWords = (newest: Pick<Entry, 'notice'> | undefined): boolean =>
  newest?.notice?.code === 'rated' && newest.notice.comment === ''

/** The words of a rating, if the newest entry is one. */
export const wordsGiven = (newest: Pick<Entry, 'notice'> | undefined): string =>
  newest?.notice && 'comment' in newest.notice ? newest.notice.comment : ''

/** Notices only colleagues see: the visitor's transcript leaves them out. */
const deskOnly: ReadonlySet<Notice['code']> = new Set(['passed', 'transferring', 'stayed'])

/** Whether only colleagues see it: a note, or a notice of theirs. */
export const isForDesk = ({ kind, notice }: Pick<Entry, 'kind' | 'notice'>): boolean =>
  kind === 'noted' || (notice !== null && (deskOnly.has(notice.code) || isShownInStatus(notice)))

/** Who has read that his agent left and what comes of it is told how it stands above his page. */
const isShownInStatus = (notice: Notice): boolean => notice.code === 'unattended' && notice.helped
