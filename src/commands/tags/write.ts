import type { AuditedAct, AuditRow } from '../../../actors/audit'
import { isDeepEqual } from '../../../actors/equal'
import { isProblem, Problem } from '../../../actors/problem'
import {
  isListed,
  searchKeyOf,
  type Tag,
  tagKeyOf,
  tagListLimits,
  tagNamed,
} from '../../../actors/tag'
import { isTakenFor } from '../../../actors/text/look-alikes'
import { auditRow, type Doer } from '../audit'
import type { Desk } from '../desk'
import { tell } from '../desk-settings/tell'
import { differences } from '../differences'
import { read } from '../input/read'
import { tagChange, tagForm, tagMerge } from './form'

const stale = () => new Problem('conflict', 'changedMeanwhile')
const nameTaken = (name: string) =>
  new Problem('conflict', 'tagTaken', { field: 'name', values: { name } })

/** One as it is looked at: in the list, or only on conversations, where `before` is null. */
export type Found = { tag: Tag; before: string | null }

/** The tag of a key, if it is listed or on a conversation; undefined for one that is gone. */
export const findTag = async ({ store }: Desk, key: string): Promise<Found | undefined> => {
  const known = (await store.tags.all()).find((tag) => tag.key === key)
  if (known) return isListed(known) ? { tag: known, before: known.version } : undefined
  const [used] = await store.conversations.matchingIds({ keys: [searchKeyOf(key)] }, 1)
  return used === undefined ? undefined : { tag: plain(key), before: null }
}

/** One that nobody has said anything of. */
export const plain = (key: string): Tag => ({
  ...{ key, name: key, color: 'plain', description: '' },
  ...{ into: null, leaves: false, version: '' },
})

const shown = ({ name, color, description }: Tag) => ({ name, color, description })

const told = (
  desk: Desk,
  by: Doer,
  act: AuditedAct,
  tag: Tag,
  detail: AuditRow['detail'] | undefined,
) =>
  auditRow(desk, by, act, `tag:${Bun.hash(tag.key).toString(36)}`, { value: tag.name, ...detail })

/**
 * Puts one into the list. Answers its key.
 * Problems: invalid (field), conflict `tagTaken` | `tooManyListed` | `changedMeanwhile`.
 */
export const createTag = async (
  desk: Desk,
  input: unknown,
  by: Doer,
): Promise<string | Problem> => {
  const form = read(tagForm, input)
  if (isProblem(form)) return form
  const all = await desk.store.tags.all()
  const key = tagKeyOf(form.name)
  const known = all.find((tag) => tag.key === key)
  if (known && (isListed(known) || known.leaves)) return nameTaken(form.name)
  const like = likeOf(form.name, all, key)
  if (like) return nameTaken(like.name)
  const { count: limit } = tagListLimits
  if (all.filter(isListed).length >= limit)
    return new Problem('conflict', 'tooManyListed', { values: { limit } })
  const tag: Tag = { ...plain(key), ...form, version: desk.clock.id() }
  const row = told(desk, by, 'created', tag, differences(undefined, shown(tag)))
  const outcome = await desk.store.tags.put([{ tag, before: known?.version ?? null }], row)
  if (outcome === 'changed') return stale()
  tell(desk)
  return key
}

/**
 * Says otherwise what one is. Under another name it is another tag to those who search: every
 * conversation that has it is told, and the former name goes on standing for it. Answers its key.
 * Problems: invalid (field), conflict `tagTaken` | `changedMeanwhile`.
 */
export const changeTag = async (
  desk: Desk,
  { tag: was, before }: Found,
  input: unknown,
  by: Doer,
): Promise<string | Problem> => {
  const form = read(tagChange, input)
  if (isProblem(form)) return form
  const { version, ...changes } = form
  if (version !== undefined && version !== (before ?? '')) return stale()
  const key = tagKeyOf(changes.name)
  const tag: Tag = { ...was, ...changes, key, version: desk.clock.id() }
  if (before !== null && isDeepEqual(shown(was), shown(tag))) return key
  const row = told(desk, by, 'changed', was, differences(shown(was), shown(tag)))
  if (key === was.key) {
    if ((await desk.store.tags.put([{ tag, before }], row)) === 'changed') return stale()
  } else {
    const all = await desk.store.tags.all()
    const other = all.find((one) => one.key === key)
    if (other && (isListed(other) || other.leaves)) return nameTaken(changes.name)
    const like = likeOf(changes.name, all, key, was.key)
    if (like) return nameTaken(like.name)
    const gone = { tag: goneInto(desk, was, key), before }
    const writes = [{ tag, before: other?.version ?? null }, gone]
    if ((await desk.store.tags.put(writes, row)) === 'changed') return stale()
  }
  tell(desk)
  return key
}

/** One of the list that somebody would take for that of this name. */
const likeOf = (name: string, all: readonly Tag[], ...keys: readonly string[]): Tag | undefined =>
  all.find((tag) => isListed(tag) && !keys.includes(tag.key) && isTakenFor(tag.name, name))

const goneInto = ({ clock }: Desk, tag: Tag, into: string | null): Tag => ({
  ...{ ...tag, into, leaves: true, version: clock.id() },
})

/**
 * Makes one of two: conversations that have the first have the other from now on. Answers the key of that.
 * Problems: invalid (field) `tagNotListed` | `tagItself`, conflict `changedMeanwhile`.
 */
export const mergeTag = async (
  desk: Desk,
  { tag, before }: Found,
  input: unknown,
  by: Doer,
): Promise<string | Problem> => {
  const form = read(tagMerge, input)
  if (isProblem(form)) return form
  const into = tagNamed(form.into, await desk.store.tags.all())
  const about = { field: 'into', values: { name: form.into } }
  if (!into) return new Problem('invalid', 'tagNotListed', about)
  if (into.key === tag.key) return new Problem('invalid', 'tagItself', about)
  const row = told(desk, by, 'merged', tag, { 'is.name': into.name, 'was.name': tag.name })
  // It must be there yet as this is written: of two that become each other, none would be left.
  const stays = { tag: { ...into, version: desk.clock.id() }, before: into.version }
  const gone = { tag: goneInto(desk, tag, into.key), before }
  if ((await desk.store.tags.put([stays, gone], row)) === 'changed') return stale()
  tell(desk)
  return into.key
}

/** Takes one out of the list and off every conversation. Problems: conflict `changedMeanwhile`. */
export const removeTag = async (
  desk: Desk,
  { tag, before }: Found,
  by: Doer,
): Promise<null | Problem> => {
  const row = told(desk, by, 'removed', tag, differences(shown(tag), undefined))
  const outcome = await desk.store.tags.put([{ tag: goneInto(desk, tag, null), before }], row)
  if (outcome === 'changed') return stale()
  tell(desk)
  return null
}
