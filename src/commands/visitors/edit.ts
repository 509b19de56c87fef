import { z } from 'zod'
import { addressOf } from '../../../actors/address'
import { holding } from '../../../actors/holds'
import type { Staff } from '../../../actors/people'
import { isProblem, Problem } from '../../../actors/problem'
import { emptyProfile, type Profile, type ProfileChange } from '../../../actors/visitor/profile'
import type { VisitorRow } from '../../../actors/visitor/summary'
import { auditing, auditRow } from '../audit'
import { contextOf } from '../conversations/access'
import type { Desk } from '../desk'
import { differences } from '../differences'
import { uuid } from '../input'
import { read } from '../input/read'
import { changesIn, changeVisitor, visitorForm } from './describe'

/** `version` tells what the form was made from; a program need not say. */
export const visitorEditForm = z.strictObject({
  ...visitorForm.shape,
  version: holding('value', z.string().max(64)).optional(),
})

/** One attribute of them. */
export const attributeForm = visitorEditForm.pick({
  ...{ attribute: true, type: true, value: true, version: true },
})

export const pinForm = z.strictObject({ pinned: z.enum(['yes', 'no']) })

/** What of a visitor the form shows. */
export type KnownFields = Pick<VisitorRow, 'name' | 'email'> &
  Pick<Profile, 'phone' | 'company' | 'notes' | 'tags'>

/** By which the states of what is known are told from each other, and those of what else is. */
export type VisitorVersions = {
  known: (known: KnownFields) => string
  attributes: (attributes: Profile['attributes']) => string
}

/** What is known of a visitor now; a Problem where there is no such one. */
export const findVisitor = async (
  { store }: Pick<Desk, 'store'>,
  id: string,
): Promise<VisitorRow | Problem> => {
  const row = uuid.safeParse(id).success ? await store.visitors.find(id) : undefined
  return row ?? new Problem('missing', 'missing')
}

type Seen = { known: KnownFields; attributes: Profile['attributes']; pinned: boolean }

const seenOf = async (desk: Desk, id: string): Promise<Seen> => {
  const context = await contextOf(desk, 'visitor', id)
  const { name = '', email = '', profile = emptyProfile, pinned = false } = context
  const { phone, company, notes, tags, attributes } = profile
  return { known: { name, email, phone, company, notes, tags }, attributes, pinned }
}

/** What the fields that change are changed from. */
const beforeOf = (
  { attribute, ...fields }: ProfileChange,
  { known, attributes }: Seen,
): ProfileChange => ({
  ...Object.fromEntries(Object.keys(fields).map((field) => [field, Reflect.get(known, field)])),
  ...(attribute
    ? { attribute: { key: attribute.key, is: attributes[attribute.key] ?? null } }
    : {}),
})

/**
 * Writes down what is known of a visitor, by whoever keeps all of them; what is left out stays.
 * Problems: invalid (field), conflict `changedMeanwhile` | `tooManyAttributes` | `parked`, limited.
 */
export const editVisitor = async (
  desk: Desk,
  person: Staff,
  id: string,
  input: unknown,
  versions: VisitorVersions,
): Promise<null | Problem> => {
  const form = read(visitorEditForm, input)
  if (isProblem(form)) return form
  const { version, ...fields } = form
  const changes = changesIn(fields)
  if (isProblem(changes)) return changes
  const seen = await seenOf(desk, id)
  const isMore = Object.keys(changes).every((field) => field === 'attribute')
  const now = isMore ? versions.attributes(seen.attributes) : versions.known(seen.known)
  if (version !== undefined && version !== now) return new Problem('conflict', 'changedMeanwhile')
  const before = version === undefined ? undefined : beforeOf(changes, seen)
  return changeVisitor(told(desk, person, id, seen, changes), person, id, changes, before)
}

/** They stand first in the list of visitors, or as all others. */
export const pinVisitor = async (
  desk: Desk,
  person: Staff,
  id: string,
  input: unknown,
): Promise<null | Problem> => {
  const form = read(pinForm, input)
  if (isProblem(form)) return form
  const changes = { pinned: form.pinned === 'yes' }
  const seen = await seenOf(desk, id)
  return changeVisitor(told(desk, person, id, seen, changes), person, id, changes)
}

/** The same desk, which tells with the change what it was and is. */
const told = (
  desk: Desk,
  person: Staff,
  id: string,
  { known, attributes, pinned }: Seen,
  { attribute, ...fields }: ProfileChange,
): Desk => {
  const more = attribute ? { [attribute.key]: attributes[attribute.key]?.value ?? '' } : {}
  const moreIs = attribute ? { [attribute.key]: attribute.is?.value ?? '' } : {}
  const was = asWords({ ...known, pinned, ...more })
  const changed = differences(was, { ...was, ...asWords({ ...fields, ...moreIs }) })
  const detail = { visitor: known.name, ...changed }
  return auditing(desk, auditRow(desk, person, 'visitorChanged', addressOf('visitor', id), detail))
}

/** Lists as they are typed, so that each is told in a line. */
const asWords = (values: object) =>
  Object.fromEntries(
    Object.entries(values).map(([field, value]) => [
      field,
      Array.isArray(value) ? value.join(', ') : value,
    ]),
  )
