/** Who asks, and what they see: conversations of these departments, and those in their hands. */
export type MentionedReader = { agent: string; departments: readonly string[] }

/**
 * Where agents are called by name. That somebody is, is written with the line that does so, in its own
 * turn.
 */
export interface Mentions {
  /**
   * Conversations in which somebody is called and has not seen it, and when they were last, ms UTC: newest
   * call first, at most `limit`.
   */
  unseen(reader: MentionedReader, limit: number): Promise<{ conversation: string; at: number }[]>
  /** Client id of the entry that called them last in a conversation, if they have not seen that. */
  lastUnseen(agent: string, conversation: string): Promise<string | undefined>
  /** They have seen all that calls them in a conversation up to a seq. Answers whether that is news. */
  see(agent: string, conversation: string, upTo: number): Promise<boolean>
  /** Nobody is called so any more. */
  forget(agent: string): Promise<void>
}
