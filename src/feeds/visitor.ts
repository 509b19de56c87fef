import type { Notice } from '../../actors/entry'
import type { Visitor } from '../../actors/people'
import type { ConversationRow } from '../../actors/summary'
import { type ChatParts, chatParts, OPEN } from '../../views/chat/parts'
import { languageOf } from '../../views/words/language'
import type { Woken } from '../live/feed'
import type { Frame } from '../live/pipe'
import { may } from '../policies/may'
import type { PresenceListener } from '../reads/agent-presence'
import type { Waiting } from '../reads/queue'
import { isInLine, readChat } from '../reads/visitor-status'
import type { RoomRow } from '../store/ports/conversations'
import { type ConversationSeen, ConversationSource } from './conversation'
import type { FeedDesk } from './desk'
import { PartFrames } from './parts'

/** The visitor's page: the transcript, who helps them or where they stand, and what they can do. */
export class VisitorSource extends ConversationSource implements Waiting, PresenceListener {
  private readonly person: Visitor
  private readonly parts: PartFrames<ChatParts>
  private line: string | null = null
  private agent: string | null = null
  private unworded = () => {}
  /** When what the page promises is over though nothing rings, ms UTC. */
  private until = Number.POSITIVE_INFINITY

  constructor(person: Visitor, seen: ConversationSeen, desk: FeedDesk) {
    super(seen, desk)
    this.person = person
    this.parts = new PartFrames(chatParts, desk.sharedFrames, { [chatParts.foot.id]: OPEN })
  }

  override open(feed: Woken): void {
    super.open(feed)
    this.unworded = this.desk.texts.watch(this)
  }

  /** What is said to them is said otherwise: what is live at once, lines from the next one on. */
  worded(): void {
    this.reader.language = this.desk.texts.edition(languageOf(this.reader.language))
    this.moved()
  }

  override onHeartbeat(now: number): void {
    super.onHeartbeat(now)
    if (this.desk.clock.now() >= this.until) this.moved()
  }

  override close(): void {
    super.close()
    this.unworded()
    this.followQueue(null)
    this.followAgent(null)
  }

  protected mayWatch(row: ConversationRow): boolean {
    // It goes on in another one, which their page shows when it is opened again.
    return row.mergedInto === null && may.watch(this.person, row)
  }

  protected override noticed(notice: Notice): void {
    super.noticed(notice)
    // The page may still show the card after the end.
    if (notice.code === 'reopened') this.parts.forget(chatParts.foot.id)
  }

  protected async around(row: RoomRow): Promise<Frame[]> {
    this.followQueue(isInLine(row) ? row.department : null)
    this.followAgent(row.state === 'active' ? row.agent : null)
    // Asked here once for each time, so that it is known when it changes.
    this.isStuck()
    const { language, zone } = this.reader
    const { until, ...chat } = await readChat(this.desk, row, languageOf(language), this)
    this.until = until
    const { clock } = this.desk
    const drawn = { language, zone, now: clock.now(), clientId: clock.id(), seq: this.upTo }
    return this.parts.changed({ ...chat, ...drawn })
  }

  private followQueue(department: string | null): void {
    if (department === this.line) return
    if (this.line !== null) this.desk.lines.leave(this.line, this)
    this.line = department
    if (department !== null) this.desk.lines.join(department, this)
  }

  private followAgent(agent: string | null): void {
    if (agent === this.agent) return
    if (this.agent !== null) this.desk.agentPresence.leave(this.agent, this)
    this.agent = agent
    if (agent !== null) this.desk.agentPresence.join(agent, this)
  }
}
