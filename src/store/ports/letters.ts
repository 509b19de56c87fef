/** Answers that a visitor has not seen, on their way to them by mail. */
export type Letter = {
  id: string
  conversation: string
  /** 1 for the first of its conversation. */
  nth: number
  /** It tells of the lines after the one, up to the other. */
  after: number
  upTo: number
  /** When it was written, ms UTC. */
  at: number
  /** `dead` is one that did not go, however often it was tried; `seen`: what it tells was read first. */
  state: 'due' | 'sent' | 'dead' | 'seen'
  /** When it is sent, or tried again, ms UTC. */
  dueAt: number
  /** How often it was tried in vain. */
  tries: number
  /** Why it did not go the last time, in codes; no word of a server, which would repeat addresses. */
  problem: string
}

/** Mail to visitors: written before it is sent, so that none is lost and none is written twice. */
export interface Letters {
  /** The newest of a conversation. */
  lastOf(conversation: string): Promise<Letter | undefined>
  /** Keeps one that is to be sent; false when its conversation has an `nth` one already. */
  write(letter: Letter): Promise<boolean>
  find(id: string): Promise<Letter | undefined>
  /** Those to be sent at `now`, the oldest first. */
  due(now: number, limit: number): Promise<Letter[]>
  /** What became of one. */
  settle(letter: Pick<Letter, 'id' | 'state' | 'dueAt' | 'tries' | 'problem'>): Promise<void>
  /** Removes some that were written before a time; answers whether there may be more. */
  forget(before: number): Promise<boolean>
}
