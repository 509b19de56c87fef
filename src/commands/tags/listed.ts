import { Problem } from '../../../actors/problem'
import { tagMeant } from '../../../actors/tag'
import { isTakenFor } from '../../../actors/text/look-alikes'
import type { Desk } from '../desk'
import { settingsOfDesk } from '../desk-settings/read'

/**
 * A tag that somebody puts on, as the list has it: in its letters, or under the name that it has now.
 * What looks like one that is listed, or that is on the conversation already, is that one.
 * Problems: invalid `tagNotListed`, where nobody but the office makes tags.
 */
export const listedTag = async (
  desk: Pick<Desk, 'store'>,
  name: string,
  worn: readonly string[] = [],
): Promise<string | Problem> => {
  const known = tagMeant(name, await desk.store.tags.all())
  if (known) return known.name
  const same = worn.find((tag) => isTakenFor(tag, name))
  if (same !== undefined) return same
  if ((await settingsOfDesk(desk, 'tags')).freeTags) return name
  return new Problem('invalid', 'tagNotListed', { field: 'add', values: { name } })
}

/** What a tag is called now; as it was written where the list does not know it. */
export const calledNow = async (
  { store }: { store: Pick<Desk['store'], 'tags'> },
  name: string,
): Promise<string> => tagMeant(name, await store.tags.all())?.name ?? name
