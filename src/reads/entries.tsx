import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { LRUCache } from 'lru-cache'
import { isForDesk, type Entry as Line, noticeOf } from '../../actors/entry'
import { maskedEntry } from '../../actors/masking/entries'
import type { Mask } from '../../actors/masking/mask'
import { Gone, Replace, Upsert } from '../../views/live'
import { Entry } from '../../views/transcript/entry'
import type { Audience } from '../../views/transcript/entry-props'
import { isGrouped } from '../../views/transcript/grouped'
import type { Edition } from '../../views/words/language'
import type { Frame } from '../live/pipe'

/** Characters of HTML that are kept: of entries as pages show them, and of frames under way. */
const DRAWN_CHARS = 2 * 1024 * 1024
const FRAME_CHARS = 512 * 1024

/** For whom an entry is rendered. */
export type Reader = {
  audience: Audience
  /** It is another one once the texts of visitors are. */
  language: Edition
  zone: string
  viewer: string | null
  /** The talk has ended: nothing in it is answered any more. */
  isOver?: boolean
}

/** Whether a reader of this kind sees it at all. */
export const isFor = (audience: Audience, entry: Line): boolean =>
  audience === 'desk' || !isForDesk(entry.body)

/** Whether it was to be seen by whoever does not see it any more. */
export const hasLeft = (entry: Line): boolean => {
  const notice = noticeOf(entry)
  return notice !== null && 'leaves' in notice && notice.leaves === true
}

/**
 * Entries as HTML. What one is between two changes of it is drawn once for all who see it alike, on
 * pages and live, and the frame that brings it live is encoded once for all who get it.
 */
export class Entries {
  private readonly mask: Mask
  private readonly drawn = new LRUCache<string, NonNullable<Child>>({ maxSize: DRAWN_CHARS })
  private readonly frames = new LRUCache<string, Frame>({ maxSize: FRAME_CHARS })

  /** What is masked of an entry is in no page, wherever the entry comes from. */
  constructor(mask: Mask = (text) => text) {
    this.mask = mask
  }

  /** Something else is masked from now on. */
  drop(): void {
    this.drawn.clear()
    this.frames.clear()
  }

  /** Entries for a page, in one piece. */
  draw(entries: readonly Line[], reader: Reader): Child {
    const lines = entries.map((entry, n) =>
      this.line(entry, reader, isGrouped(entry, entries[n + 1])),
    )
    return raw(flat(lines.join('')))
  }

  /**
   * Puts it on a page whose newest entry is `after`, so that the page can tell a hole. With the
   * `seq` of a line that changed it, it takes its own place, on the pages that show it.
   */
  frame(entry: Line, reader: Reader, after: number, seq = entry.seq): Frame {
    const key = `${after} ${seq} ${keyOf(entry, reader)}`
    const known = this.frames.get(key)
    if (known) return known
    const line = this.drawn.get(keyOf(entry, reader)) ?? this.of(entry, reader)
    // Whoever asks for it sends it at once, which makes it one piece.
    const html =
      seq === entry.seq
        ? `${opening}${after}${opened}${line}${closing}`
        : String(Replace({ id: entry.clientId, seq, after, children: line }))
    const frame = { html, seq }
    this.frames.set(key, frame, { size: html.length })
    return frame
  }

  /** Takes it from a page that shows it, after a line that changed it. */
  gone({ clientId }: Line, after: number, seq: number): Frame {
    return { html: String(Gone({ id: clientId, seq, after })), seq }
  }

  /** For a page that shows it already: in its own place, after a line that changed it. */
  change(entry: Line, reader: Reader, seq: number): string {
    const children = this.line(entry, reader, false)
    return String(Replace({ id: entry.clientId, seq, after: seq - 1, children }))
  }

  private of(entry: Line, reader: Reader, grouped?: boolean) {
    const shown = maskedEntry(entry, this.mask)
    return Entry({ ...reader, entry: shown, ...(grouped === undefined ? {} : { grouped }) })
  }

  private line(entry: Line, reader: Reader, grouped: boolean): Child {
    const key = `${keyOf(entry, reader)}${grouped ? ' grouped' : ''}`
    const known = this.drawn.get(key)
    if (known) return known
    const html = flat(this.of(entry, reader, grouped))
    const drawn = raw(html)
    this.drawn.set(key, drawn, { size: html.length })
    return drawn
  }
}

/** What goes around an entry in its frame, drawn once: before and after the figure, and after it. */
const [opening = '', opened = '', closing = ''] = String(<Upsert after={-1}>-1</Upsert>).split('-1')

/**
 * As one piece. A string that was put together is kept as all its parts until somebody needs it
 * whole; parts are many times the size of what they make, and these are kept long.
 */
const flat = (html: unknown): string => decoder.decode(encoder.encode(String(html)))
const encoder = new TextEncoder()
const decoder = new TextDecoder()

/** Which state of it, for whom. Only a notice about its reader depends on who that is. */
const keyOf = (entry: Line, { audience, language, zone, viewer, isOver }: Reader): string => {
  const notice = noticeOf(entry)
  const you = notice !== null && 'agent' in notice && notice.agent === viewer
  const state = entry.edited ?? entry.seq
  const more = entry.quoted || entry.reacted ? beside(entry, viewer) : ''
  const over = isOver && entry.body.kind === 'card' ? ' over' : ''
  return `${entry.conversation} ${state} ${audience} ${language} ${zone}${you ? ' you' : ''}${over}${more}`
}

/** What it answers changes too, and whose reaction it is hangs on who reads. */
const beside = ({ quoted, reacted, reactions = [] }: Line, viewer: string | null): string => {
  const isTheirs = reactions.some(({ author }) => author === viewer)
  return ` ${quoted?.state ?? ''} ${reacted ?? ''}${isTheirs ? ` ${viewer}` : ''}`
}
