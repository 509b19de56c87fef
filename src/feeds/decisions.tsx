import type { Staff } from '../../actors/people'
import { Swap } from '../../views/live'
import { languageOf } from '../../views/words/language'
import { Decisions } from '../../views/workbench/decisions/list'
import type { Woken } from '../live/feed'
import { type Ending, frameOf, type Pipe } from '../live/pipe'
import { may } from '../policies/may'
import type { Follower } from '../reads/conversation-view'
import { readDecisions } from '../reads/decisions'
import type { Reader } from '../reads/entries'
import type { FeedDesk } from './desk'

/** Why a conversation is with whom it is, for a page that shows nothing else of it. */
export class DecisionsSource implements Follower {
  private readonly staff: () => Staff
  private readonly conversation: string
  private readonly reader: Reader
  private readonly desk: FeedDesk
  private feed: Woken | null = null
  private changed = true
  private shown = ''

  constructor(staff: () => Staff, conversation: string, reader: Reader, desk: FeedDesk) {
    this.staff = staff
    this.conversation = conversation
    this.reader = reader
    this.desk = desk
  }

  open(feed: Woken): void {
    this.feed = feed
    this.desk.conversations.join(this.conversation, this)
  }

  async ends(): Promise<Ending | null> {
    const row = await this.desk.store.conversations.find(this.conversation)
    return row && may.watch(this.staff(), row) ? null : 'forbidden'
  }

  look(pipe: Pipe): Promise<void> | undefined {
    return this.changed ? this.bring(pipe) : undefined
  }

  notify(): void {
    this.changed = true
    this.feed?.wake()
  }

  /** Names of departments may have changed. */
  moved(): void {
    this.notify()
  }

  /** It has no cursor. */
  get upTo(): number {
    return 0
  }

  /** What rings at a conversation may be lost. */
  onHeartbeat(): void {
    this.notify()
  }

  close(): void {
    this.desk.conversations.leave(this.conversation, this)
  }

  private async bring(pipe: Pipe): Promise<void> {
    this.changed = false
    try {
      const row = await this.desk.store.conversations.find(this.conversation)
      if (!row) return
      const { reasons, departments } = await readDecisions(this.desk, this.conversation)
      const { zone } = this.reader
      const language = languageOf(this.reader.language)
      const now = this.desk.clock.now()
      const me = this.staff().id
      const about = { conversation: row, reasons, departments, language, zone, now, me }
      const frame = frameOf(
        <Swap id="decisions">
          <Decisions {...about} />
        </Swap>,
      )
      if (frame.html === this.shown) return
      await pipe.push([frame])
      this.shown = frame.html
    } catch (problem) {
      this.changed = true
      throw problem
    }
  }
}
