import type { Entry } from '../../../actors/entry'

/**
 * Entries come with what the newest line that changes them made of them. Such a line itself comes in
 * its own place too, as it was written.
 */
export interface Transcripts {
  /** The first `limit` entries after a seq, in order. */
  after(conversation: string, seq: number, limit: number): Promise<Entry[]>
  /** The newest `limit` entries, in order. */
  last(conversation: string, limit: number): Promise<Entry[]>
  /** The `limit` entries before a seq, in order. */
  before(conversation: string, seq: number, limit: number): Promise<Entry[]>
  /** As it was written. */
  byClientId(conversation: string, clientId: string): Promise<Entry | undefined>
  /** As it is now. */
  shown(conversation: string, clientId: string): Promise<Entry | undefined>
}
