import type { Notice } from '../../actors/entry'
import type { Visitor } from '../../actors/people'
import type { ConversationRow } from '../../actors/summary'
import { ChatFoot } from '../../views/chat/foot'
import { ChatStatus } from '../../views/chat/status'
import type { VisitorStatus } from '../../views/chat/visitor-status'
import { Swap } from '../../views/live'
import { type Frame, frameOf } from '../live/pipe'
import { may } from '../policies/may'
import type { PresenceListener } from '../reads/agent-presence'
import type { Place, Waiting } from '../reads/line'
import { isInLine, promisedUntil, visitorStatus } from '../reads/visitor-status'
import { type ConversationSeen, ConversationSource } from './conversation'
import type { FeedDesk } from './desk'

/** The visitor's page: his transcript, who helps him or where he stands, and what he can do. */
export class VisitorSource extends ConversationSource implements Waiting, PresenceListener {
  private readonly person: Visitor
  private line: string | null = null
  private holder: string | null = null
  private foot = 'open'
  /** When what the page promises is over though nothing rings, ms UTC. */
  private until = Number.POSITIVE_INFINITY

  constructor(person: Visitor, seen: ConversationSeen, desk: FeedDesk) {
    super(seen, desk)
    this.person = person
  }

  override onHeartbeat(now: number): void {
    super.onHeartbeat(now)
    if (now >= this.until) this.moved()
  }

  override close(): void {
    super.close()
    this.followQueue(null)
    this.followAgent(null)
  }

  protected mayWatch(row: ConversationRow): boolean {
    return may.watch(this.person, row)
  }

  protected override noticed(notice: Notice): void {
    super.noticed(notice)
    // The page may still show the card after the end.
    if (notice.code === 'reopened') this.foot = ''
  }

  protected async around(row: ConversationRow): Promise<Frame[]> {
    const standing = await this.standing(row)
    const department = await this.desk.departments.label(row.department)
    return [this.status(standing, department), ...this.footIfNew(row, standing)]
  }

  /** Without a stopwatch in it, it is the same for many, and made once for them. */
  private status(standing: VisitorStatus, department: string): Frame {
    const { language } = this.reader
    const key = 'since' in standing ? '' : `${language} ${department} ${JSON.stringify(standing)}`
    const known = this.desk.sharedFrames.get(key)
    if (known) return known
    const now = this.desk.clock.now()
    const status = frameOf(
      <Swap id="status">
        <ChatStatus language={language} now={now} standing={standing} department={department} />
      </Swap>,
    )
    return key === '' ? status : this.desk.sharedFrames.put(key, status, status.html.length)
  }

  private async standing(row: ConversationRow): Promise<VisitorStatus> {
    this.followQueue(isInLine(row) ? row.department : null)
    this.followAgent(row.state === 'active' ? row.agent : null)
    const place = await this.place()
    const here = this.holder === null || (await this.desk.agentPresence.isHere(this.holder))
    const beside = { place, here, stuck: this.isStuck() }
    const standing = visitorStatus(row, beside, this.desk.clock.now())
    const hopes = row.state === 'left' && standing.state === 'waiting'
    this.until = hopes ? promisedUntil(row, place) : Number.POSITIVE_INFINITY
    return standing
  }

  private async place(): Promise<Place | null> {
    return this.line === null ? null : this.desk.lines.place(this.line, this)
  }

  /** The composer is left alone while it stays one: somebody may be writing in it. */
  private footIfNew(row: ConversationRow, standing: VisitorStatus): Frame[] {
    const key = standing.state === 'ended' ? JSON.stringify(standing) : 'open'
    if (key === this.foot) return []
    this.foot = key
    const foot = (
      <Swap id="foot">
        <ChatFoot
          language={this.reader.language}
          standing={standing}
          conversation={row.id}
          clientId={this.desk.clock.id()}
          name={row.visitorName}
        />
      </Swap>
    )
    return [frameOf(foot)]
  }

  private followQueue(department: string | null): void {
    if (department === this.line) return
    if (this.line !== null) this.desk.lines.leave(this.line, this)
    this.line = department
    if (department !== null) this.desk.lines.join(department, this)
  }

  private followAgent(agent: string | null): void {
    if (agent === this.holder) return
    if (this.holder !== null) this.desk.agentPresence.leave(this.holder, this)
    this.holder = agent
    if (agent !== null) this.desk.agentPresence.join(agent, this)
  }
}
