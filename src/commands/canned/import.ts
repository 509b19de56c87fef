import type { z } from 'zod'
import { type CannedReply, DESK } from '../../../actors/canned/reply'
import { folded } from '../../../actors/canned/search'
import { isProblem, Problem } from '../../../actors/problem'
import { emailKey } from '../accounts/email-key'
import { activeNamed } from '../departments/named'
import type { Desk } from '../desk'
import { read } from '../input/read'
import { cannedForm, contentOf } from './form'

/** What another program, or a table, tells of one: departments by name, whose own it is by e-mail. */
export type CannedRecord = Record<string, unknown>

/** How many were made, and how many of those there were are other than before. */
export type Imported = { made: number; changed: number }

type Ready = { reply: Omit<CannedReply, 'id' | 'uses' | 'version'>; key: string }

const ownerOf = async (desk: Desk, email: string) =>
  desk.store.accounts.byEmailKey(emailKey(email) ?? email)

/** The department's names, as they stand in one field. */
const namesIn = (typed: unknown): string[] =>
  (Array.isArray(typed) ? typed.map(String) : String(typed ?? '').split(','))
    .map((name) => name.trim())
    .filter(Boolean)

const ready = async (desk: Desk, record: CannedRecord): Promise<Ready | string> => {
  const { owner = '', departments: named, ...rest } = record
  const departments: string[] = []
  for (const name of namesIn(named)) {
    const department = await activeNamed(desk, name)
    if (isProblem(department)) return 'departments'
    departments.push(department.id)
  }
  const given = Object.entries(rest).filter(([, value]) => value !== '')
  const form: z.output<typeof cannedForm> | Problem = read(cannedForm, {
    scope: 'all',
    ...Object.fromEntries(given),
    departments,
  })
  if (isProblem(form)) return form.field || String(form.values.field ?? '')
  const content = contentOf(form)
  if (content.scope === 'department' && departments.length === 0) return 'departments'
  const account = content.scope === 'mine' ? await ownerOf(desk, String(owner)) : undefined
  if (content.scope === 'mine' && !account) return 'owner'
  return { reply: { ...content, holder: account?.id ?? DESK }, key: folded(content.code) }
}

/**
 * Takes over replies that were written elsewhere: all are looked at before one is written. What has
 * the code of one that its holder has already takes its place.
 * Problems: invalid `rowNotValid` (which, and the field at fault).
 */
export const importCanned = async (
  desk: Desk,
  records: readonly CannedRecord[],
): Promise<Imported | Problem> => {
  const all: Ready[] = []
  for (const [at, record] of records.entries()) {
    const one = await ready(desk, record)
    if (typeof one === 'string')
      return new Problem('invalid', 'rowNotValid', { values: { row: at + 1, field: one } })
    all.push(one)
  }
  const { canned } = desk.store
  const known = new Map((await canned.all()).map((one) => [keyOf(one), one]))
  const count = { made: 0, changed: 0 }
  for (const { reply, key } of all) {
    const before = known.get(keyOf(reply))
    const next = { ...reply, id: before?.id ?? desk.clock.id(), uses: before?.uses ?? 0 }
    const written = { ...next, version: desk.clock.id() }
    if (before) await canned.change(written, key, before.version)
    else await canned.create(written, key)
    known.set(keyOf(reply), written)
    count[before ? 'changed' : 'made'] += 1
  }
  return count
}

const keyOf = ({ holder, code }: Pick<CannedReply, 'holder' | 'code'>) =>
  `${holder} ${folded(code)}`
