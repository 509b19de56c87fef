import type { Language } from '../../views/words/language'
import { onlineParts } from '../../views/workbench/online'
import type { Source, Woken } from '../live/feed'
import type { Ending, Pipe } from '../live/pipe'
import { allows } from '../policies/permissions'
import { readOnline } from '../reads/site-visitors'
import type { FeedDesk } from './desk'
import { PartFrames } from './parts'
import { type Session, SignedIn } from './signed-in'

/** Who is on the site now, for one page of an agent. */
export class OnlineSource implements Source {
  private readonly signedIn: SignedIn
  private readonly seen: { language: Language; until: string | undefined }
  private readonly desk: FeedDesk
  private readonly parts: PartFrames<Parameters<typeof onlineParts.list.draw>[0]>
  private readonly leave: (() => void)[] = []
  private feed: Woken | null = null

  constructor(session: Session, seen: OnlineSource['seen'], desk: FeedDesk) {
    this.signedIn = new SignedIn(session)
    this.seen = seen
    this.desk = desk
    this.parts = new PartFrames(onlineParts, desk.sharedFrames)
  }

  open(feed: Woken): void {
    this.feed = feed
    this.leave.push(
      this.desk.siteVisitors.watch(this),
      this.signedIn.onAgentChange(this.desk.bus, () => feed.wake()),
    )
  }

  ends(): null | Promise<Ending | null> {
    return this.signedIn.ends((staff) => (allows(staff, 'workbench.use') ? null : 'forbidden'))
  }

  async look(pipe: Pipe): Promise<void> {
    const { staff } = this.signedIn
    const online = await readOnline(this.desk, staff, this.seen.until)
    const mayInvite = allows(staff, 'visitors.invite')
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
