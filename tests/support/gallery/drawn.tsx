import type { Entry as Line } from '../../../actors/entry'
import { Entry } from '../../../views/transcript/entry'
import type { EntryProps } from '../../../views/transcript/entry-props'
import { isGrouped } from '../../../views/transcript/grouped'

/** Entries as a page gets them. */
export const drawn = (entries: readonly Line[], reader: Omit<EntryProps, 'entry'>) =>
  entries.map((entry, n) => (
    <Entry {...reader} entry={entry} grouped={isGrouped(entry, entries[n + 1])} />
  ))
