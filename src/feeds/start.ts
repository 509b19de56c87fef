import { addressOf } from '../../actors/address'
import type { InvitationProps } from '../../views/chat/invitation'
import { type StartParts, startParts, startPartsOf } from '../../views/chat/start-parts'
import { type Edition, languageOf } from '../../views/words/language'
import type { Source, Woken } from '../live/feed'
import type { Pipe } from '../live/pipe'
import { readInvitation } from '../reads/invitation'
import type { FeedDesk } from './desk'
import { PartFrames } from './parts'

/** Who has the form before them; `token` is the hash of their cookie, which may be nobody's yet. */
export type StartReader = { language: Edition; zone: string; token?: string }

/** The form before a chat: whether somebody is there, how many come first, who asks them. */
export class StartSource implements Source {
  private reader: StartReader
  private readonly desk: FeedDesk
  private parts: PartFrames<StartParts> | null = null
  private feed: Woken | null = null
  private readonly leave: (() => void)[] = []
  private visitor: string | undefined
  private invitation: InvitationProps['invitation'] = null
  /** Whether who asks them is to be read again. */
  private mayBeInvited = true

  constructor(reader: StartReader, desk: FeedDesk) {
    this.reader = reader
    this.desk = desk
  }

  open(feed: Woken): void {
    this.feed = feed
    const { startPages, texts } = this.desk
    this.leave.push(startPages.watch(this, languageOf(this.reader.language)), texts.watch(this))
    // It rings when the cookie becomes somebody's.
    if (this.reader.token !== undefined) this.listen(this.reader.token)
  }

  ends(): null {
    return null
  }

  async look(pipe: Pipe): Promise<void> {
    const departments = await this.desk.startPages.choices(languageOf(this.reader.language))
    if (this.mayBeInvited) await this.readInvitation()
    // Mostly nobody asks them, and the page knows that.
    const known = { [startParts.invitation.id]: '' }
    this.parts ??= new PartFrames(startPartsOf(departments), this.desk.sharedFrames, known)
    const { language, zone } = this.reader
    const shown = { language, zone, now: this.desk.clock.now(), departments }
    const frames = this.parts.changed({ ...shown, invitation: this.invitation })
    if (frames.length > 0) await pipe.push(frames)
  }

  /** What stands there is said otherwise. */
  worded(): void {
    const { language } = this.reader
    this.reader = { ...this.reader, language: this.desk.texts.edition(languageOf(language)) }
    this.moved()
  }

  /** What it shows is another than before. */
  moved(): void {
    this.feed?.wake()
  }

  /** A ring may have been lost: who asks them, or that the cookie became somebody's. */
  missed(): void {
    if (this.reader.token === undefined) return
    this.mayBeInvited = true
    this.moved()
  }

  close(): void {
    for (const leave of this.leave.splice(0)) leave()
  }

  private listen(id: string): void {
    this.leave.push(
      this.desk.bus.subscribe(addressOf('visitor', id), ({ what }) => {
        if (what !== 'state') return
        this.mayBeInvited = true
        this.moved()
      }),
    )
  }

  private async readInvitation(): Promise<void> {
    this.mayBeInvited = false
    const { token } = this.reader
    if (token === undefined) return
    try {
      const { store } = this.desk
      if (this.visitor === undefined) {
        this.visitor = await store.visits.visitorOf(token)
        if (this.visitor !== undefined && this.feed) this.listen(this.visitor)
      }
      this.invitation = this.visitor ? await readInvitation(store, this.visitor) : null
    } catch (problem) {
      this.mayBeInvited = true
      throw problem
    }
  }
}
