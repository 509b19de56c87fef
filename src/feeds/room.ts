import { addressOf } from '../../actors/address'
import type { Staff } from '../../actors/people'
import { type ConversationRow, isOver } from '../../actors/summary'
import type { List } from '../../views/workbench/inbox/lists'
import { type RoomParts, roomParts } from '../../views/workbench/room/parts'
import type { Frame } from '../live/pipe'
import { may } from '../policies/may'
import { readRoom } from '../reads/room'
import { type ConversationSeen, ConversationSource } from './conversation'
import type { FeedDesk } from './desk'
import { PartFrames } from './parts'

/** The conversation an agent has open: its transcript, who has it, and what they may do with it. */
export class RoomSource extends ConversationSource {
  private readonly staff: () => Staff
  private readonly list: List
  private readonly parts: PartFrames<RoomParts>
  /** When what the head says is over though nothing rings, ms UTC. */
  private until = Number.POSITIVE_INFINITY
  private visitors: ReadonlySet<string> = new Set()
  private followsVisitor = ''
  private leaveVisitor: () => void = () => {}

  /** `staff` is who they are now: their departments may change while they look. */
  constructor(staff: () => Staff, list: List, seen: ConversationSeen, desk: FeedDesk) {
    super(seen, desk)
    this.staff = staff
    this.list = list
    this.parts = new PartFrames(roomParts, desk.sharedFrames)
  }

  override onHeartbeat(now: number): void {
    super.onHeartbeat(now)
    if (this.desk.clock.now() >= this.until) this.moved()
  }

  override close(): void {
    super.close()
    this.watchVisitor(new Set())
    this.leaveVisitor()
  }

  /** What is known of them changes on their own, and with the page they have before them. */
  private followVisitor({ visitor }: ConversationRow): void {
    if (visitor === this.followsVisitor) return
    this.leaveVisitor()
    this.followsVisitor = visitor
    this.leaveVisitor = this.desk.bus.subscribe(addressOf('visitor', visitor), ({ what }) => {
      if (what === 'state' || what === 'visited') this.moved()
    })
  }

  protected mayWatch(row: ConversationRow): boolean {
    return may.watch(this.staff(), row)
  }

  protected async around(row: ConversationRow): Promise<Frame[]> {
    const staff = this.staff()
    this.watchVisitor(new Set(isOver(row) ? [] : [row.visitor]))
    this.followVisitor(row)
    const { until, ...room } = await readRoom(this.desk, staff, row)
    this.until = until
    const { language, zone } = this.reader
    const { clock } = this.desk
    return this.parts.changed({
      ...{ ...room, stuck: this.isStuck(), language, zone, list: this.list, me: staff.id },
      ...{ now: clock.now(), clientId: clock.id(), seq: this.upTo },
    })
  }

  private watchVisitor(visitors: ReadonlySet<string>): void {
    this.desk.visitorPresence.watch(this, this.visitors, visitors)
    this.visitors = visitors
  }
}
