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
import { uuid } from '../input'
import { read } from '../input/read'
import { changesIn, changeVisitor, visitorForm } from './describe'

/** `version` tells what the form was made from; a program need not say. */
export const visitorEditForm = z.strictObject({
  ...visitorForm.shape,
  version: holding('value', z.string().max(64)).optional(),
})

export const pinForm = z.strictObject({ pinned: z.enum(['yes', 'no']) })

/** What of a visitor the form shows. */
export type KnownFields = Pick<VisitorRow, 'name' | 'email'> &
  Pick<Profile, 'phone' | 'company' | 'notes' | 'tags'>

/** What is known of a visitor now; a Problem where there is no such one. */
export const findVisitor = async (
  { store }: Pick<Desk, 'store'>,
  id: string,
): Promise<VisitorRow | Problem> => {
  const row = uuid.safeParse(id).success ? await store.visitors.find(id) : undefined
  return row ?? new Problem('missing', 'missing')
}

export const knownOf = async (desk: Desk, id: string): Promise<KnownFields> => {
  const { name = '', email = '', profile = emptyProfile } = await contextOf(desk, 'visitor', id)
  const { phone, company, notes, tags } = profile
  return { name, email, phone, company, notes, tags }
}

/**
 * Writes down what is known of a visitor, by whoever keeps all of them; what is left out stays.
 * Problems: invalid (field), conflict `changedMeanwhile` | `tooManyAttributes` | `parked`, limited.
 */
export const editVisitor = async (
  desk: Desk,
  person: Staff,
  id: string,
  input: unknown,
  versionOf: (known: KnownFields) => string,
): Promise<null | Problem> => {
  const form = read(visitorEditForm, input)
  if (isProblem(form)) return form
  const { version, ...fields } = form
  const changes = changesIn(fields)
  if (isProblem(changes)) return changes
  const before = await knownOf(desk, id)
  if (version !== undefined && version !== versionOf(before))
    return new Problem('conflict', 'changedMeanwhile')
  return changeVisitor(told(desk, person, id, before, changes), person, id, changes)
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
  return changeVisitor(
    told(desk, person, id, await knownOf(desk, id), changes),
    person,
    id,
    changes,
  )
}

/** Characters of a value that the audit keeps. */
const TOLD = 200

/** The same desk, which tells with the change what it was and is. */
const told = (
  desk: Desk,
  person: Staff,
  id: string,
  before: KnownFields,
  { attribute, ...fields }: ProfileChange,
): Desk => {
  const was: Readonly<Record<string, unknown>> = before
  const changed = Object.entries(fields).flatMap(([field, is]) =>
    String(was[field] ?? '') === String(is)
      ? []
      : [[field, `${cut(was[field])} → ${cut(is)}`] as const],
  )
  const more = attribute ? [[attribute.key, `→ ${cut(attribute.is?.value)}`] as const] : []
  const detail = {
    visitor: before.name,
    value: [...changed, ...more].map(([field, says]) => `${field}: ${says}`).join('; '),
  }
  return auditing(desk, auditRow(desk, person, 'visitorChanged', addressOf('visitor', id), detail))
}

const cut = (value: unknown): string => String(value ?? '').slice(0, TOLD)
