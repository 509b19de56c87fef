import type { By } from './entry'

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
