import { addressOf } from '../../actors/address'
import { MACROS } from '../../actors/canned/macro'
import type { Fact } from '../../actors/facts'
import type { Staff } from '../../actors/people'
import { type ConversationRow, isOver } from '../../actors/summary'
import { languageOf } from '../../views/words/language'
import type { List } from '../../views/workbench/inbox/lists'
import { type RoomParts, roomParts } from '../../views/workbench/room/parts'
import type { Later } from '../../views/workbench/room/scheduled'
import { inOrder } from '../live/feed'
import type { Frame, Pipe } from '../live/pipe'
import { may } from '../policies/may'
import { tellLooking } from '../reads/colleagues'
import { readRoom } from '../reads/room'
import { readScheduled } from '../reads/scheduled'
import { Company } from './company'
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
  private readonly company: Company
  /** What is to be sent later; null when it may be another by now. */
  private scheduled: Later[] | null = null
  private followsVisitor = ''
  /** Whether colleagues are told that they look. */
  private isSeen = false
  private leaveVisitor: () => void = () => {}
  private readonly leaves: readonly (() => void)[]

  /** `staff` is who they are now: their departments may change while they look. */
  constructor(staff: () => Staff, list: List, seen: ConversationSeen, desk: FeedDesk) {
    super(seen, desk)
    this.staff = staff
    this.list = list
    this.parts = new PartFrames(roomParts, desk.sharedFrames)
    this.company = new Company(staff().id, seen.reader, desk.clock)
    this.leaves = [
      desk.bus.subscribe(MACROS, () => this.moved()),
      desk.blocks.listen(() => this.moved()),
    ]
  }

  override look(pipe: Pipe): Promise<void> | undefined {
    return inOrder(super.look(pipe), () => {
      const news = this.company.news()
      return news.length > 0 ? pipe.push(news) : undefined
    })
  }

  override onHeartbeat(now: number): void {
    super.onHeartbeat(now)
    this.tellLooking('open')
    if (this.desk.clock.now() >= this.until) this.moved()
    if (this.company.isOver()) this.wake()
  }

  override close(): void {
    super.close()
    this.watchVisitor(new Set())
    this.tellLooking('gone')
    this.leaveVisitor()
    for (const leave of this.leaves) leave()
  }

  /** What is between colleagues is brought by itself, and nothing else is looked at for it. */
  protected override isNoNews(fact: Fact): boolean {
    if (this.company.hear(fact)) {
      this.wake()
      return true
    }
    if (fact.what === 'scheduled') this.scheduled = null
    const isLooking = fact.what === 'looking'
    // Another page of theirs was closed, this one is open yet.
    const isOwn = isLooking && fact.agent === this.staff().id
    if (isOwn && fact.page === 'gone') this.tellLooking('open')
    if ((isLooking && !isOwn) || fact.what === 'scheduled') this.moved()
    return super.isNoNews(fact)
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
    this.beSeen(!may.lookIn(staff, row))
    const [{ until, ...room }, scheduled] = await Promise.all([
      readRoom(this.desk, staff, row),
      this.readScheduled(staff, row),
    ])
    this.until = until
    const { zone } = this.reader
    const language = languageOf(this.reader.language)
    const { clock } = this.desk
    return this.parts.changed({
      ...{
        ...room,
        scheduled,
        stuck: this.isStuck(),
        language,
        zone,
        list: this.list,
        me: staff.id,
      },
      ...{ now: clock.now(), clientId: clock.id(), seq: this.upTo },
    })
  }

  /** Asked again where there is something: what its visitor writes may hold that. */
  private async readScheduled(staff: Staff, row: ConversationRow): Promise<Later[]> {
    if (this.scheduled?.length === 0) return this.scheduled
    // What rings meanwhile is not in it yet.
    this.scheduled = []
    const scheduled = await readScheduled(this.desk, staff, row).catch((problem) => {
      this.scheduled = null
      throw problem
    })
    if (this.scheduled !== null) this.scheduled = scheduled
    return scheduled
  }

  /** Who may read along unseen is told of to nobody, until the conversation is with them. */
  private beSeen(isSeen: boolean): void {
    if (isSeen === this.isSeen) return
    if (!isSeen) this.tellLooking('gone')
    this.isSeen = isSeen
    this.tellLooking('open')
  }

  private tellLooking(page: 'open' | 'gone'): void {
    if (!this.isSeen) return
    const { id, name } = this.staff()
    tellLooking(this.desk.bus, addressOf('conversation', this.conversation), { id, name }, page)
  }

  private watchVisitor(visitors: ReadonlySet<string>): void {
    this.desk.visitorPresence.watch(this, this.visitors, visitors)
    this.visitors = visitors
  }
}
