import type { AgentStatus } from '../../../actors/summary'
import { Swap } from '../../../views/live'
import { InboxList } from '../../../views/workbench/inbox/list'
import type { ViewerContext } from '../../../views/workbench/inbox/lists'
import { type InboxParts, inboxParts } from '../../../views/workbench/inbox/parts'
import { namesakes } from '../../../views/workbench/name'
import { type Frame, frameOf } from '../../live/pipe'
import { type Listed, type Lists, shown } from '../../reads/inbox'
import type { FeedDesk } from '../desk'
import { PartFrames } from '../parts'
import { type RowChange, type RowLists, rowChanges } from './changes'

/** What an agent should have before them. */
export type Wanted = { lists: Lists; status: AgentStatus; viewer: ViewerContext; base: string }

/**
 * The lists as one page shows them: the whole at first, and then what turns it into what it should
 * show. Whatever is brought, a page shows just what it would show if it were asked for anew.
 */
export class InboxPage {
  private readonly rowFrames: FeedDesk['rowFrames']
  private readonly parts: PartFrames<InboxParts>
  private rows: RowLists = { rows: [], line: [] }
  private isShown = false

  constructor({ rowFrames, sharedFrames }: Pick<FeedDesk, 'rowFrames' | 'sharedFrames'>) {
    this.rowFrames = rowFrames
    this.parts = new PartFrames(inboxParts, sharedFrames)
  }

  /**
   * Frames that bring it up to date. `own` is what else of the agent's own has changed: it goes in
   * one frame with what stands around the rows, so that both are swapped at once.
   */
  bring(wanted: Wanted, own: readonly Frame[] = []): Frame[] {
    const alike = namesakesOf(wanted.lists)
    const marked = (all: readonly Listed[]) => all.map((listed) => markedRow(listed, wanted, alike))
    const rows = { rows: marked(wanted.lists.rows), line: marked(wanted.lists.line) }
    const frames = this.isShown
      ? this.changes(rows, own, wanted, alike)
      : this.whole(own, wanted, alike)
    this.isShown = true
    this.rows = rows
    return frames
  }

  private changes(
    rows: RowLists,
    own: readonly Frame[],
    wanted: Wanted,
    alike: ReadonlySet<string>,
  ): Frame[] {
    const { gone, others } = rowChanges(this.rows, rows)
    const drawn = (change: RowChange) => this.rowFrames.frame(change, wanted.viewer, alike)
    const changed = asOne([...own, ...this.parts.changed(around(wanted, alike))])
    return [...gone.map(drawn), ...changed, ...others.map(drawn)]
  }

  private whole(own: readonly Frame[], wanted: Wanted, alike: ReadonlySet<string>): Frame[] {
    this.parts.shows(around(wanted, alike))
    return asOne([...own, whole(wanted)])
  }
}

const asOne = (frames: readonly Frame[]): Frame[] =>
  frames.length < 2 ? [...frames] : [frameOf(frames.map(({ html }) => html).join(''))]

const namesakesOf = ({ offers, rows, line }: Lists): ReadonlySet<string> => {
  const row = (listed: Listed) => listed.row
  return namesakes({ offers, rows: rows.map(row), line: line.map(row) })
}

const markedRow = (
  { row, place, page }: Listed,
  { viewer, base, lists }: Wanted,
  alike: ReadonlySet<string>,
) => {
  const isSelected = row.id === viewer.selected ? ' selected' : ''
  const isAlike = alike.has(row.visitorName) ? ' alike' : ''
  const where = page ? ` ${page.page} ${page.since}` : ''
  const isOwn = `${row.previewFrom?.id === viewer.me} ${row.agent === viewer.me}`
  const isCalled = lists.mentions.has(row.id) ? ' called' : ''
  const mark = `${base}${isSelected}${isCalled}${isAlike}${where} ${isOwn} ${viewer.departments[row.department] ?? ''}`
  return { id: row.id, row, place, page, mark }
}

const around = ({ lists, status, viewer }: Wanted, alike: ReadonlySet<string>): InboxParts => {
  const { counts, offers, lines, more, found, mentions } = lists
  const isNothing = lists.rows.length + offers.length === 0
  return { ...viewer, counts, offers, lines, more, found, status, isNothing, alike, mentions }
}

const whole = ({ lists, status, viewer }: Wanted): Frame =>
  frameOf(
    <Swap id="inbox">
      <InboxList {...viewer} {...shown(lists)} status={status} />
    </Swap>,
  )
