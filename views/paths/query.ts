import type { Filter, List } from '../workbench/inbox/lists'

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
  if (!list || (list.view === 'mine' && !list.filter)) return {}
  const { view, until, department, from, filter } = list
  return { view, until: closedKey(until), department, from, ...narrowed(filter) }
}

/** A filter as fields of an address or a form; those that are undefined are left out. */
export const narrowed = (filter: Filter | undefined) => ({
  ...filter,
  since: filter?.since?.day,
  before: filter?.before?.day,
})

/** Which page of a list it is, as one field of a form; empty for the first. */
export const placeField = ({ until, from }: List): string =>
  from === undefined ? String(closedKey(until) ?? '') : `from${from}`

const closedKey = (until: List['until']) =>
  until && (until.id === '' ? until.at : `${until.at}-${until.id}`)

/**
 * What a live connection of the workbench follows, and from where. `epoch` is of the page: its lines
 * are of that life of the desk's data.
 */
export type Followed = [
  conversation: string | null,
  after: number,
  list?: List | undefined,
  why?: string | undefined,
  epoch?: string | undefined,
]
export const live = (...[conversation, after, list, why, epoch]: Followed) => {
  const place = conversation === null ? {} : { conversation, after }
  return query({ ...place, why, epoch, ...chosen(list) })
}
