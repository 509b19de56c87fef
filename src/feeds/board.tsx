import type { DepartmentRow } from '../../actors/summary'
import { Swap } from '../../views/live'
import { BoardBody, boardParts } from '../../views/office/board/page'
import type { BoardProps } from '../../views/office/board/shown'
import type { Language } from '../../views/words/language'
import { type Frame, frameOf, type Pipe } from '../live/pipe'
import { boardDepartments, boardOf } from '../reads/office-board'
import type { Watcher } from '../reads/shared-reads'
import type { FeedDesk } from './desk'
import { PartFrames } from './parts'
import type { Session } from './signed-in'
import { StaffSource } from './staff'

/** Who waits and who holds what, for one page of a supervisor: each line and each agent by itself. */
export class BoardSource extends StaffSource implements Watcher {
  private readonly language: Language
  private readonly joined = new Set<string>()
  private departments: readonly DepartmentRow[] | null = null
  private parts: PartFrames<BoardProps> | null = null
  /** Whom the page shows, in order. */
  private shown = ''

  constructor(session: Session, language: Language, desk: FeedDesk) {
    super(session, 'board.read', desk)
    this.language = language
  }

  protected override listen(): (() => void)[] {
    const stop = this.desk.departments.onChange(() => {
      this.departments = null
      this.moved()
    })
    return [stop]
  }

  /** It may be that they see other departments. */
  protected override asked(): void {
    this.departments = null
  }

  async look(pipe: Pipe): Promise<void> {
    const departments = this.departments ?? (await this.getReady())
    const { boards, dueBoards, todayBoards, clock } = this.desk
    const now = clock.now()
    const board = boardOf(departments, now, (id) => ({
      ...{ board: boards.value(id), due: dueBoards.value(id), today: todayBoards.value(id) },
    }))
    const frames = this.frames({ board, language: this.language, now })
    if (frames.length > 0) await pipe.push(frames)
  }

  override close(): void {
    super.close()
    for (const id of this.joined) for (const shared of this.shared()) shared.leave(id, this)
    this.joined.clear()
  }

  /** What it is made of: read once for all who look. */
  private shared() {
    const { boards, dueBoards, todayBoards } = this.desk
    return [boards, dueBoards, todayBoards]
  }

  private async getReady(): Promise<readonly DepartmentRow[]> {
    const departments = await boardDepartments(this.desk, this.staff)
    const wanted = new Set(departments.map(({ id }) => id))
    for (const shared of this.shared()) {
      for (const id of this.joined) if (!wanted.has(id)) shared.leave(id, this)
      for (const id of wanted) if (!this.joined.has(id)) shared.join(id, this)
    }
    this.joined.clear()
    for (const id of wanted) this.joined.add(id)
    await Promise.all(this.shared().map((shared) => shared.ready([...wanted])))
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
