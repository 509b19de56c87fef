import { verbs } from '../../actors/conversation/verbs'
import type { Staff } from '../../actors/people'
import { builtInRoles } from '../../actors/people'
import type { OwnRole } from '../../actors/role'
import type { ListAsk, ListRows } from '../../views/office/list/ask'
import type { RightsBeside, RightsLine } from '../../views/office/rights'
import type { WhyAnswer, WhyDetails } from '../../views/office/rights-why'
import { may } from '../policies/may'
import { awaited, type Permission, permissions, permissionsOf } from '../policies/permissions'
import { verbsOf, why, whySees } from '../policies/why'
import type { KnownAccount } from '../store/ports/accounts'
import type { Store } from '../store/store'
import { pageInMemory } from './lists/in-memory'
import { namedRole, rankOf, roleOrder } from './office-people'

/** What there is to be allowed that something asks for. */
export const asked: readonly Permission[] = permissions.filter((one) => !awaited.includes(one))

const rolesOf = (own: readonly OwnRole[]): string[] => [...builtInRoles, ...own.map(({ id }) => id)]

/** Everybody with what they may, as the address asks for them. */
export const readRights = async (
  { accounts, roles }: Store,
  ask: ListAsk,
  limit: number,
): Promise<ListRows<RightsLine>> => {
  const [all, own] = await Promise.all([accounts.all(), roles.all()])
  const may = new Map(rolesOf(own).map((id) => [id, [...permissionsOf(rankOf(id, own))]]))
  const lines = all.map(({ id, name, email, role }) => ({
    ...{ id, name, email, role: namedRole(role, own), permissions: may.get(role) ?? [] },
  }))
  return pageInMemory<RightsLine>(lines, ask, limit, {
    text: ({ name, email }) => `${name} ${email}`,
    by: {
      name: ({ name }) => name,
      role: ({ role }) => roleOrder(role),
    },
    filters: {
      role: ({ role }, typed) => role.id === typed,
      permission: (line, typed) => line.permissions.includes(typed),
    },
  })
}

export const readRightsBeside = async ({ roles }: Store): Promise<RightsBeside> => {
  const own = await roles.all()
  return { roles: rolesOf(own).map((id) => namedRole(id, own)), permissions: asked }
}

/** The id in what was typed: an address of a page, or the id alone. */
const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/

/** Why somebody may do something; `reader` is who asks, who learns of no conversation that they may not see. */
export const readWhy = async (
  store: Store,
  reader: Staff,
  asking: WhyDetails['asked'],
): Promise<WhyDetails> => {
  const [all, own] = await Promise.all([store.accounts.all(), store.roles.all()])
  const people = all.map(({ id, name }) => ({ id, name }))
  const account = all.find(({ id }) => id === asking.person)
  const answer = account && (await answerOf(store, reader, { account, own, asking }))
  return { asked: asking, people, all: asked, ...(answer ? { answer } : {}) }
}

type Asked = { account: KnownAccount; own: readonly OwnRole[]; asking: WhyDetails['asked'] }

const answerOf = async (
  store: Store,
  reader: Staff,
  { account, own, asking }: Asked,
): Promise<WhyAnswer> => {
  const { id, name, role, disabledAt } = account
  const permission = asked.find((one) => one === asking.permission)
  const allows = (of: string) =>
    permission !== undefined && permissionsOf(rankOf(of, own)).has(permission)
  const departments = (await store.agents.find(id))?.departments ?? []
  const person: Staff = { kind: 'staff', id, name, ...rankOf(role, own), departments }
  const inOne = await ruleLines(store, reader, { person, permission, typed: asking.conversation })
  return {
    person: { id, name, role: namedRole(role, own), isDisabled: disabledAt !== null },
    permissions: [...permissionsOf(person)],
    allowing: rolesOf(own)
      .filter(allows)
      .map((of) => namedRole(of, own)),
    ...(inOne === undefined ? {} : { conversation: inOne }),
  }
}

type InOne = { person: Staff; permission: Permission | undefined; typed: string }

/** What the rules of one conversation say; undefined where none was named, null where there is none. */
const ruleLines = async (
  store: Store,
  reader: Staff,
  { person, permission, typed }: InOne,
): Promise<WhyAnswer['conversation']> => {
  if (typed === '') return undefined
  const id = ID.exec(typed)?.[0]
  const row = id && (await store.conversations.row(id))
  if (!row || !may.watch(reader, row)) return null
  const wanted = permission ? verbsOf(permission) : (Object.keys(verbs) as (keyof typeof verbs)[])
  return {
    sees: whySees(person, row),
    rules: wanted.map((verb) => why(person, row, verb)),
  }
}
