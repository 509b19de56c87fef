import type { Rule } from './context'
import type { Of } from './events'
import { departmentSettings } from './settings'

/** What the office does to a department. */

export const create: Rule<Of<'created'>> = (context, event) => ({
  context: {
    name: event.name,
    settings: departmentSettings.change(context.settings, event.changes),
    createdAt: event.at,
  },
})

export const configure: Rule<Of<'configured'>> = (context, event) => ({
  context: { settings: departmentSettings.change(context.settings, event.changes) },
})

export const rename: Rule<Of<'renamed'>> = (_context, event) => ({ context: { name: event.name } })

export const remove: Rule<Of<'removed'>> = (_context, event) => ({
  context: { removedAt: event.at },
})

export const restore: Rule<Of<'restored'>> = () => ({ context: { removedAt: null } })
