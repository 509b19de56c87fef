import { type Entry, unreadableBody } from '../../../actors/entry'
import type { OwnRow, OwnRowKey } from '../../../actors/rows'
import type { Turn } from '../../../actors/turn'

/** All that the turns change, as one: what a later one takes back is not done. */
export const merged = (turns: readonly Turn[], last: Turn, there: ReadonlySet<number>): Turn => {
  const all = turns.reduce((sum, turn) => ({
    ...turn,
    entries: [...sum.entries, ...turn.entries],
    mail: [
      ...sum.mail.filter(({ timer }) => timer === null || !turn.cancels.includes(timer)),
      ...turn.mail,
    ],
    cancels: [...sum.cancels, ...turn.cancels],
    keeps: [...sum.keeps.filter((row) => !turn.drops.some((key) => isOf(key, row))), ...turn.keeps],
    drops: [...sum.drops, ...turn.drops],
    facts: [...sum.facts, ...turn.facts],
    lines: [...sum.lines, ...turn.lines],
    summary: turn.summary ?? sum.summary,
  }))
  return {
    ...all,
    ...{ version: last.version, snapshot: last.snapshot, event: last.event, at: last.at },
    rejected: last.rejected && turns.length === 1,
    // Why somebody was chosen was written down by the version that chose, or is not known any more.
    decisions: [],
    entries: all.entries.filter(({ seq }) => !there.has(seq)).map(withoutWords),
  }
}

const isOf = (key: OwnRowKey, row: OwnRow): boolean =>
  Object.entries(key).every(([name, value]) => Reflect.get(row, name) === value)

/** What the desk says is data and there again; what people wrote is not in the journal. */
const withoutWords = (entry: Entry): Entry =>
  entry.body.kind === 'notice'
    ? entry
    : {
        ...entry,
        ...{ clientId: `lost-${entry.seq}`, by: 'desk', author: null, name: '' },
        ...{ body: unreadableBody, text: '', changes: null },
      }
