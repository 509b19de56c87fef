import type { Rule } from './context'
import type { Of } from './events'
import { releaseAll, stopRinging } from './release'
import { agentSettings } from './settings'

/** What the office does to an agent. */

export const hire: Rule<Of<'hired'>> = (context, event) => ({
  context: {
    name: event.name,
    departments: [...new Set(event.departments)],
    settings: agentSettings.change(context.settings, event.changes),
    roleReplies: event.replies ?? true,
  },
})

export const change: Rule<Of<'changed'>> = (context, event) => {
  const settings = agentSettings.change(context.settings, event.changes ?? {})
  const { name = context.name, departments = context.departments } = event
  const { replies: roleReplies = context.roleReplies } = event
  // Who may no longer reply cannot accept what still rings.
  const step = settings.mayReply && roleReplies ? {} : stopRinging(context, event)
  return {
    ...step,
    context: {
      ...step.context,
      ...{ name, settings, roleReplies, departments: [...new Set(departments)] },
      leftDepartments: context.departments.filter((id) => !departments.includes(id)),
    },
  }
}

/** What they asked for just before is refused from now on: they are off, and stay so. */
export const disable: Rule<Of<'disabled'>> = (context, event) => {
  const gone = releaseAll(context, event, 'signedOff')
  return { ...gone, context: { ...gone.context, disabledAt: event.at, awayFor: '' } }
}

export const enable: Rule<Of<'enabled'>> = () => ({ context: { disabledAt: null } })
