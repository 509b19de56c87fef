import type { Language } from '../../views/words/language'
import { onlineParts } from '../../views/workbench/online'
import type { Pipe } from '../live/pipe'
import { allows } from '../policies/permissions'
import { readOnline } from '../reads/site-visitors'
import type { FeedDesk } from './desk'
import { PartFrames } from './parts'
import type { Session } from './signed-in'
import { StaffSource } from './staff'

/** Who is on the site now, for one page of an agent. */
export class OnlineSource extends StaffSource {
  private readonly seen: { language: Language; until: string | undefined }
  private readonly parts: PartFrames<Parameters<typeof onlineParts.list.draw>[0]>

  constructor(session: Session, seen: OnlineSource['seen'], desk: FeedDesk) {
    super(session, 'workbench.use', desk)
    this.seen = seen
    this.parts = new PartFrames(onlineParts, desk.sharedFrames)
  }

  protected override listen(): (() => void)[] {
    return [this.desk.siteVisitors.watch(this)]
  }

  async look(pipe: Pipe): Promise<void> {
    const online = await readOnline(this.desk, this.staff, this.seen.until)
    const mayInvite = allows(this.staff, 'visitors.invite')
    const { language } = this.seen
    const now = this.desk.clock.now()
    const frames = this.parts.changed({ ...online, language, mayInvite, now })
    if (frames.length > 0) await pipe.push(frames)
  }
}
