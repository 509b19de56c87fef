import { addressOf, idOf } from '../address'
import type { FloorReport } from '../department/events'
import type { Effect } from '../effects'
import type { Fact } from '../facts'
import type { Derive } from '../logic'
import type { AgentRow, AgentStatus } from '../summary'
import { type AgentContext, loadOf } from './context'
import { mayReply } from './rights'

type Value = { duty: string | Record<string, string>; reach: string }
type State = { value: unknown; context: AgentContext }

export const summarizeAgent = ({ value, context }: State): AgentRow => ({
  id: context.id,
  name: context.name,
  status: statusOf(value),
  present: isPresent(value),
  lost: context.lost,
  mayReply: mayReply(context),
  load: loadOf(context),
  departments: context.departments,
  settings: context.settings,
})

/** What follows from every change: their departments hear their figures, their pages look again. */
export const deriveAgentEffects: Derive<AgentContext> = (before, after, effects, turn) => {
  const changed = !before || figures(before) !== figures(after)
  const answered = new Set(effects.flatMap((effect) => answeredDepartment(effect)))
  const report = reportOf(after, turn.version)
  const { departments, leftDepartments } = after.context
  const told = effects.map((effect) => withReport(effect, report, departments))
  const others = departments.filter((id) => changed && !answered.has(id))
  const left = before && before.context.leftDepartments !== leftDepartments ? leftDepartments : []
  return [
    ...told,
    ...others.map((id) => tellDepartment(id, report, turn.at)),
    ...left.map((id) => tellDepartment(id, { ...report, member: false }, turn.at)),
    ...facts(before, after).map((fact): Effect => ({ do: 'announce', fact })),
  ]
}

const facts = (before: State | null, after: State): Fact[] => {
  const topic = addressOf('agent', after.context.id)
  const held = new Set([
    ...Object.keys(before?.context.holdings ?? {}),
    ...Object.keys(after.context.holdings),
  ])
  const changed = [...held].filter(
    (id) => before?.context.holdings[id] !== after.context.holdings[id],
  )
  return [
    { topic, what: 'state' },
    ...changed.map((conversation): Fact => ({ topic, what: 'row', conversation })),
  ]
}

const statusOf = (value: unknown): AgentStatus => {
  const { duty } = value as Value
  if (typeof duty === 'object') return 'ready'
  return duty === 'away' ? 'away' : 'off'
}

const isPresent = (value: unknown): boolean => (value as Value).reach === 'present'

const isResting = (value: unknown): boolean => {
  const { duty } = value as Value
  return typeof duty === 'object' && duty.on === 'wrapUp'
}

const reportOf = ({ value, context }: State, version: number): FloorReport => ({
  agent: context.id,
  name: context.name,
  version,
  member: true,
  ready: statusOf(value) === 'ready',
  present: isPresent(value),
  resting: isResting(value),
  mayReply: mayReply(context),
  load: loadOf(context),
  capacity: context.settings.capacity,
  idleSince: context.idleSince,
})

/** Everything a department is told, to see whether it changed. */
const figures = (state: State) => JSON.stringify([reportOf(state, 0), state.context.departments])

const answeredDepartment = (effect: Effect): string[] =>
  effect.do === 'tell' && effect.event.type === 'answered' ? [idOf(effect.to)] : []

/** Whoever answers an offer may have left that department since. */
const withReport = (effect: Effect, report: FloorReport, departments: readonly string[]): Effect =>
  effect.do === 'tell' && effect.event.type === 'answered'
    ? {
        ...effect,
        event: {
          ...effect.event,
          report: { ...report, member: departments.includes(idOf(effect.to)) },
        },
      }
    : effect

const tellDepartment = (id: string, report: FloorReport, at: number): Effect => ({
  do: 'tell',
  to: addressOf('department', id),
  event: { type: 'reported', at, report },
})
