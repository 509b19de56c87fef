/** Conversations of one department that ended before a time, ms UTC. */
export type ExpiredAsk = { department: string; before: number }

/** What is kept no longer. What a legal hold keeps, or keeps of its visitor, is none of it. */
export interface Retention {
  /** How many there are. */
  countExpired(ask: ExpiredAsk): Promise<number>
  /** Some of them, those that ended first before the others. */
  expired(ask: ExpiredAsk, limit: number): Promise<string[]>
  /**
   * Forgets a conversation with all that was said in it, its history among it: no node can go on with what
   * it remembers of it. `stale` when it took a turn meanwhile, or is there no more. What is in files, in
   * mail and in the index is removed before.
   */
  drop(conversation: string): Promise<'done' | 'stale'>
  /** Ids of all files of it. */
  filesOf(conversation: string): Promise<string[]>
}
