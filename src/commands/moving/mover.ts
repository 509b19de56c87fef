import type { Line } from '../../../actors/moving/line'
import type { Store } from '../../store/store'
import type { Desk } from '../desk'
import { takeConversations } from './conversations'
import { takeDepartment, takeOverflow } from './departments'
import { takeFile } from './files'
import { takeMacro, takeText } from './macros'
import { addMoved, type Moved, type Numbered, nothingMoved, type Outcome } from './moved'
import { takePerson, takeRole } from './people'
import { openRefs } from './refs'
import { takeSetting } from './settings'
import type { Taking } from './taking'
import { takeVisitors } from './visitors'
import { takeBlock, takeCanned, takeTag } from './words'

type One = (taking: Taking, numbered: Numbered<never>) => Promise<Outcome>
type Many = (taking: Taking, lines: readonly Numbered<never>[]) => Promise<Outcome[]>

const one = {
  setting: takeSetting,
  department: takeDepartment,
  overflow: takeOverflow,
  role: takeRole,
  person: takePerson,
  tag: takeTag,
  canned: takeCanned,
  macro: takeMacro,
  text: takeText,
  file: takeFile,
  block: takeBlock,
} as Partial<Record<Line['kind'], One>>

/** Of these there are many: what comes together is written together. */
const many = { visitor: takeVisitors, conversation: takeConversations } as Partial<
  Record<Line['kind'], Many>
>

/**
 * Brings in what was written down elsewhere, line by line, each once: what is here already is only
 * counted, and what cannot be taken is named and the rest goes on. Nobody is told of any of it: no
 * mail goes out and nothing rings. Without a desk nothing is written, and what is counted is what
 * would be.
 */
export const openMover = (store: Store, desk: Desk | null, { now }: { now: () => number }) => {
  const refs = openRefs(store, desk ? null : new Map())
  const taking: Taking = { store, desk, now, refs, later: [] }
  return {
    /** Lines in the order of their file; those of one transaction are here together, or none of them. */
    take: async (lines: readonly Numbered[]): Promise<Moved> => {
      const moved = nothingMoved()
      for (const group of groupsOf(lines)) addMoved(moved, await takeGroup(taking, group))
      for (const work of taking.later.splice(0)) await work()
      return moved
    },
  }
}
export type Mover = ReturnType<typeof openMover>

/** Lines of one kind that stand together. */
const groupsOf = (lines: readonly Numbered[]): Numbered[][] => {
  const groups: Numbered[][] = []
  for (const one of lines) {
    const last = groups.at(-1)
    if (last?.[0]?.line.kind === one.line.kind && one.line.kind in many) last.push(one)
    else groups.push([one])
  }
  return groups
}

const takeGroup = async (taking: Taking, group: readonly Numbered[]): Promise<Moved> => {
  const moved = nothingMoved()
  const known = await taking.refs.known(group.map(({ line }) => line))
  const fresh = group.filter(({ line }) => !known.has(line))
  const count = (counts: Record<string, number>, kind: string) => {
    counts[kind] = (counts[kind] ?? 0) + 1
  }
  for (const { line } of group) if (known.has(line)) count(moved.known, line.kind)
  const outcomes = await outcomesOf(taking, fresh)
  for (const [nth, outcome] of outcomes.entries()) {
    const numbered = fresh[nth]
    if (!numbered) continue
    const { kind, source_id: sourceId } = numbered.line
    if ('id' in outcome) {
      taking.refs.put(numbered.line, outcome.id)
      count(outcome.was === 'known' ? moved.known : moved.taken, kind)
    } else {
      const { why, field = '' } = outcome
      moved.refused.push({ line: numbered.nth, kind, sourceId, why, field })
    }
  }
  return moved
}

const outcomesOf = async (taking: Taking, fresh: readonly Numbered[]): Promise<Outcome[]> => {
  const [first] = fresh
  if (!first) return []
  const together = many[first.line.kind]
  if (together) return together(taking, fresh as readonly Numbered<never>[])
  const alone = one[first.line.kind]
  return alone ? [await alone(taking, first as Numbered<never>)] : [{ why: 'notValid' }]
}
