import type { Entry as Line } from '../../../actors/entry'
import { Entry, type EntryProps } from '../../../views/transcript/entry'

/** Entries as a page gets them. */
export const drawn = (entries: readonly Line[], reader: Omit<EntryProps, 'entry'>) =>
  entries.map((entry) => <Entry {...reader} entry={entry} />)
