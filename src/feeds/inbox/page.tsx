import type { AgentStatus } from '../../../actors/summary'
import { Swap } from '../../../views/live'
import { InboxList, Nothing, Offers, Older, TabCount } from '../../../views/workbench/inbox/list'
import type { ViewerContext } from '../../../views/workbench/inbox/lists'
import { namesakes } from '../../../views/workbench/name'
import { type Frame, frameOf } from '../../live/pipe'
import { type Listed, type Lists, shown } from '../../reads/inbox'
import { type RowChange, type RowLists, rowChanges } from './changes'
import type { RowFrames } from './row-frames'

/** What an agent should have before them. */
export type Seen = { lists: Lists; status: AgentStatus; viewer: ViewerContext; base: string }

/**
 * The lists as one page shows them: the whole at first, and then what turns it into what it should
 * show. Whatever is brought, a page shows just what it would show if it were asked for anew.
 */
export class InboxPage {
  private readonly rowFrames: RowFrames
  private rows: RowLists = { rows: [], line: [] }
  private parts: Part[] = []
  private isShown = false

  constructor(rowFrames: RowFrames) {
    this.rowFrames = rowFrames
  }

  /**
   * Frames that bring it up to date. `own` is what else of the agent's own has changed: it goes in
   * one frame with what stands around the rows, so that both are swapped at once.
   */
  bring(seen: Seen, own: readonly Frame[] = []): Frame[] {
    const alike = namesakesOf(seen.lists)
    const marked = (all: readonly Listed[]) => all.map((listed) => markedRow(listed, seen, alike))
    const rows = { rows: marked(seen.lists.rows), line: marked(seen.lists.line) }
    const parts = partsOf(seen, alike)
    const frames = this.isShown
      ? this.changes({ rows, parts, own }, seen, alike)
      : asOne([...own, whole(seen)])
    this.isShown = true
    this.rows = rows
    this.parts = parts
    return frames
  }

  private changes(
    { rows, parts, own }: { rows: RowLists; parts: Part[]; own: readonly Frame[] },
    seen: Seen,
    alike: ReadonlySet<string>,
  ): Frame[] {
    const { gone, others } = rowChanges(this.rows, rows)
    const drawn = (change: RowChange) => this.rowFrames.frame(change, seen.viewer, alike)
    const changed = parts.filter(({ key }, nth) => key !== this.parts[nth]?.key)
    const around = asOne([...own, ...changed.map(({ draw }) => frameOf(draw()))])
    return [...gone.map(drawn), ...around, ...others.map(drawn)]
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
  { viewer, base }: Seen,
  alike: ReadonlySet<string>,
) => {
  const isSelected = row.id === viewer.selected ? ' selected' : ''
  const isAlike = alike.has(row.visitorName) ? ' alike' : ''
  const where = page ? ` ${page.page} ${page.since}` : ''
  const mark = `${base}${isSelected}${isAlike}${where} ${viewer.departments[row.department] ?? ''}`
  return { id: row.id, row, place, page, mark }
}

/** What is not a row: drawn again when its key is another. */
type Part = { key: string; draw(): unknown }

const partsOf = ({ lists, status, viewer }: Seen, alike: ReadonlySet<string>): Part[] => {
  const { counts, offers, older } = lists
  const { language } = viewer
  const isNothing = lists.rows.length + offers.length === 0
  const { view } = viewer.list
  return [
    {
      key: offers.length > 0 ? JSON.stringify([offers, [...alike]]) : '',
      draw: () => (
        <Swap id="offers">
          <Offers {...viewer} offers={offers} alike={alike} />
        </Swap>
      ),
    },
    ...(['mine', 'line'] as const).map((each) => ({
      key: `${counts[each]}`,
      draw: () => (
        <Swap id={`count-${each}`}>
          <TabCount view={each} count={counts[each] ?? 0} />
        </Swap>
      ),
    })),
    {
      key: isNothing ? status : '',
      draw: () => (
        <Swap id="nothing">
          <Nothing isNothing={isNothing} view={view} status={status} language={language} />
        </Swap>
      ),
    },
    {
      key: older ?? '',
      draw: () => (
        <Swap id="older">
          <Older older={older} language={language} />
        </Swap>
      ),
    },
  ]
}

const whole = ({ lists, status, viewer }: Seen): Frame =>
  frameOf(
    <Swap id="inbox">
      <InboxList {...viewer} {...shown(lists)} status={status} />
    </Swap>,
  )
