import { builtInRoles, isBuiltIn, type Staff } from '../../actors/people'
import type { OwnRole } from '../../actors/role'
import type { ListAsk, ListRows } from '../../views/office/list/ask'
import type { RoleDetails, RoleLine } from '../../views/office/role-details'
import type { RolesBeside } from '../../views/office/roles'
import { canGrant, permissions, permissionsOf } from '../policies/permissions'
import { covers } from '../policies/rank'
import type { KnownAccount } from '../store/ports/accounts'
import type { Store } from '../store/store'
import { pageInMemory } from './lists/in-memory'
import { namedRole, rankOf } from './office-people'
import { asked } from './office-rights'

type All = {
  own: readonly OwnRole[]
  accounts: readonly KnownAccount[]
  forced: readonly string[]
}

const readAll = async ({ roles, accounts, factors }: Store): Promise<All> => {
  const [own, all, forced] = await Promise.all([roles.all(), accounts.all(), factors.forced()])
  return { own, accounts: all, forced }
}

const idsOf = ({ own }: All): string[] => [...builtInRoles, ...own.map(({ id }) => id)]

const lineOf = (id: string, { own, accounts, forced }: All): RoleLine => ({
  ...namedRole(id, own),
  isBuiltIn: isBuiltIn(id),
  people: accounts.filter(({ role }) => role === id).length,
  permissions: [...permissionsOf(rankOf(id, own))].filter((one) => asked.includes(one)),
  of: asked.length,
  secondFactor: forced.includes(id) ? 'required' : 'optional',
})

/** Every role, as the address asks for them. */
export const readRoles = async (
  store: Store,
  ask: ListAsk,
  limit: number,
): Promise<ListRows<RoleLine>> => {
  const all = await readAll(store)
  const lines = idsOf(all).map((id) => lineOf(id, all))
  const place = new Map(lines.map(({ id }, nth) => [id, nth]))
  return pageInMemory(lines, ask, limit, {
    text: ({ id, name }) => `${name ?? id}`,
    by: {
      name: ({ id, name }) => name ?? id,
      // The built-in ones by what they may, then the others by name.
      kind: ({ id }) => place.get(id) ?? 0,
      people: ({ people }) => people,
      allows: (line) => line.permissions.length,
    },
  })
}

/** What its page offers beside the rows. */
export const readRolesBeside = async (store: Store, person: Staff): Promise<RolesBeside> => {
  const all = await readAll(store)
  const given = idsOf(all).filter((id) => {
    const { role, grants } = rankOf(id, all.own)
    // A role is made without what only owners have.
    const like = [...permissionsOf({ role, ...(grants ? { grants } : {}) })].filter(canGrant)
    return covers(person, { role: '', grants: like })
  })
  return { from: given.map((id) => namedRole(id, all.own)) }
}

/** One role, for who may look at it; undefined where there is none. */
export const readRole = async (
  store: Store,
  person: Staff,
  id: string,
): Promise<RoleDetails | undefined> => {
  const all = await readAll(store)
  const own = all.own.find((role) => role.id === id)
  if (!own && !isBuiltIn(id)) return undefined
  return {
    ...lineOf(id, all),
    version: own?.version ?? '',
    all: permissions.filter(canGrant),
    yours: [...permissionsOf(person)],
    isAbove: !covers(person, rankOf(id, all.own)),
    who: all.accounts.filter(({ role }) => role === id).map(({ id, name }) => ({ id, name })),
  }
}
