import type { Effect } from '../effects'
import type { FloorRow, LineRow, Reads } from '../rows'

/**
 * The line and the floor as one turn sees them: the rows that were read, with the turn's own
 * changes on top. What changed comes out as effects.
 */
export type QueueView = {
  row(conversation: string): LineRow | undefined
  agent(id: string): FloorRow | undefined
  /** Waiting and not offered, in order. */
  waiting(): LineRow[]
  floor(): FloorRow[]
  putRow(row: LineRow): void
  removeRow(row: LineRow): void
  putAgent(agent: FloorRow): void
  removeAgent(agent: FloorRow): void
  /** The head that was read was full: there may be more behind it. */
  more: boolean
  /** Whether it stands behind that full head, and perhaps behind others that were not read. */
  isBehind(row: LineRow): boolean
  effects(): Effect[]
}

/** How many of the line one turn looks at. */
export const HEAD_ROWS = 50

export const openQueueView = (reads: Reads): QueueView => {
  const line = new Map(reads.line.map((row) => [row.conversation, row]))
  if (reads.row) line.set(reads.row.conversation, reads.row)
  const floor = new Map(reads.floor.map((agent) => [agent.agent, agent]))
  const changes = new Map<string, Effect>()
  return {
    row: (conversation) => line.get(conversation),
    agent: (id) => floor.get(id),
    waiting: () => [...line.values()].filter(isWaiting).sort(inOrder),
    floor: () => [...floor.values()],
    putRow: (row) => {
      line.set(row.conversation, row)
      changes.set(`line ${row.conversation}`, { do: 'keep', row: { in: 'line', ...row } })
    },
    removeRow: (row) => {
      line.delete(row.conversation)
      changes.set(`line ${row.conversation}`, {
        do: 'drop',
        key: { in: 'line', department: row.department, conversation: row.conversation },
      })
    },
    putAgent: (agent) => {
      floor.set(agent.agent, agent)
      changes.set(`floor ${agent.agent}`, { do: 'keep', row: { in: 'floor', ...agent } })
    },
    removeAgent: (agent) => {
      floor.delete(agent.agent)
      changes.set(`floor ${agent.agent}`, {
        do: 'drop',
        key: { in: 'floor', department: agent.department, agent: agent.agent },
      })
    },
    more: reads.line.length >= HEAD_ROWS,
    isBehind: (row) => {
      const last = reads.line[HEAD_ROWS - 1]
      return last !== undefined && inOrder(row, last) > 0
    },
    effects: () => [...changes.values()],
  }
}

export const isWaiting = (row: LineRow): boolean => row.offeredTo === null

export const inOrder = (a: LineRow, b: LineRow): number => a.lane - b.lane || a.rank - b.rank
