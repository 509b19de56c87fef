import tagsIcon from 'lucide-static/icons/tags.svg' with { type: 'text' }
import type { TagColor } from '../../../actors/tag'
import { drawn } from '../../parts/icon'
import { paths } from '../../paths'
import { tags } from '../../words/tags'
import type { MenuEntry } from '../context'

/** A tag as the list shows it. */
export type TagLine = {
  /** As it stands in addresses. */
  id: string
  key: string
  name: string
  color: TagColor
  description: string
  /** Conversations that have it. */
  uses: number
  /** Somebody made it, and nobody has put it into the list. */
  isFree: boolean
}

/** One, with what it was called before. */
export type TagDetails = TagLine & {
  version: string
  former: readonly string[]
  others: readonly string[]
}

export const tagPaths = {
  list: paths.office.of('tags'),
  rules: paths.office.of('tags', 'rules'),
  page: (id: string) => paths.office.of('tags', id),
  revision: (id: string) => paths.office.of('tags', id, 'revision'),
  merge: (id: string) => paths.office.of('tags', id, 'merge'),
  removal: (id: string) => paths.office.of('tags', id, 'removal'),
} as const

export const tagsInMenu = {
  path: tagPaths.list,
  icon: drawn(tagsIcon),
  words: tags,
} satisfies MenuEntry
