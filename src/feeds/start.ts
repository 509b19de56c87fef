import { type StartParts, startPartsOf } from '../../views/chat/start-parts'
import type { Language } from '../../views/words/language'
import type { Source, Woken } from '../live/feed'
import type { Pipe } from '../live/pipe'
import type { FeedDesk } from './desk'
import { PartFrames } from './parts'

/** The form before a chat: whether somebody is there, and how many come first. */
export class StartSource implements Source {
  private readonly language: Language
  private readonly desk: FeedDesk
  private parts: PartFrames<StartParts> | null = null
  private feed: Woken | null = null
  private leave: (() => void) | null = null

  constructor(language: Language, desk: FeedDesk) {
    this.language = language
    this.desk = desk
  }

  open(feed: Woken): void {
    this.feed = feed
    this.leave = this.desk.startPages.watch(this)
  }

  ends(): null {
    return null
  }

  async look(pipe: Pipe): Promise<void> {
    const departments = await this.desk.startPages.choices()
    this.parts ??= new PartFrames(startPartsOf(departments), this.desk.sharedFrames)
    const frames = this.parts.changed({ language: this.language, departments })
    if (frames.length > 0) await pipe.push(frames)
  }

  /** What it shows is another than before. */
  moved(): void {
    this.feed?.wake()
  }

  close(): void {
    this.leave?.()
    this.leave = null
  }
}
