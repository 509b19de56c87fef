/** A file that is kept, and where it was sent. */
export type KeptFile = {
  id: string
  conversation: string
  /** Of the entry that it came with; null while it is still coming. */
  clientId: string | null
  bytes: number
  at: number
}

/** A file that was said, as the office lists it. */
export type SaidFile = {
  id: string
  name: string
  type: string
  bytes: number
  at: number
  conversation: string
  /** Who sent it, by the name of then; empty where its entry is not there. */
  who: string
}

/** Which files somebody looks for. */
export type FilesAsk = {
  /** A part of the name, whatever its case. */
  name?: string
  kind?: 'image' | 'audio' | 'video' | 'other'
  /** From a time on, and before another, ms UTC. */
  since?: number
  before?: number
  order: 'at' | 'bytes'
  descending: boolean
  after: { by: string | number; id: string } | null
}

/** What arrived: a smaller copy of an image has no name. */
export type Arrived = Pick<KeptFile, 'id' | 'bytes'> & { name?: string; type?: string }

/**
 * Which files are kept. Each stands here before its first byte is anywhere, so that what is left of
 * one that was never said can be found.
 */
export interface Files {
  /** One that is about to come. */
  expect(file: Pick<KeptFile, 'id' | 'conversation' | 'at'>): Promise<void>
  /** They have come, all with one entry, which is not said yet. */
  arrived(files: readonly Arrived[], clientId: string): Promise<void>
  /** Their entry was said. */
  said(ids: readonly string[]): Promise<void>
  /** They belong to an entry of another conversation from now on. */
  give(
    files: readonly (Pick<KeptFile, 'id' | 'conversation'> & { clientId: string })[],
  ): Promise<void>
  find(id: string): Promise<KeptFile | undefined>
  /** A page of those that were said, smaller copies not among them. */
  page(ask: FilesAsk, limit: number): Promise<SaidFile[]>
  /** How many of them there are, and the room that all files take. */
  total(): Promise<{ count: number; bytes: number }>
  /** Those that came with an entry. */
  of(conversation: string, clientId: string): Promise<KeptFile[]>
  /** Some of those that nobody has said until now and that were expected before a time. */
  unsaid(before: number, limit: number): Promise<KeptFile[]>
  /** Nothing is known of them any more; the bytes are removed before. */
  forget(ids: readonly string[]): Promise<void>
  /** Keeps a piece of one, the first is 0. */
  putPiece(file: string, nth: number, bytes: Uint8Array): Promise<void>
  piece(file: string, nth: number): Promise<Uint8Array | undefined>
  removePieces(file: string): Promise<void>
}
