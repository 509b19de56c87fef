import type { Fact } from '../../actors/facts'
import { type Line, lineOf } from './transcript-lines'

/** How many are kept, and for how long for those who are slow, ms. */
const MOST_LINES = 16
const KEPT_MS = 10_000

/** The newest lines of a conversation as they were heard, each the next after the one before it. */
export class NewestLines {
  private lines: Line[] = []
  private lastSeq = 0
  private grewAt = 0

  /** Those after a seq, when all of them are known. */
  after(seq: number): readonly Line[] | undefined {
    const first = this.lines[0]?.seq
    if (first === undefined || first > seq + 1 || this.seq < seq) return undefined
    return this.lines.slice(seq + 1 - first)
  }

  hear({ entry, seq }: Fact): void {
    const line = entry?.changes === null && !entry.answers ? lineOf(entry) : null
    if (line && line.seq === this.seq + 1 && this.lines.length > 0) {
      this.lines.push(line)
      if (this.lines.length > MOST_LINES) this.lines.shift()
    } else if (line && line.seq > this.seq) this.lines = [line]
    // What was heard is no longer the newest: a ring from another node brings no text, and what
    // changes or answers an entry does not bring that entry.
    else if (!line && (seq ?? 0) > this.seq) this.forget()
  }

  /** What was read to the end of the transcript; nothing where lines are missing in between. */
  keep(lines: readonly Line[]): void {
    if (isWhole(lines)) this.lines = lines.slice(-MOST_LINES)
  }

  /** Lets go of what was heard a while ago. */
  dropOld(now: number): void {
    const { seq } = this
    if (seq === this.lastSeq && now - this.grewAt >= KEPT_MS) this.forget()
    if (seq !== this.lastSeq) this.grewAt = now
    this.lastSeq = seq
  }

  forget(): void {
    this.lines = []
  }

  /** That of the newest, 0 when none is known. */
  private get seq(): number {
    return this.lines.at(-1)?.seq ?? 0
  }
}

/** Some lines, each the next after the one before it. */
const isWhole = (lines: readonly Line[]): boolean =>
  lines.every((line, n) => n === 0 || line.seq === (lines[n - 1]?.seq ?? 0) + 1) && lines.length > 0
