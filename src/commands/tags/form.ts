import { z } from 'zod'
import { holding } from '../../../actors/holds'
import { tagColors, tagListLimits } from '../../../actors/tag'
import { isThere, nameUpTo } from '../input'

const { name, description } = tagListLimits

/** A tag: what it is called, in which tint it is drawn, what it is for. */
export const tagForm = z.strictObject({
  name: nameUpTo(name).superRefine(isThere),
  color: z.enum(tagColors).default('plain'),
  description: nameUpTo(description).default(''),
})

/** The same, with the version that it was looked at as: empty for one that is in no list yet. */
export const tagChange = tagForm.extend({
  version: holding('value', z.string().max(64)).optional(),
})

export const tagMerge = z.strictObject({
  into: holding('value', nameUpTo(name).superRefine(isThere)),
})
