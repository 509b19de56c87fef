import type { Holding } from './history'
import { holdingsOf, type Query } from './rows'

/** What was seen of an office at work, looked at over and over in the database itself. */
export type Watched = {
  holdings: Holding[]
  looks: number
  /** The longest time that somebody waited while an agent had room, ms. */
  idleRoom: number
}

const EVERY = 20

/** Looks until the answered function is called. */
export const watchRoom = (query: Query, agents: number, capacity: number) => {
  const seen: Watched = { holdings: [], looks: 0, idleRoom: 0 }
  let since: number | null = null
  let over = false
  const look = async () => {
    const holdings = await holdingsOf(query, capacity)
    const waiting = await waitingIn(query)
    const held = holdings.reduce((sum, { load }) => sum + load, 0)
    const now = performance.now()
    seen.looks += 1
    seen.holdings.push(...holdings)
    if (waiting === 0 || held >= agents * capacity) since = null
    else since ??= now
    seen.idleRoom = Math.max(seen.idleRoom, since === null ? 0 : now - since)
  }
  const looking = (async () => {
    while (!over) {
      await look()
      await Bun.sleep(EVERY)
    }
  })()
  return async (): Promise<Watched> => {
    over = true
    await looking
    return seen
  }
}

/** How many conversations are held by nobody. */
export const waitingIn = async (query: Query): Promise<number> => {
  const sql = `SELECT COUNT(*) AS n FROM conversations WHERE state IN ('waiting', 'left', 'offered')`
  return Number((await query<{ n: number }>(sql))[0]?.n)
}

/** Visitors in the order of the line; who was just assigned leaves it by mail, a moment later. */
export const lineOf = async (query: Query): Promise<string[]> => {
  const rows = await query<{ name: string }>(
    `SELECT c.visitor_name AS name FROM line l JOIN conversations c ON c.id = l.conversation
     ORDER BY l.lane, l.\`rank\``,
  )
  return rows.map(({ name }) => name)
}
