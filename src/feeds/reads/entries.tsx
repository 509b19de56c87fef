import { raw } from 'hono/html'
import type { Entry as Line } from '../../../actors/entry'
import { isForDesk } from '../../../actors/entry'
import { Upsert } from '../../../views/live'
import { type Audience, Entry } from '../../../views/transcript/entry'
import type { Language } from '../../../views/words/language'
import { Kept } from '../node/kept'
import type { Frame } from '../pipe'

const MOST = 8 * 1024 * 1024

/** Whose eyes an entry is rendered for. */
export type Reader = { audience: Audience; language: Language; zone: string; viewer: string | null }

/** Whether a reader of this kind sees it at all. */
export const isFor = (audience: Audience, entry: Line): boolean =>
  audience === 'desk' || !isForDesk(entry)

/**
 * Entries as HTML. An entry never changes, so it is rendered once for all who see it alike, and
 * the frame that brings it live is made, and encoded, once for all who get it.
 */
export class Entries {
  private readonly kept = new Kept<string>(MOST)
  private readonly frames = new Kept<Frame>(MOST)

  html(entry: Line, reader: Reader): string {
    const key = keyOf(entry, reader)
    const known = this.kept.get(key)
    if (known !== undefined) return known
    const html = String(<Entry entry={entry} {...reader} />)
    return this.kept.put(key, html, html.length)
  }

  /** The frame that puts it on a page whose newest entry is `after`, so that a hole shows. */
  frame(entry: Line, reader: Reader, after: number): Frame {
    const key = `${after} ${keyOf(entry, reader)}`
    const known = this.frames.get(key)
    if (known) return known
    const html = String(<Upsert after={after}>{raw(this.html(entry, reader))}</Upsert>)
    return this.frames.put(key, { html, seq: entry.seq }, html.length * 2)
  }
}

/** Only a notice about the reader himself depends on who reads. */
const keyOf = (entry: Line, { audience, language, zone, viewer }: Reader): string => {
  const you = entry.notice !== null && 'agent' in entry.notice && entry.notice.agent === viewer
  return `${entry.conversation} ${entry.seq} ${audience} ${language} ${zone}${you ? ' you' : ''}`
}
