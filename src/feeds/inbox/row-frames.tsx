import { Insert, Remove, Swap } from '../../../views/live'
import { PlaceChip } from '../../../views/workbench/inbox/chips'
import type { ViewerContext } from '../../../views/workbench/inbox/lists'
import { InboxRow } from '../../../views/workbench/inbox/row'
import { type Frame, frameOf } from '../../live/pipe'
import { placed } from '../../reads/inbox'
import type { RowChange, ShownRow } from './changes'

/** How long what was drawn is good for others: a stopwatch in it starts from then, ms. */
const SHARED_MS = 1_000

type Drawn = { at: number; frame: Frame }

/**
 * Changes of rows as frames. Whoever sees a row alike gets the same frame, drawn once and encoded
 * once; what was drawn of a row goes with the row.
 */
export class RowFrames {
  private readonly drawn = new WeakMap<object, Map<string, Drawn>>()

  frame(change: RowChange, viewer: ViewerContext, alike: ReadonlySet<string>): Frame {
    if (change.do === 'remove') return frameOf(<Remove id={`c-${change.id}`} />)
    const { row, place, mark } = change.shown
    const where = change.do === 'insert' ? `${change.list} ${change.behind}` : ''
    const key = `${change.do} ${where} ${place} ${mark}`
    const known = this.drawn.get(row) ?? new Map<string, Drawn>()
    this.drawn.set(row, known)
    const found = known.get(key)
    if (found && viewer.now - found.at < SHARED_MS) return found.frame
    const frame = draw(change, viewer, alike)
    known.set(key, { at: viewer.now, frame })
    return frame
  }
}

const draw = (
  change: Exclude<RowChange, { do: 'remove' }>,
  viewer: ViewerContext,
  alike: ReadonlySet<string>,
): Frame => {
  const { id, place } = change.shown
  if (change.do === 'place' && place !== undefined)
    return frameOf(
      <Swap id={`p-${id}`}>
        <PlaceChip id={id} place={place} language={viewer.language} />
      </Swap>,
    )
  const row = <InboxRow {...viewer} row={rowOf(change.shown)} alike={alike} />
  if (change.do !== 'insert') return frameOf(<Swap id={`c-${id}`}>{row}</Swap>)
  const { list, behind } = change
  return frameOf(
    <Insert list={list} behind={behind && `c-${behind}`}>
      {row}
    </Insert>,
  )
}

const rowOf = ({ row, place, page }: ShownRow) =>
  placed({ row, page, ...(place === undefined ? {} : { place }) })
