import { folded } from '../../../actors/canned/search'
import type { LineOf } from '../../../actors/moving/line'
import { isProblem } from '../../../actors/problem'
import { canGrant, type Permission } from '../../policies/permissions'
import { createAccount } from '../accounts/create'
import { disableAccount } from '../accounts/disable'
import { emailKey } from '../accounts/email-key'
import { seatAgent } from '../agents/seat'
import { choosable } from '../departments/choosable'
import { defaultDepartment } from '../departments/default'
import type { Desk } from '../desk'
import { repliesBy, roleOf } from '../roles/of'
import { whyOf } from './departments'
import type { Numbered, Outcome } from './moved'
import { idFor, originsOf } from './refs'
import type { Taking } from './taking'

type PersonLine = LineOf<'person'>

const ROLE_ID_CHARS = 20

/** A role of the desk's own: the one of that name, where there is one. */
export const takeRole = async (
  { store, desk }: Taking,
  { line }: Numbered<LineOf<'role'>>,
): Promise<Outcome> => {
  const same = (await store.roles.all()).find(({ name }) => folded(name) === folded(line.name))
  const id = same?.id ?? idFor(line.source, 'role', line.source_id).slice(-ROLE_ID_CHARS)
  const known = same ? { was: 'known' as const } : {}
  if (!desk) return { id, ...known }
  if (!same) {
    const permissions = line.permissions.filter((one) => canGrant(one as Permission))
    const role = { id, name: line.name, permissions, version: desk.clock.id() }
    if ((await store.roles.create(role, folded(line.name))) === 'taken') return { why: 'notTaken' }
  }
  await store.origins.bringIn({ turns: [], files: [], origins: originsOf(line, id) })
  return { id, ...known }
}

/**
 * Somebody with an account: the one with that address, where there is one. They have no password until
 * they set one of their own.
 */
export const takePerson = async (
  taking: Taking,
  { line }: Numbered<PersonLine>,
): Promise<Outcome> => {
  const { store, desk } = taking
  const key = emailKey(line.email)
  if (!key) return { why: { reason: 'emailNotValid', values: {} }, field: 'email' }
  const same = await store.accounts.byEmailKey(key)
  const id = same?.id ?? idFor(line.source, 'person', line.source_id)
  const known = same ? { was: 'known' as const } : {}
  if (!same && !(await hasRole(taking, line))) return roleMissing
  if (!desk) return { id, ...known }
  const wrong = same ? undefined : await hired(taking, desk, line, id)
  if (wrong) return wrong
  await store.origins.bringIn({ turns: [], files: [], origins: originsOf(line, id) })
  return { id, ...known }
}

const roleMissing: Outcome = { why: { reason: 'roleUnknown', values: {} }, field: 'role' }

/** Whether there is their role, or would be by now. */
const hasRole = async ({ store, refs }: Taking, { source, role }: PersonLine): Promise<boolean> =>
  (await refs.one(source, 'role', role)) !== undefined ||
  (await roleOf({ store }, role)) !== undefined

/** Gives them an account without a password, and their place. Answers why not, if not. */
const hired = async (
  { refs }: Taking,
  desk: Desk,
  line: PersonLine,
  id: string,
): Promise<Outcome | undefined> => {
  const own = await refs.one(line.source, 'role', line.role)
  const role = await roleOf(desk, own ?? line.role)
  if (!role) return roleMissing
  const departments = await departmentsOf(desk, refs, line)
  const { email, name } = line
  const account = await createAccount(desk, { email, name }, role.role, { id })
  if (isProblem(account)) return whyOf(account)
  const place = { ...line.settings, name, departments }
  const seated = await seatAgent(desk, id, place, repliesBy(role))
  if (seated) {
    await desk.store.accounts.remove(id)
    return whyOf(seated)
  }
  if (line.disabled) await disableAccount(desk, { id })
  return undefined
}

/** Those that can be chosen; of none the one that everybody begins with. */
const departmentsOf = async (
  desk: Desk,
  refs: Taking['refs'],
  line: PersonLine,
): Promise<string[]> => {
  const found = await refs.look(line.source, 'department', line.departments)
  const ids: string[] = []
  for (const id of new Set(found.values())) if (await choosable(desk, id)) ids.push(id)
  if (ids.length > 0) return ids
  const usual = await defaultDepartment(desk, 'agent')
  return usual ? [usual.id] : []
}
