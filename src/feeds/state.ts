import { addressOf } from '../../actors/address'
import type { Fact } from '../../actors/facts'
import type { Staff } from '../../actors/people'
import type { MomentProps } from '../../views/office/statechart/moment'
import { stateParts } from '../../views/office/statechart/page'
import type { PageContext } from '../../views/page-context'
import type { Ending, Pipe } from '../live/pipe'
import type { Permission } from '../policies/permissions'
import { readMoment, turnsOf, type Who } from '../reads/moments'
import type { FeedDesk } from './desk'
import { PartFrames } from './parts'
import type { Session } from './signed-in'
import { StaffSource } from './staff'

/** Rung without a turn of the actor. */
const noTurns: ReadonlySet<Fact['what']> = new Set([
  ...(['typing', 'paused', 'looking', 'sneakPeek', 'page', 'whereabouts'] as const),
])

/** Which actor a page shows, for whom, and what it is drawn in. */
export type StateSeen = {
  who: Who
  permission: Permission
  /** Whether somebody may still know of it. */
  mayLook: (staff: Staff) => Promise<boolean>
  look: Pick<PageContext, 'language' | 'zone'>
}

/** What is so of one actor, for one page of the office: each of its turns makes a new moment. */
export class StateSource extends StaffSource {
  private readonly seen: StateSeen
  private readonly parts: PartFrames<MomentProps>
  private shown = 0

  constructor(session: Session, seen: StateSeen, desk: FeedDesk) {
    super(session, seen.permission, desk)
    this.seen = seen
    this.parts = new PartFrames(stateParts, desk.sharedFrames)
  }

  protected override listen(): (() => void)[] {
    const { kind, id } = this.seen.who
    const stop = this.desk.bus.subscribe(addressOf(kind, id), ({ what }) => {
      if (!noTurns.has(what)) this.moved()
    })
    return [stop]
  }

  override async ends(): Promise<Ending | null> {
    const ending = await super.ends()
    if (ending !== null) return ending
    return (await this.seen.mayLook(this.staff)) ? null : 'forbidden'
  }

  async look(pipe: Pipe): Promise<void> {
    const { who, look } = this.seen
    const of = await turnsOf(this.desk.store, addressOf(who.kind, who.id))
    if (of === this.shown) return
    const moment = await readMoment(this.desk.store, who, of, of)
    const { language, zone } = look
    const now = this.desk.clock.now()
    const frames = this.parts.changed({ moment, isNow: true, language, zone, now })
    this.shown = of
    if (frames.length > 0) await pipe.push(frames)
  }

  /** What was refused rings nothing, and is a line of the journal too. */
  onHeartbeat(): void {
    this.moved()
  }
}
