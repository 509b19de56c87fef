import { z } from 'zod'
import { addressOf } from '../../../actors/address'
import { isDeepEqual } from '../../../actors/equal'
import { holding } from '../../../actors/holds'
import type { Staff } from '../../../actors/people'
import { isProblem, Problem, type Reason } from '../../../actors/problem'
import { codePoints } from '../../../actors/text/visible'
import {
  type AttributeType,
  attributeTypes,
  attributeValue,
  changedProfile,
  emptyProfile,
  isFull,
  type Profile,
  type ProfileChange,
  profileLimits,
} from '../../../actors/visitor/profile'
import { allows } from '../../policies/permissions'
import { contextOf, find } from '../conversations/access'
import type { Desk } from '../desk'
import { issue, nameUpTo, optionalEmail, personName, tooLong, written } from '../input'
import { read } from '../input/read'

const notes = holding('words', z.string())
  .transform((text) => written(text).trim())
  .superRefine((text, check) => {
    if (!text.isWellFormed()) check.addIssue(issue('textNotValid'))
    else if (codePoints(text) > profileLimits.notes)
      check.addIssue(tooLong('textTooLong', text, profileLimits.notes))
  })

/** As they are typed: one after the other, between commas or on lines of their own. */
const tags = holding('words', z.string())
  .transform((typed) => typed.split(/[,，、;；\n]/))
  .pipe(z.array(nameUpTo(profileLimits.tag)))
  .transform((all) => [...new Set(all.filter((tag) => tag !== ''))])
  .superRefine((all, check) => {
    const limit = profileLimits.tags
    if (all.length > limit) check.addIssue(issue('tooManyTags', { limit }))
  })

export const visitorForm = z.strictObject({
  name: personName.optional(),
  email: optionalEmail.optional(),
  phone: nameUpTo(profileLimits.phone).optional(),
  company: nameUpTo(profileLimits.company).optional(),
  notes: notes.optional(),
  tags: tags.optional(),
  attribute: nameUpTo(profileLimits.key).optional(),
  type: z.enum(attributeTypes).default('text'),
  value: nameUpTo(profileLimits.value).default(''),
})
type Form = z.output<typeof visitorForm>

/**
 * Writes down what is known of a conversation's visitor: what is left out stays, and an attribute
 * without a value goes. What is so already is done.
 * Problems: missing, invalid (field), forbidden, conflict `tooManyAttributes` | `parked`, limited.
 */
export const describeVisitor = async (
  desk: Desk,
  person: Staff,
  id: string,
  input: unknown,
): Promise<null | Problem> => {
  const form = read(visitorForm, input)
  if (isProblem(form)) return form
  const changes = changesIn(form)
  if (isProblem(changes)) return changes
  const row = await find(desk, person, id)
  if (isProblem(row)) return row
  if (!allows(person, 'visitors.edit')) return new Problem('forbidden', 'notAllowed')
  return changeVisitor(desk, person, row.visitor, changes)
}

/**
 * Changes what is known of a visitor, from `before` alone where that is said; what is so already is done.
 * Problems: conflict and limited as before, conflict `changedMeanwhile`.
 */
export const changeVisitor = async (
  desk: Desk,
  { id, name }: Pick<Staff, 'id' | 'name'>,
  visitor: string,
  changes: ProfileChange,
  before?: ProfileChange,
): Promise<null | Problem> => {
  const known = await contextOf(desk, 'visitor', visitor)
  if (isSo(known, changes)) return null
  const limited = await desk.rate.spend('act', id)
  if (limited) return limited
  const by = { at: desk.clock.now(), agent: id, agentName: name }
  const address = addressOf('visitor', visitor)
  const seen = before ? { before } : {}
  const sent = await desk.system.send(address, { type: 'described', ...by, changes, ...seen })
  if (sent.outcome === 'parked') return new Problem('conflict', 'parked')
  if (sent.outcome !== 'refused') return null
  const { profile = emptyProfile } = await contextOf(desk, 'visitor', visitor)
  const values = { limit: profileLimits.attributes }
  if (isFull(profile, changes))
    return new Problem('conflict', 'tooManyAttributes', { field: 'attribute', values })
  return new Problem('conflict', before ? 'changedMeanwhile' : 'notInThisState')
}

export const changesIn = ({
  attribute: key,
  type,
  value,
  ...fields
}: Form): ProfileChange | Problem => {
  const changes = Object.fromEntries(
    Object.entries(fields).filter(([, typed]) => typed !== undefined),
  ) as ProfileChange
  if (!key)
    return value === '' ? changes : new Problem('invalid', 'nameMissing', { field: 'attribute' })
  if (value === '') return { ...changes, attribute: { key, is: null } }
  const kept = attributeValue(type, value)
  if (kept === null) return new Problem('invalid', valueReasons[type], { field: 'value' })
  return { ...changes, attribute: { key, is: { type, value: kept } } }
}

const valueReasons: Readonly<Record<AttributeType, Reason>> = {
  ...{ text: 'textNotValid', number: 'notANumber', yesNo: 'notYesOrNo', date: 'notADate' },
}

type Known = { name?: string; email?: string; profile?: Profile; pinned?: boolean }

const isSo = (
  { name = '', email = '', profile = emptyProfile, pinned = false }: Known,
  changes: ProfileChange,
) =>
  (changes.pinned ?? pinned) === pinned &&
  (changes.name ?? name) === name &&
  (changes.email ?? email) === email &&
  !isFull(profile, changes) &&
  isDeepEqual(changedProfile(profile, changes), profile)
