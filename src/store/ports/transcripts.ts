import type { Entry } from '../../../actors/entry'

/** Words of a line that are no more, from its own seq until that of the line that took their place. */
export type FormerText = { seq: number; text: string; until: number }

/** Entries come with what the newest line that changes them made of them. */
export interface Transcripts {
  /** The first `limit` lines after a seq, in order, with those that change an entry, as written. */
  after(conversation: string, seq: number, limit: number): Promise<Entry[]>
  /** The newest `limit` entries, in order; lines that change one are none of their own. */
  last(conversation: string, limit: number): Promise<Entry[]>
  /** The `limit` entries before a seq, in order, likewise. */
  before(conversation: string, seq: number, limit: number): Promise<Entry[]>
  /** What the desk itself said, the newest `limit` of it, newest first, as it was written. */
  notices(conversation: string, limit: number): Promise<Entry[]>
  /**
   * What people said in these, conversation by conversation and in order, as it is now: the first `limit`
   * lines of it, or those after a line.
   */
  talkIn(
    conversations: readonly string[],
    limit: number,
    after?: Pick<Entry, 'conversation' | 'seq'>,
  ): Promise<Entry[]>
  /** What a visitor said in one has this name from now on. */
  renameVisitor(conversation: string, name: string): Promise<void>
  /** As it was written. */
  byClientId(conversation: string, clientId: string): Promise<Entry | undefined>
  /** What was said with the newest stars of each of these, by the conversation, as it was written. */
  rated(conversations: readonly string[]): Promise<Map<string, Entry>>
  /** What an entry said before it was changed, oldest first: for who looks into what was once said. */
  formerTexts(conversation: string, clientId: string): Promise<FormerText[]>
  /** As it is now. */
  shown(conversation: string, clientId: string): Promise<Entry | undefined>
}
