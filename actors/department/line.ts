import type { Effect } from '../effects'
import { HEAD_ROWS } from '../limits'
import type { FloorRow, LineRow, Needs, Reads } from '../rows'

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
  /** A head that was read was full: there may be more behind it. */
  more: boolean
  /** Whether it stands behind such a head, and perhaps behind others that were not read. */
  isBehind(row: LineRow): boolean
  effects(): Effect[]
}

export const openQueueView = (reads: Reads): QueueView => {
  const line = new Map(reads.line.map((row) => [row.conversation, row]))
  if (reads.row) line.set(reads.row.conversation, reads.row)
  const floor = new Map(reads.floor.map((agent) => [agent.agent, agent]))
  const changes = new Map<string, Effect>()
  const ends = fullHeadsOf(reads)
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
    more: ends.length > 0,
    isBehind: (row) => ends.some((end) => inOrder(row, end) > 0),
    effects: () => [...changes.values()],
  }
}

/** The last of each head that was read and was full. */
const fullHeadsOf = ({ line }: Reads): LineRow[] => {
  if (line.length < HEAD_ROWS) return []
  const languages = new Set(line.map(({ language }) => language))
  const heads = line.length > HEAD_ROWS ? [...languages] : [null]
  return heads.flatMap((language) => {
    const head = line.filter((row) => language === null || row.language === language)
    return head[HEAD_ROWS - 1] ?? []
  })
}

/** The head that a turn reads of these rows, which are all of a line. */
export const headOf = (
  rows: readonly LineRow[],
  { line, languages }: Pick<NonNullable<Needs>, 'line' | 'languages'>,
): LineRow[] => {
  const waiting = rows.filter(isWaiting).sort(inOrder)
  if (!languages) return waiting.slice(0, line)
  return languages
    .flatMap((one) => waiting.filter(({ language }) => language === one).slice(0, line))
    .sort(inOrder)
}

export const isWaiting = (row: LineRow): boolean => row.offeredTo === null

export const inOrder = (a: LineRow, b: LineRow): number => a.lane - b.lane || a.rank - b.rank
