import type { PageState } from '../../actors/page-state'

/** A piece of HTML on its way to a screen, shared by all readers who get the same. */
export type Frame = {
  readonly html: string
  /** The transcript's seq this brings, so that a reader can resume after it; null for the rest. */
  readonly seq: number | null
  /** The frame as SSE bytes, encoded when the first reader needs them. */
  sse?: Uint8Array
}

/** A piece of HTML that brings nothing of a transcript. */
export const frameOf = (html: unknown): Frame => ({ html: String(html), seq: null })

/**
 * Why a connection ends. After `renew`, `drain` and `slow` a page comes back by itself; after
 * the others it must not: who it speaks for has changed.
 */
export type Ending = 'renew' | 'drain' | 'slow' | 'signedOut' | 'forbidden' | 'replaced'
export const comesBack = (why: Ending): boolean =>
  why === 'renew' || why === 'drain' || why === 'slow'

/** News without HTML: the heartbeat, trouble with the store, and "forget your cursor". */
export type News = 'hb' | 'degraded' | 'healed' | 'resync'

/** Who writes to a pipe, and hears that its reader came or went. */
export interface Writer {
  opened(): void
  closed(): void
}

/** One connection to one page, by SSE or WebSocket. Nothing in here throws. */
export interface Pipe {
  /** Set before the connection opens. */
  writer: Writer | null
  /** Whether something can be said on it by whoever is at the other end; on a stream nothing can. */
  readonly hears?: true
  /** Called when whoever is at the other end has said anything: that they are there. */
  onSpoke?: () => void
  /** The same, when a page says whether it is looked at. */
  onPage?: (page: PageState) => void
  /** Sends frames in order. A promise when the reader is slow: send no more until it settles. */
  push(frames: readonly Frame[]): Promise<void> | undefined
  /** `about` is, with a heartbeat, the newest seq that was sent. */
  tell(news: News, about?: number): void
  /** Ends it once; later calls do nothing. `retry` is when to come back, in ms. */
  end(why: Ending, retry: number): void
  /** Whether the reader has yet to take what was pushed. */
  readonly full: boolean
}

/**
 * Evenly spread figures between two bounds, so that pages that are sent away together do not
 * come back together. The nth of a golden-ratio sequence: no chance in it, and no clusters.
 */
export const spread = (n: number, from: number, to: number): number =>
  Math.round(from + ((n * 0.618_033_988_75) % 1) * (to - from))
