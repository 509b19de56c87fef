import { addressOf, idOf } from '../address'
import type { Effect } from '../effects'
import type { Fact } from '../facts'
import type { Derive } from '../logic'
import type { AgentRow } from '../summary'
import { type AgentContext, loadOf } from './context'
import { figures, reportOf, tellDepartment, withReport } from './report'
import { mayReply } from './rights'
import { isPresent, type State, statusOf } from './status'

export const summarizeAgent = ({ value, context }: State): AgentRow => ({
  id: context.id,
  name: context.name,
  status: statusOf(value),
  present: isPresent(value),
  lost: context.lost,
  awayFor: context.awayFor,
  mayReply: mayReply(context),
  load: loadOf(context),
  departments: context.departments,
  settings: context.settings,
})

/** What follows from every change: their departments hear their figures, their pages look again. */
export const deriveAgentEffects: Derive<AgentContext> = (before, after, effects, turn) => {
  const changed = !before || figures(before) !== figures(after)
  const hearAnswers = new Set(effects.flatMap(hearsAnswer))
  const report = reportOf(after, turn.version)
  const { departments, leftDepartments } = after.context
  const told = effects.map((effect) => withReport(effect, report, departments))
  const others = departments.filter((id) => changed && !hearAnswers.has(id))
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

/** The department that hears with this effect how its offer went, and with it the figures. */
const hearsAnswer = (effect: Effect): string[] =>
  effect.do === 'tell' && effect.event.type === 'offerAnswered' ? [idOf(effect.to)] : []
