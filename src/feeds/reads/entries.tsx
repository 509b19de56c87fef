import type { Entry as Line } from '../../../actors/entry'
import { isForDesk } from '../../../actors/entry'
import { Upsert } from '../../../views/live'
import { type Audience, Entry } from '../../../views/transcript/entry'
import type { Language } from '../../../views/words/language'
import { Kept } from '../node/kept'
import type { Frame } from '../pipe'

/** Characters of HTML that are kept, with as many encoded bytes again. */
const MOST = 8 * 1024 * 1024

/** Whose eyes an entry is rendered for. */
export type Reader = { audience: Audience; language: Language; zone: string; viewer: string | null }

/** Whether a reader of this kind sees it at all. */
export const isFor = (audience: Audience, entry: Line): boolean =>
  audience === 'desk' || !isForDesk(entry)

/**
 * Entries as the frames that bring them live. An entry never changes, so its frame is rendered
 * once, and encoded once, for all who see it alike.
 */
export class Entries {
  private readonly frames = new Kept<Frame>(MOST)

  /** Puts it on a page whose newest entry is `after`, so that the page can tell a hole. */
  frame(entry: Line, reader: Reader, after: number): Frame {
    const key = keyOf(entry, reader, after)
    const known = this.frames.get(key)
    if (known) return known
    const html = String(
      <Upsert after={after}>
        <Entry {...reader} entry={entry} />
      </Upsert>,
    )
    return this.frames.put(key, { html, seq: entry.seq }, html.length)
  }
}

/** Only a notice about the reader himself depends on who reads. */
const keyOf = (entry: Line, reader: Reader, after: number): string => {
  const { audience, language, zone, viewer } = reader
  const you = entry.notice !== null && 'agent' in entry.notice && entry.notice.agent === viewer
  const whose = `${audience} ${language} ${zone}${you ? ' you' : ''}`
  return `${entry.conversation} ${entry.seq} ${after} ${whose}`
}
