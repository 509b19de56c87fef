import { isDeepEqual } from '../equal'
import type { DepartmentContext, Rule } from './context'
import type { Of } from './events'
import { afterHours } from './hours'
import { departmentSettings } from './settings'

/** What the office does to a department. */

export const create: Rule<Of<'created'>> = (context, event) => ({
  context: {
    name: event.name,
    settings: departmentSettings.change(context.settings, event.changes),
    createdAt: event.at,
  },
  effects: afterHours(
    context.settings.hours,
    event.changes.hours ?? context.settings.hours,
    event.at,
  ),
})

/** Whether its settings are still those that somebody changed it from. */
export const isAsSeen = (context: DepartmentContext, event: Of<'configured'>): boolean =>
  event.before === undefined || isDeepEqual(context.settings, event.before)

/** Whether it is still called as it was when somebody wrote another name. */
export const isCalledSo = (context: DepartmentContext, event: Of<'renamed'>): boolean =>
  event.before === undefined || event.before === context.name

export const configure: Rule<Of<'configured'>> = (context, event) => ({
  context: { settings: departmentSettings.change(context.settings, event.changes) },
  effects: afterHours(
    context.settings.hours,
    event.changes.hours ?? context.settings.hours,
    event.at,
  ),
})

export const rename: Rule<Of<'renamed'>> = (_context, event) => ({ context: { name: event.name } })

export const remove: Rule<Of<'removed'>> = (_context, event) => ({
  context: { removedAt: event.at },
})

export const restore: Rule<Of<'restored'>> = () => ({ context: { removedAt: null } })
