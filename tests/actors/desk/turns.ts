import { type Address, kindOf } from '../../../actors/address'
import { type AgentContext, loadOf } from '../../../actors/agent/context'
import { mayReply } from '../../../actors/agent/rights'
import type { ConversationContext } from '../../../actors/conversation/context'
import { conversationState } from '../../../actors/conversation/summary'
import type { DepartmentContext } from '../../../actors/department/context'
import { fits, isGoodAt, skillsNeeded, waitsForLanguage } from '../../../actors/department/fit'
import { inOrder } from '../../../actors/department/line'
import type { FloorRow, LineRow } from '../../../actors/rows'
import type { Snapshot } from '../../../actors/snapshot'
import type { Turn } from '../../../actors/turn'

/**
 * What every single turn of a play keeps to, whatever the mail does. Answers what one did not.
 */
export const wrongInTurns = (journal: readonly Turn[]): string[] => {
  const before = new Map<Address, Snapshot>()
  const rows: Rows = { line: new Map(), floor: new Map() }
  const said: Said = { clientIds: new Set() }
  const wrong: string[] = []
  for (const turn of journal) {
    const kind = kindOf(turn.address)
    const was = before.get(turn.address)
    if (kind === 'agent') wrong.push(...agentTurn(turn, was))
    if (kind === 'conversation') wrong.push(...conversationTurn(turn, was, said))
    if (kind === 'department') wrong.push(...departmentTurn(turn, rows))
    before.set(turn.address, turn.snapshot)
  }
  return wrong
}

type Rows = { line: Map<string, LineRow>; floor: Map<string, FloorRow> }
type Said = { clientIds: Set<string> }

/** Never over capacity, and nothing for whoever is absent, away or may not reply. */
const agentTurn = (turn: Turn, was: Snapshot | undefined): string[] => {
  const now = turn.snapshot.context as AgentContext
  const had = (was?.context as AgentContext | undefined)?.holdings ?? {}
  const load = loadOf(now)
  const wrong: string[] = []
  // Only a change by the office can leave them with more than they may have, or what was put off and
  // wakes; it never grows.
  const before = was ? loadOf(was.context as AgentContext) : 0
  if (turn.event.type !== 'putOff' && load > now.settings.capacity && load > before)
    wrong.push(`${turn.address} holds ${load} of ${now.settings.capacity}`)
  for (const [id, { state }] of Object.entries(now.holdings)) {
    if (had[id]?.state === state) continue
    const value = was?.value as { duty: unknown; reach: string } | undefined
    if (!mayReply(now)) wrong.push(`${turn.address} got ${id} without the right to reply`)
    if (turn.event.type !== 'offered') continue
    if (JSON.stringify(value?.duty) !== '{"on":"free"}')
      wrong.push(`${turn.address} was given ${id} while ${JSON.stringify(value?.duty)}`)
    if (value?.reach !== 'present') wrong.push(`${turn.address} was given ${id}: ${value?.reach}`)
  }
  return wrong
}

/** A transcript without a gap, in the order of its times, and counts that can be. */
const conversationTurn = (turn: Turn, was: Snapshot | undefined, said: Said): string[] => {
  const now = turn.snapshot.context as ConversationContext
  const old = was?.context as ConversationContext | undefined
  const wrong: string[] = []
  const first = (old?.lastSeq ?? 0) + 1
  turn.entries.forEach((entry, nth) => {
    if (entry.seq !== first + nth) wrong.push(`${turn.address} has ${entry.seq} after ${first - 1}`)
    if (entry.at < (old?.lastAt ?? 0)) wrong.push(`${turn.address} ${entry.seq} runs backwards`)
    const key = `${turn.address} ${entry.clientId}`
    if (said.clientIds.has(key)) wrong.push(`${key} came twice`)
    said.clientIds.add(key)
  })
  if (now.lastSeq !== first - 1 + turn.entries.length)
    wrong.push(`${turn.address} counts ${now.lastSeq}`)
  if (now.unread < 0) wrong.push(`${turn.address} has ${now.unread} unread`)
  const waits = !['active', 'closed', 'rated'].includes(conversationState(turn.snapshot.value))
  if (waits && now.agent !== null) wrong.push(`${turn.address} waits in the hands of ${now.agent}`)
  return wrong
}

/**
 * Nobody is served before somebody ahead of them, unless all who are free have passed on that one, or
 * whoever is chosen does not speak its language, or is not good at what it is about, while that decides.
 */
const departmentTurn = (turn: Turn, { line, floor }: Rows): string[] => {
  for (const row of turn.keeps)
    if (row.in === 'floor') floor.set(`${row.department} ${row.agent}`, row)
  const { settings } = turn.snapshot.context as DepartmentContext
  const terms = { ...settings, at: turn.at }
  const keyOf = (row: { department: string; conversation: string }) =>
    `${row.department} ${row.conversation}`
  for (const key of turn.drops) if (key.in === 'line') line.delete(keyOf(key))
  for (const row of turn.keeps) if (row.in === 'line') line.set(keyOf(row), row)
  return turn.decisions.flatMap((decision) => {
    const served = line.get(keyOf(decision))
    if (!served) return [`${turn.address} chose for ${decision.conversation}, which has left`]
    const chosen = decision.candidates.find(({ agent }) => agent === decision.chosen)
    if (chosen?.reject !== null) return [`${turn.address} chose ${chosen?.reject} for it`]
    return [...line.values()]
      .filter((row) => row.department === served.department && row.offeredTo === null)
      .filter((row) => inOrder(row, served) < 0 && row.refused.length === 0)
      .filter((row) => {
        const agent = floor.get(`${served.department} ${decision.chosen}`)
        if (!agent) return !waitsForLanguage(terms, row)
        const colleagues = [...floor.values()].filter((one) => one.department === row.department)
        if (!isGoodAt(agent, skillsNeeded(terms, row, colleagues))) return false
        return !waitsForLanguage(terms, row) || fits(agent, row)
      })
      .map((row) => `${served.conversation} was served before ${row.conversation}`)
  })
}
