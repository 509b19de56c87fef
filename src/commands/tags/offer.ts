import { folded } from '../../../actors/canned/search'
import { isListed, type Tag, tagListLimits, tagMeant } from '../../../actors/tag'
import { shownName } from '../../../actors/text/names'
import type { Desk } from '../desk'
import { settingsOfDesk } from '../desk-settings/read'

/** How many are offered at once: who means another writes more of its name. */
const OFFERED = 8

/** What a field of tags offers for what was typed: tags of the list, and whether it can be a new one. */
export type TagChoices = { tags: readonly Tag[]; fresh: string | null }

/**
 * Tags of the list whose name has what was typed, and what somebody would take it for: what begins so
 * first. A new one is offered where nothing of the list is meant, and colleagues may make them.
 */
export const offerTags = async (desk: Pick<Desk, 'store'>, typed: string): Promise<TagChoices> => {
  const name = shownName(typed)
  const [all, { freeTags }] = await Promise.all([
    desk.store.tags.all(),
    settingsOfDesk(desk, 'tags'),
  ])
  const wanted = folded(name)
  const meant = name ? tagMeant(name, all) : null
  const rank = (tag: Tag) => {
    if (tag.key === meant?.key) return 0
    return folded(tag.name).startsWith(wanted) ? 1 : 2
  }
  const tags = all
    .filter((tag) => isListed(tag) && (rank(tag) === 0 || folded(tag.name).includes(wanted)))
    .toSorted((a, b) => rank(a) - rank(b))
    .slice(0, OFFERED)
  const isFresh = freeTags && name !== '' && !meant && [...name].length <= tagListLimits.name
  return { tags, fresh: isFresh ? name : null }
}
