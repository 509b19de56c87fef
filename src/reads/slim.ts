import { LRUCache } from 'lru-cache'
import type { RoomRow } from '../store/ports/inbox'

const seen = new LRUCache<string, string>({ max: 1_000 })
/** The first string of its kind; every row that is read brings its own. */
const once = <T extends string>(text: T): T => {
  const known = seen.get(text)
  if (known === undefined) seen.set(text, text)
  return (known ?? text) as T
}

/** The same row: thousands are kept, and what most of them say alike is kept once. */
export const slim = (row: RoomRow): RoomRow => {
  const { department, agentName, state } = row
  return {
    ...row,
    department: once(department),
    agentName: once(agentName),
    state: once(state),
  }
}
