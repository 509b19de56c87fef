import type { List } from '../workbench/inbox/lists'

/** Values behind a `?`; those that are undefined are left out. */
export const query = (values: Record<string, string | number | undefined>) => {
  const given = Object.entries(values).filter(([, value]) => value !== undefined)
  const parts = given.map(([name, value]) => `${name}=${encodeURIComponent(value ?? '')}`)
  return parts.length > 0 ? `?${parts.join('&')}` : ''
}

/** The place of an entry on its page, behind a `#`. */
export const at = (entry: string | null | undefined) =>
  entry ? `#e-${encodeURIComponent(entry)}` : ''

/** One's own list goes without saying. */
export const chosen = (list: List | undefined) => {
  if (!list || list.view === 'mine') return {}
  const { view, until, department, from } = list
  return { view, until: closedKey(until), department, from }
}

const closedKey = (until: List['until']) =>
  until && (until.id === '' ? until.at : `${until.at}-${until.id}`)

/** What a live connection of the workbench follows, and from where. */
export const live = (
  conversation: string | null,
  after: number,
  list: List | undefined,
  why: string | undefined,
) => query({ ...(conversation === null ? {} : { conversation, after }), why, ...chosen(list) })
