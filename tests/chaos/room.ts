import type { Holding } from './history'
import { holdingsOf, type Query } from './rows'

/** What was seen of an office at work, looked at over and over in the database itself. */
export type ConversationView = {
  holdings: Holding[]
  looks: number
  /** The longest time that somebody waited while an agent had room, ms. */
  idleRoom: number
}

const EVERY = 20

/** Looks until the answered function is called. */
export const watchRoom = (query: Query, agents: number, capacity: number) => {
  const seen: ConversationView = { holdings: [], looks: 0, idleRoom: 0 }
  let since: number | null = null
  let over = false
  const look = async () => {
    const began = performance.now()
    const holdings = await holdingsOf(query, capacity)
    const waiting = await waitingIn(query)
    const held = holdings.reduce((sum, { load }) => sum + load, 0)
    seen.looks += 1
    seen.holdings.push(...holdings)
    if (waiting === 0 || held >= agents * capacity) since = null
    // From the end of the first look that saw it to the start of the last: so long it was for sure.
    else since ??= performance.now()
    seen.idleRoom = Math.max(seen.idleRoom, since === null ? 0 : began - since)
  }
  const looking = (async () => {
    while (!over) {
      await look()
      await Bun.sleep(EVERY)
    }
  })()
  return async (): Promise<ConversationView> => {
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

/** Whether nothing that one actor told another is still on its way; what remains are timers. */
export const isSettled = async (query: Query): Promise<boolean> => {
  const rows = await query<{ n: number }>('SELECT COUNT(*) AS n FROM mail WHERE slot = id')
  return Number(rows[0]?.n) === 0
}

/** Visitors in the order of the line; who was just assigned leaves it by mail, a moment later. */
export const lineOf = async (query: Query): Promise<string[]> => {
  const rows = await query<{ name: string }>(
    `SELECT c.visitor_name AS name FROM line l JOIN conversations c ON c.id = l.conversation
     ORDER BY l.lane, l.\`rank\``,
  )
  return rows.map(({ name }) => name)
}
