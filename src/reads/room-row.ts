import { LRUCache } from 'lru-cache'
import { isDeepEqual } from '../../actors/equal'
import type { RoomRow } from '../store/ports/conversations'

/** Whether both say the same, but for how far anybody has read. */
export const isAlike = (row: RoomRow | undefined, known: RoomRow | undefined): boolean =>
  row !== undefined &&
  known !== undefined &&
  isDeepEqual(known, { ...row, seenByAgent: known.seenByAgent, seenByVisitor: known.seenByVisitor })

/** The same row: thousands are kept, and what most of them say alike is kept once. */
export const slimRow = (row: RoomRow, id: string): RoomRow => {
  const { department, agentName, state } = row
  return {
    ...row,
    id,
    department: once(department),
    agentName: once(agentName),
    state: once(state),
  }
}

const seen = new LRUCache<string, string>({ max: 1_000 })
/** The first string of its kind; every row that is read brings its own. */
const once = <T extends string>(text: T): T => {
  const known = seen.get(text)
  if (known === undefined) seen.set(text, text)
  return (known ?? text) as T
}
