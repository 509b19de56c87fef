import { type ChangeEvent, changeEvents } from './change-events'
import { changeEntry } from './entry-changes'
import { by } from './setup'

const entryChange = { guard: 'changesEntry', actions: by<ChangeEvent>(changeEntry) } as const

/** What people do to what is there, whatever the conversation does. */
export const entryChanges = Object.fromEntries(
  changeEvents.map((type) => [type, entryChange]),
) as Record<ChangeEvent['type'], typeof entryChange>
