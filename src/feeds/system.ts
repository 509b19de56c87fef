import { systemParts } from '../../views/office/system/parts'
import type { SystemProps, SystemView } from '../../views/office/system/view'
import type { PageContext } from '../../views/page-context'
import type { Pipe } from '../live/pipe'
import type { FeedDesk } from './desk'
import { PartFrames } from './parts'
import type { Session } from './signed-in'
import { StaffSource } from './staff'

/** How often it is looked, ms: nothing rings for memory. */
const LOOK_MS = 5_000

/** How it is read, and in which words it is shown. */
export type SystemSeen = {
  read: () => Promise<SystemView>
  look: Pick<PageContext, 'language' | 'zone'>
}

/** How the desk feels, for one page of the office: each part of it as it changes. */
export class SystemSource extends StaffSource {
  private readonly seen: SystemSeen
  private readonly parts: PartFrames<SystemProps>

  constructor(session: Session, seen: SystemSeen, desk: FeedDesk) {
    super(session, 'system.read', desk)
    this.seen = seen
    this.parts = new PartFrames(systemParts, desk.sharedFrames)
  }

  protected override listen(): (() => void)[] {
    return [this.desk.clock.every(LOOK_MS, () => this.moved())]
  }

  async look(pipe: Pipe): Promise<void> {
    const view = await this.seen.read()
    const frames = this.parts.changed({ ...this.seen.look, view, now: this.desk.clock.now() })
    if (frames.length > 0) await pipe.push(frames)
  }
}
