import type { Child } from 'hono/jsx'
import { LRUCache } from 'lru-cache'
import type { Entry } from '../../actors/entry'
import { limits } from '../../actors/limits'
import type { Store } from '../store/store'
import { type Entries, isFor, type Reader } from './entries'

/** Characters of HTML that are kept. */
const PAGE_CHARS = 2 * 1024 * 1024

/** A page of a transcript, drawn for a reader. */
export type TranscriptPage = {
  drawn: Child
  /** Seq of the oldest and the newest entry it shows or passes over; 1 and 0 when there are none. */
  first: number
  after: number
  /** Client id of the oldest entry it shows; null when it shows none. */
  oldest: string | null
}

/**
 * Pages of transcripts. The newest page of a conversation is read and drawn once for as long as
 * nothing is added to it: opening, reloading and coming back all ask for it.
 */
export class TranscriptPages {
  private readonly store: Store
  private readonly entries: Entries
  private readonly kept = new LRUCache<string, TranscriptPage>({ maxSize: PAGE_CHARS })

  constructor(store: Store, entries: Entries) {
    this.store = store
    this.entries = entries
  }

  /** Something else is masked from now on. */
  drop(): void {
    this.kept.clear()
  }

  /** `newest` is the conversation's newest seq as the caller knows it; 0 when they do not. */
  async newest(conversation: string, newest: number, reader: Reader): Promise<TranscriptPage> {
    const { audience, language, zone, viewer } = reader
    const whose = audience === 'desk' ? `${audience} ${viewer}` : audience
    const key = `${conversation} ${newest} ${whose} ${language} ${zone}`
    const known = newest > 0 ? this.kept.get(key) : undefined
    if (known) return known
    const read = await this.store.transcripts.last(conversation, limits.page)
    const drawn = this.draw(read, reader)
    // What changed one of them has a number of its own, which nothing on the page tells.
    const page = { ...drawn, after: Math.max(drawn.after, newest) }
    // What was added meanwhile is on it too, and makes the next key another one.
    if (newest > 0) this.kept.set(key, page, { size: String(page.drawn).length + 1 })
    return page
  }

  /** Those before an entry, for a page that shows what comes after them. */
  async before(conversation: string, seq: number, reader: Reader): Promise<TranscriptPage> {
    const { transcripts } = this.store
    return this.draw(await transcripts.before(conversation, seq, limits.page), reader)
  }

  /** A page around an entry: as much before it, and from it on so much that it has its place. */
  async around(conversation: string, seq: number, reader: Reader): Promise<TranscriptPage> {
    const { transcripts } = this.store
    const end = seq + limits.page
    return this.draw(await transcripts.before(conversation, end, 2 * limits.page), reader)
  }

  private draw(all: readonly Entry[], reader: Reader): TranscriptPage {
    const shown = all.filter((entry) => isFor(reader.audience, entry))
    return {
      drawn: this.entries.draw(shown, reader),
      first: all[0]?.seq ?? 1,
      after: Math.max(0, ...all.map(({ seq, edited }) => Math.max(seq, edited ?? 0))),
      oldest: shown[0]?.clientId ?? null,
    }
  }
}
