import { addressOf } from '../../actors/address'
import type { Staff } from '../../actors/people'
import type { Language } from '../../views/words/language'
import { onlineParts } from '../../views/workbench/online'
import type { Source, Woken } from '../live/feed'
import type { Ending, Pipe } from '../live/pipe'
import { allows } from '../policies/permissions'
import { readOnline } from '../reads/site-visitors'
import type { FeedDesk } from './desk'
import { PartFrames } from './parts'
import type { Session } from './workbench'

/** Who is on the site now, for one page of an agent. */
export class OnlineSource implements Source {
  private readonly session: Session
  private readonly seen: { language: Language; until: string | undefined }
  private readonly desk: FeedDesk
  private readonly parts: PartFrames<Parameters<typeof onlineParts.list.draw>[0]>
  private readonly leave: (() => void)[] = []
  private staff: Staff
  private isAsked = false
  private feed: Woken | null = null

  constructor(session: Session, seen: OnlineSource['seen'], desk: FeedDesk) {
    this.session = session
    this.staff = session.staff
    this.seen = seen
    this.desk = desk
    this.parts = new PartFrames(onlineParts, desk.sharedFrames)
  }

  open(feed: Woken): void {
    this.feed = feed
    this.leave.push(
      this.desk.siteVisitors.watch(this),
      // Signing out rings it too.
      this.desk.bus.subscribe(addressOf('agent', this.staff.id), ({ what }) => {
        if (what !== 'state') return
        this.isAsked = true
        feed.wake()
      }),
    )
  }

  async ends(): Promise<Ending | null> {
    if (!this.isAsked) return null
    const staff = await this.session.check()
    this.isAsked = false
    if (staff !== null) this.staff = staff
    if (staff === null) return 'signedOut'
    return allows(staff, 'workbench.use') ? null : 'forbidden'
  }

  async look(pipe: Pipe): Promise<void> {
    const online = await readOnline(this.desk, this.staff, this.seen.until)
    const mayInvite = allows(this.staff, 'visitors.invite')
    const { language } = this.seen
    const now = this.desk.clock.now()
    const frames = this.parts.changed({ ...online, language, mayInvite, now })
    if (frames.length > 0) await pipe.push(frames)
  }

  /** Others are there than before. */
  moved(): void {
    this.feed?.wake()
  }

  close(): void {
    for (const leave of this.leave) leave()
  }
}
