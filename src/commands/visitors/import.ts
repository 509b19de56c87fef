import { addressOf } from '../../../actors/address'
import type { Staff } from '../../../actors/people'
import { isProblem } from '../../../actors/problem'
import { codePoints } from '../../../actors/text/visible'
import {
  attributeValue,
  type Profile,
  type ProfileChange,
  profileLimits,
} from '../../../actors/visitor/profile'
import { emailKey } from '../accounts/email-key'
import { auditRow } from '../audit'
import { contextOf } from '../conversations/access'
import type { Desk } from '../desk'
import { read } from '../input/read'
import { changesIn, visitorForm } from './describe'

/** Rows of one table, and addresses that are looked for at once. */
export const IMPORT_ROWS = 20_000
const AT_ONCE = 200
/** Wrong rows that are named. */
const NAMED = 20

export type VisitorRecord = Readonly<Record<string, string>>

/** A row that is wrong, 1 for the first below the head, and the column at fault. */
export type WrongRow = { row: number; field: string }

/** How many are made, changed, and so already; with wrong rows nothing is. */
export type VisitorsImported = {
  made: number
  changed: number
  same: number
  wrong: readonly WrongRow[]
  wrongCount: number
}

const fields = ['name', 'email', 'phone', 'company', 'tags'] as const

type Ready = { email: string; changes: ProfileChange; attributes: readonly [string, string][] }

/**
 * Takes over visitors from a table, each found again by their address: the same table a second time
 * changes nothing. What a row leaves empty stays. All rows are looked at before one is written; with
 * `dry` none is.
 */
export const importVisitors = async (
  desk: Desk,
  person: Staff | null,
  records: readonly VisitorRecord[],
  { dry }: { dry: boolean },
): Promise<VisitorsImported> => {
  const { ready, wrong } = readyOf(records)
  const count = { made: 0, changed: 0, same: 0 }
  if (wrong.length > 0) return { ...count, wrong: wrong.slice(0, NAMED), wrongCount: wrong.length }
  for (let from = 0; from < ready.length; from += AT_ONCE) {
    const some = ready.slice(from, from + AT_ONCE)
    const known = await knownBy(desk, some)
    for (const row of some) count[await takeOver(desk, person, row, known, dry)] += 1
  }
  if (!dry && person) {
    const told = auditRow(desk, person, 'imported', 'list:visitors', { ...count })
    await desk.store.audit.add(told)
  }
  return { ...count, wrong: [], wrongCount: 0 }
}

const keyOf = (email: string): string => emailKey(email) ?? email

const readyOf = (records: readonly VisitorRecord[]) => {
  const [ready, wrong, seen]: [Ready[], WrongRow[], Set<string>] = [[], [], new Set()]
  for (const [nth, record] of records.entries()) {
    const one = rowOf(record)
    const field = 'field' in one ? one.field : seen.has(keyOf(one.email)) ? 'email' : undefined
    if (field !== undefined) wrong.push({ row: nth + 1, field })
    else if (!('field' in one)) {
      seen.add(keyOf(one.email))
      ready.push(one)
    }
  }
  return { ready, wrong }
}

const rowOf = (record: VisitorRecord): Ready | { field: string } => {
  const cells = Object.entries(record).map(([key, cell]) => [key.trim(), cell.trim()] as const)
  const isField = (key: string) => fields.some((field) => field === key.toLowerCase())
  const own = cells.filter(([key, cell]) => isField(key) && cell !== '')
  const form = read(visitorForm, Object.fromEntries(own.map(([k, c]) => [k.toLowerCase(), c])))
  if (isProblem(form)) return { field: form.field || String(form.values.field ?? '') }
  if (!form.email) return { field: 'email' }
  const changes = changesIn(form)
  if (isProblem(changes)) return { field: changes.field ?? '' }
  const attributes = cells.filter(([key, cell]) => !isField(key) && key !== '' && cell !== '')
  const wide = attributes.find(
    ([key, cell]) =>
      codePoints(key) > profileLimits.key ||
      codePoints(cell) > profileLimits.value ||
      attributeValue('text', cell) === null,
  )
  if (wide) return { field: wide[0] }
  if (attributes.length > profileLimits.attributes)
    return { field: attributes[profileLimits.attributes]?.[0] ?? '' }
  return { email: form.email, changes, attributes: attributes.map(([key, cell]) => [key, cell]) }
}

/** Who is here already, by the key of their address: of several the first. */
const knownBy = async ({ store }: Desk, rows: readonly Ready[]): Promise<Map<string, string>> => {
  const emails = rows.flatMap(({ email }) => [email, email.toLowerCase(), keyOf(email)])
  const found = await store.visitors.byEmails([...new Set(emails)])
  const themselves = found.filter(({ mergedInto }) => mergedInto === null)
  return new Map(themselves.reverse().map(({ id, email }) => [keyOf(email), id]))
}

const takeOver = async (
  desk: Desk,
  person: Staff | null,
  row: Ready,
  known: ReadonlyMap<string, string>,
  dry: boolean,
): Promise<'made' | 'changed' | 'same'> => {
  const id = known.get(keyOf(row.email))
  const before = id === undefined ? undefined : await contextOf(desk, 'visitor', id)
  const changes = before ? unlike(before, row) : changesOf(row)
  if (changes.length === 0) return 'same'
  if (!dry) await describe(desk, person, id ?? desk.clock.id(), changes)
  return id === undefined ? 'made' : 'changed'
}

const attributeChange = ([key, value]: readonly [string, string]): ProfileChange => ({
  attribute: { key, is: { type: 'text', value } },
})

const changesOf = ({ changes, attributes }: Ready): ProfileChange[] => [
  changes,
  ...attributes.map(attributeChange),
]

type Before = Partial<{ name: string; email: string; profile: Profile }>

/** What of a row is not so already. */
const unlike = (before: Before, { changes, attributes }: Ready): ProfileChange[] => {
  const { name, email: _, ...rest } = changes
  const profile: Readonly<Record<string, unknown>> = before.profile ?? {}
  const differing = Object.entries(rest).filter(
    ([key, value]) => String(profile[key] ?? '') !== String(value),
  )
  const own = {
    ...Object.fromEntries(differing),
    ...(name !== undefined && name !== before.name ? { name } : {}),
  }
  const others = attributes.filter(
    ([key, value]) => before.profile?.attributes[key]?.value !== value,
  )
  return [...(Object.keys(own).length > 0 ? [own] : []), ...others.map(attributeChange)]
}

/** Who is imported from the command line is written down by the desk itself. */
const describe = async (
  desk: Desk,
  person: Staff | null,
  id: string,
  changes: readonly ProfileChange[],
): Promise<void> => {
  const by = { at: desk.clock.now(), agent: person?.id ?? 'desk', agentName: person?.name ?? '' }
  for (const each of changes)
    await desk.system.send(addressOf('visitor', id), { type: 'described', ...by, changes: each })
}
