import { Problem } from '../../../actors/problem'
import { tagNamed } from '../../../actors/tag'
import type { Desk } from '../desk'
import { settingsOfDesk } from '../desk-settings/read'

/**
 * A tag that somebody puts on, as the list has it: in its letters, or under the name that it has now.
 * Problems: invalid `tagNotListed`, where nobody but the office makes tags.
 */
export const listedTag = async (
  desk: Pick<Desk, 'store'>,
  name: string,
): Promise<string | Problem> => {
  const known = tagNamed(name, await desk.store.tags.all())
  if (known) return known.name
  if ((await settingsOfDesk(desk, 'tags')).freeTags) return name
  return new Problem('invalid', 'tagNotListed', { field: 'add', values: { name } })
}

/** What a tag is called now; as it was written where the list does not know it. */
export const calledNow = async (
  { store }: { store: Pick<Desk['store'], 'tags'> },
  name: string,
): Promise<string> => tagNamed(name, await store.tags.all())?.name ?? name
