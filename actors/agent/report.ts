import { addressOf, idOf } from '../address'
import type { FloorReport } from '../department/events'
import type { Effect } from '../effects'
import { loadOf } from './context'
import { mayReply } from './rights'
import { isPresent, isResting, type State, statusOf } from './status'

/** What a department hears of one who answers for it. */
export const reportOf = ({ value, context }: State, version: number): FloorReport => ({
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
  languages: context.settings.languages,
  skills: context.settings.skills,
})

/** Everything a department is told, to see whether it changed. */
export const figures = (state: State) =>
  JSON.stringify([reportOf(state, 0), state.context.departments])

/** Whoever answers an offer may have left that department since. */
export const withReport = (
  effect: Effect,
  report: FloorReport,
  departments: readonly string[],
): Effect =>
  effect.do === 'tell' && effect.event.type === 'offerAnswered'
    ? {
        ...effect,
        event: {
          ...effect.event,
          report: { ...report, member: departments.includes(idOf(effect.to)) },
        },
      }
    : effect

export const tellDepartment = (id: string, report: FloorReport, at: number): Effect => ({
  do: 'tell',
  to: addressOf('department', id),
  event: { type: 'reported', at, report },
})
