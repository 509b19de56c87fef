import type { DepartmentRow } from '../../actors/summary'
import { Swap } from '../../views/live'
import { BoardBody, type BoardProps, boardParts } from '../../views/office/board'
import type { Language } from '../../views/words/language'
import type { Source, Woken } from '../live/feed'
import { type Ending, type Frame, frameOf, type Pipe } from '../live/pipe'
import { allows } from '../policies/permissions'
import { boardDepartments, boardOf } from '../reads/office-board'
import type { Watcher } from '../reads/shared-reads'
import type { FeedDesk } from './desk'
import { PartFrames } from './parts'
import { type Session, SignedIn } from './signed-in'

/** Who waits and who holds what, for one page of a supervisor: each line and each agent by itself. */
export class BoardSource implements Source, Watcher {
  private readonly signedIn: SignedIn
  private readonly language: Language
  private readonly desk: FeedDesk
  private readonly joined = new Set<string>()
  private readonly leave: (() => void)[] = []
  private departments: readonly DepartmentRow[] | null = null
  private parts: PartFrames<BoardProps> | null = null
  /** Whom the page shows, in order. */
  private shown = ''
  private feed: Woken | null = null

  constructor(session: Session, language: Language, desk: FeedDesk) {
    this.signedIn = new SignedIn(session)
    this.language = language
    this.desk = desk
  }

  open(feed: Woken): void {
    this.feed = feed
    this.leave.push(
      this.desk.departments.onChange(() => {
        this.departments = null
        this.moved()
      }),
      this.signedIn.onAgentChange(this.desk.bus, () => feed.wake()),
    )
  }

  ends(): null | Promise<Ending | null> {
    return this.signedIn.ends((staff) => {
      // It may be that they see other departments.
      this.departments = null
      return allows(staff, 'board.read') ? null : 'forbidden'
    })
  }

  async look(pipe: Pipe): Promise<void> {
    const departments = this.departments ?? (await this.getReady())
    const board = boardOf(departments, (id) => this.desk.boards.value(id))
    const frames = this.frames({ board, language: this.language, now: this.desk.clock.now() })
    if (frames.length > 0) await pipe.push(frames)
  }

  /** Something is another than before. */
  moved(): void {
    this.feed?.wake()
  }

  close(): void {
    for (const leave of this.leave) leave()
    for (const id of this.joined) this.desk.boards.leave(id, this)
    this.joined.clear()
  }

  private async getReady(): Promise<readonly DepartmentRow[]> {
    const departments = await boardDepartments(this.desk, this.signedIn.staff)
    const wanted = new Set(departments.map(({ id }) => id))
    for (const id of this.joined) if (!wanted.has(id)) this.desk.boards.leave(id, this)
    for (const id of wanted) if (!this.joined.has(id)) this.desk.boards.join(id, this)
    this.joined.clear()
    for (const id of wanted) this.joined.add(id)
    await this.desk.boards.ready([...wanted])
    this.departments = departments
    return departments
  }

  /** All of it where others are there than before, else what has changed of them. */
  private frames(props: BoardProps): Frame[] {
    const { lines, agents } = props.board
    const shown = [...lines, ...agents].map(({ id }) => id).join()
    if (this.parts && shown === this.shown) return this.parts.changed(props)
    this.shown = shown
    this.parts = new PartFrames(boardParts(props.board), this.desk.sharedFrames)
    this.parts.shows(props)
    return [
      frameOf(
        <Swap id="board">
          <BoardBody {...props} />
        </Swap>,
      ),
    ]
  }
}
