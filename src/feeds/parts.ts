import type { LRUCache } from 'lru-cache'
import { Swap, SwapInside } from '../../views/live'
import type { Part } from '../../views/part'
import { type Frame, frameOf } from '../live/pipe'

/**
 * The parts of one page as its reader has them: what has changed of them is drawn and sent, and
 * nothing else. `known` are the keys of those that the page surely shows right.
 */
export class PartFrames<Props> {
  private readonly parts: readonly Part<Props>[]
  private readonly shared: LRUCache<string, Frame>
  private readonly shown: Map<string, string>

  constructor(
    parts: Readonly<Record<string, Part<Props>>> | readonly Part<Props>[],
    shared: LRUCache<string, Frame>,
    known: Readonly<Record<string, string>> = {},
  ) {
    this.parts = Object.values(parts)
    this.shared = shared
    this.shown = new Map(Object.entries(known))
  }

  /** Those that differ from what the page has. */
  changed(props: Props): Frame[] {
    return this.parts.flatMap((part) => this.frame(part, props) ?? [])
  }

  /** The page has all of them right, as parts of a whole that was sent. Each says its key. */
  shows(props: Props): void {
    for (const { id, key } of this.parts) if (key) this.shown.set(id, key(props))
  }

  /** The page may have another one than was sent: it is sent again with the next. */
  forget(id: string): void {
    this.shown.delete(id)
  }

  private frame(part: Part<Props>, props: Props): Frame | null {
    const key = part.key?.(props)
    if (key !== undefined && this.shown.get(part.id) === key) return null
    const frame = part.isShared?.(props) ? this.sharedFrame(part, props, key) : draw(part, props)
    const now = key ?? frame.html
    if (this.shown.get(part.id) === now) return null
    this.shown.set(part.id, now)
    return frame
  }

  private sharedFrame(part: Part<Props>, props: Props, key = ''): Frame {
    const name = `${part.id} ${key}`
    const known = this.shared.get(name)
    if (known) return known
    const frame = draw(part, props)
    this.shared.set(name, frame, { size: frame.html.length })
    return frame
  }
}

const draw = <Props>({ id, inside, draw }: Part<Props>, props: Props): Frame =>
  frameOf((inside ? SwapInside : Swap)({ id, children: draw(props) }))
