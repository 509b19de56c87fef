import type { By } from '../../actors/entry'
import type { Fact } from '../../actors/facts'
import type { Frame } from '../live/pipe'
import type { Reader } from '../reads/entries'
import type { RoomRow } from '../store/ports/conversations'
import { seenFrame, typingFrame } from './typing-and-seen'

/** What a page is told of the other side of its conversation: who types, and how far they read. */
export class OtherSide {
  private readonly reader: Reader
  /** What their keys did last, until the page is told. */
  private typing: Fact | null = null
  private isTypingShown = false
  private seenShown = 0

  constructor(reader: Reader) {
    this.reader = reader
  }

  /** Whether it comes from the page's own side. */
  isOwn({ by }: { by?: By }): boolean {
    return (by === 'visitor') === (this.reader.audience === 'visitor')
  }

  hearTyping(fact: Fact): void {
    this.typing = fact
  }

  /** Who has answered has read what came before, and the page sees that by itself. */
  answered(seq: number): void {
    this.seenShown = seq
  }

  /** Who types, or that nobody does, when the page does not show it yet. `row` names them. */
  typingNews(row: RoomRow | undefined): Frame | null {
    const fact = this.typing
    if (fact === null) return null
    this.typing = null
    if (fact.what !== 'typing') return this.typingEnd()
    this.isTypingShown = true
    const id = (fact.by === 'agent' ? row?.agent : row?.visitor) ?? ''
    return typingFrame(this.reader, { id, name: fact.name ?? '' })
  }

  /** Takes away who types, if the page shows somebody. */
  typingEnd(): Frame | null {
    if (!this.isTypingShown) return null
    this.isTypingShown = false
    return typingFrame(this.reader, null)
  }

  /** How far they have read, when the page does not show it yet. */
  seenNews(row: RoomRow | undefined): Frame | null {
    const { audience } = this.reader
    const upTo = (audience === 'visitor' ? row?.seenByAgent : row?.seenByVisitor) ?? 0
    if (upTo <= this.seenShown) return null
    this.seenShown = upTo
    return seenFrame(this.reader, upTo)
  }
}
