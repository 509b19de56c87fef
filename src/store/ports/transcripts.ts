import type { Entry } from '../../../actors/entry'

export interface Transcripts {
  /** The first `limit` entries after a seq, in order. */
  after(conversation: string, seq: number, limit: number): Promise<Entry[]>
  /** The newest `limit` entries, in order. */
  last(conversation: string, limit: number): Promise<Entry[]>
  /** The `limit` entries before a seq, in order. */
  before(conversation: string, seq: number, limit: number): Promise<Entry[]>
  byClientId(conversation: string, clientId: string): Promise<Entry | undefined>
}
