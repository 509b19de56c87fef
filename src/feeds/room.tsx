import type { Staff } from '../../actors/people'
import type { ConversationRow } from '../../actors/summary'
import { Swap } from '../../views/live'
import type { List } from '../../views/workbench/inbox/lists'
import { RoomFoot } from '../../views/workbench/room/foot'
import { RoomHead } from '../../views/workbench/room/head'
import { Stuck } from '../../views/workbench/room/stuck'
import { VisitorDetails } from '../../views/workbench/room/visitor-details'
import { type Frame, frameOf } from '../live/pipe'
import { may } from '../policies/may'
import { withQueueStatus } from '../reads/queue-status'
import { earlierOf, rightsOf, targetsOf } from '../reads/room'
import { type ConversationSeen, ConversationSource } from './conversation'
import type { FeedDesk } from './desk'

/** The conversation an agent has open: its transcript, who has it, and what he may do with it. */
export class RoomSource extends ConversationSource {
  private readonly staff: () => Staff
  private readonly list: List
  private foot: string | null = null
  /** As it was sent: a page that was just made may be wrong about it. */
  private stuck: boolean | null = null
  /** When what the head says is over though nothing rings, ms UTC. */
  private until = Number.POSITIVE_INFINITY

  /** `staff` is who he is now: his departments may change while he looks. */
  constructor(staff: () => Staff, list: List, seen: ConversationSeen, desk: FeedDesk) {
    super(seen, desk)
    this.staff = staff
    this.list = list
  }

  override onHeartbeat(now: number): void {
    super.onHeartbeat(now)
    if (now >= this.until) this.moved()
  }

  protected mayWatch(row: ConversationRow): boolean {
    return may.watch(this.staff(), row)
  }

  protected async around(known: ConversationRow): Promise<Frame[]> {
    const staff = this.staff()
    const { rows, until } = await withQueueStatus(this.desk, [known])
    const [row = known] = rows
    this.until = until
    const [department, targets, visitor, earlier] = await Promise.all([
      this.desk.departments.label(row.department),
      targetsOf(this.desk, staff, row),
      this.desk.store.inbox.visitor(row.visitor),
      earlierOf(this.desk, staff, row),
    ])
    const { language, zone } = this.reader
    const shown = { language, conversation: row, department, me: staff.id, list: this.list }
    const rights = rightsOf(staff, row)
    const now = this.desk.clock.now()
    const head = (
      <Swap id="room-head">
        <RoomHead {...shown} rights={rights} targets={targets} />
      </Swap>
    )
    const facts = (
      <Swap id="facts">
        <VisitorDetails
          {...shown}
          visitor={visitor ?? null}
          earlier={earlier}
          now={now}
          zone={zone}
        />
      </Swap>
    )
    return [frameOf(head), ...this.stuckIfNew(), frameOf(facts), ...this.footIfNew(row)]
  }

  private stuckIfNew(): Frame[] {
    const stuck = this.isStuck()
    if (stuck === this.stuck) return []
    this.stuck = stuck
    return [
      frameOf(
        <Swap id="stuck">
          <Stuck language={this.reader.language} stuck={stuck} />
        </Swap>,
      ),
    ]
  }

  /**
   * Sent with the first look too: a page that was made while the conversation still rang has no
   * composer. One that has keeps its own: somebody may be writing in it.
   */
  private footIfNew(row: ConversationRow): Frame[] {
    const rights = rightsOf(this.staff(), row)
    const key = rights.say ? 'open' : `${row.state} ${rights.answer} ${rights.take} ${row.agent}`
    if (key === this.foot) return []
    this.foot = key
    const foot = (
      <Swap id="room-foot">
        <RoomFoot
          language={this.reader.language}
          conversation={row}
          me={this.staff().id}
          rights={rights}
          clientId={this.desk.clock.id()}
        />
      </Swap>
    )
    return [frameOf(foot)]
  }
}
