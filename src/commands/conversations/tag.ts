import { z } from 'zod'
import { changeTags, type TagChange } from '../../../actors/conversation/tags'
import { limits } from '../../../actors/limits'
import type { Staff } from '../../../actors/people'
import { isProblem, Problem } from '../../../actors/problem'
import { may } from '../../policies/may'
import type { Desk } from '../desk'
import { read, tagName } from '../input'
import { act, find } from './access'

export const tagForm = z.strictObject({ add: tagName.optional(), remove: tagName.optional() })

/**
 * Puts a tag on a conversation, takes one off, or both. What is there already, or is not there, is
 * done.
 * Problems: missing, invalid (field), forbidden, conflict `tooManyTags` | `parked`, limited.
 */
export const tag = async (
  desk: Desk,
  person: Staff,
  id: string,
  input: unknown,
): Promise<null | Problem> => {
  const form = read(tagForm, input)
  if (isProblem(form)) return form
  const { add = null, remove = null } = form
  if (add === null && remove === null)
    return new Problem('invalid', 'nameMissing', { field: 'add' })
  const row = await find(desk, person, id)
  if (isProblem(row)) return row
  if (!may.tag(person, row)) return new Problem('forbidden', 'notAllowed')
  const change = { add, remove }
  const known = settled(row.tags, change)
  if (known !== undefined) return known
  const outcome = await act(desk, person, row, { type: 'tagged', at: desk.clock.now(), ...change })
  if (!outcome || outcome.code === 'limited' || outcome.reason === 'parked') return outcome
  // A colleague was quicker: with the very same, or with the last that there was room for.
  const now = await find(desk, person, id)
  if (isProblem(now)) return now
  const left = settled(now.tags, change)
  return left === undefined ? outcome : left
}

/** Null when there is nothing to be done, a Problem when there is no room; else undefined. */
const settled = (tags: readonly string[], change: TagChange): null | Problem | undefined => {
  const after = changeTags(tags, change)
  if (after === tags) return null
  if (after !== null) return undefined
  return new Problem('conflict', 'tooManyTags', { field: 'add', values: { limit: limits.tags } })
}
