import type { Ending, Frame, News, Pipe, Writer } from '../../src/live/pipe'
import { swapped } from './swaps'

/** A page's end of a connection, with all that was brought to it. */
export class Screen implements Pipe {
  writer: Writer | null = null
  full = false
  readonly frames: Frame[] = []
  readonly news: News[] = []
  ended: Ending | null = null

  push(frames: readonly Frame[]) {
    this.frames.push(...frames)
    return undefined
  }
  tell(news: News) {
    this.news.push(news)
  }
  end(why: Ending) {
    this.ended = why
    this.leave()
  }
  open() {
    this.writer?.opened()
    return this
  }
  leave() {
    this.writer?.closed()
  }

  /** Seqs in the order they came. */
  get seqs(): number[] {
    return this.frames.flatMap(({ seq }) => (seq === null ? [] : [seq]))
  }
  /** What each entry was said to come after. */
  get afters(): number[] {
    return this.frames
      .filter(({ seq }) => seq !== null)
      .map(({ html }) => Number(/data-after="(\d+)"/.exec(html)?.[1] ?? -1))
  }
  /** The lists as they stand on the page, after all that was brought. */
  get inbox(): string {
    for (const { html } of this.frames.slice(this.swapped)) this.lists = swapped(this.lists, html)
    this.swapped = this.frames.length
    return this.lists
  }
  private lists = '<div id="inbox"></div>'
  private swapped = 0

  /** Frames that swap the element with this id, newest last. */
  swaps(id: string): string[] {
    return this.frames.flatMap(({ html }) => (html.includes(`hx-target="#${id}"`) ? [html] : []))
  }
  has(text: string): boolean {
    return this.frames.some(({ html }) => html.includes(text))
  }
}
