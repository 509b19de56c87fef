import { isDeepEqual } from '../equal'

/** Code points of what is written down of a visitor, and how many of each there may be. */
export const profileLimits = {
  ...{ phone: 40, company: 120, notes: 4000, tag: 40, tags: 20 },
  ...{ attributes: 30, key: 40, value: 200 },
} as const

export const attributeTypes = ['text', 'number', 'yesNo', 'date'] as const
export type AttributeType = (typeof attributeTypes)[number]

/** Its value is kept as one text of its type: `12.5`, `yes` or `no`, `2026-03-01`. */
export type Attribute = { type: AttributeType; value: string }

/** What colleagues have written down of a visitor, who never sees it. */
export type Profile = {
  phone: string
  company: string
  notes: string
  tags: readonly string[]
  attributes: Readonly<Record<string, Attribute>>
}

export const emptyProfile: Profile = {
  ...{ phone: '', company: '', notes: '', tags: [], attributes: {} },
}

/** What becomes of one attribute: another value, or none any more where that is null. */
export type AttributeChange = { key: string; is: Attribute | null }

/** What is written down otherwise; what is left out stays. */
export type ProfileChange = Partial<Omit<Profile, 'attributes'>> & {
  name?: string
  email?: string
  attribute?: AttributeChange
  /** Whether they stand first. */
  pinned?: boolean
}

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/
const NUMBER = /^[+-]?\d{1,15}([.,]\d{1,10})?$/
const YES = new Set(['yes', 'true', '1', 'on', '是'])
const NO = new Set(['no', 'false', '0', 'off', '否'])

/** What was typed, as a value of that type is kept; null when it is none. */
export const attributeValue = (type: AttributeType, typed: string): string | null => {
  const text = typed.trim()
  switch (type) {
    case 'text':
      return text
    case 'number':
      return NUMBER.test(text) ? String(Number(text.replace(',', '.'))) : null
    case 'yesNo':
      if (YES.has(text.toLowerCase())) return 'yes'
      return NO.has(text.toLowerCase()) ? 'no' : null
    case 'date':
      return isDay(text) ? text : null
  }
}

/** A day that there is: no 30th of February. */
const isDay = (text: string): boolean => {
  const [, year, month, day] = DAY.exec(text)?.map(Number) ?? []
  if (year === undefined || month === undefined || day === undefined) return false
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

/** Whether one more attribute has no room. */
export const isFull = ({ attributes }: Profile, { attribute }: ProfileChange): boolean =>
  attribute !== undefined &&
  attribute.is !== null &&
  !Object.hasOwn(attributes, attribute.key) &&
  Object.keys(attributes).length >= profileLimits.attributes

/** Whether what somebody changed it from is still so, as far as they say. */
export const isAsSeen = (
  { name, email, profile }: { name: string; email: string; profile: Profile },
  before: ProfileChange | undefined,
): boolean => {
  if (!before) return true
  const { attribute, ...seen } = before
  const now: Readonly<Record<string, unknown>> = { ...profile, name, email }
  const isSame = Object.entries(seen).every(([field, was]) => isDeepEqual(was, now[field]))
  if (!attribute || !isSame) return isSame
  return isDeepEqual(attribute.is, profile.attributes[attribute.key] ?? null)
}

/** The profile after a change; name and address are the visitor's own. */
export const changedProfile = (
  profile: Profile,
  { name: _, email: __, pinned: ___, attribute, ...changes }: ProfileChange,
): Profile => ({
  ...profile,
  ...changes,
  attributes: attribute ? changedAttributes(profile.attributes, attribute) : profile.attributes,
})

const changedAttributes = (
  attributes: Profile['attributes'],
  { key, is }: AttributeChange,
): Profile['attributes'] => {
  const others = Object.entries(attributes).filter(([other]) => other !== key)
  if (is === null) return Object.fromEntries(others)
  return Object.hasOwn(attributes, key)
    ? { ...attributes, [key]: is }
    : Object.fromEntries([...others, [key, is]])
}
