import { agentSettings } from '../../actors/agent/settings'
import { builtInRoles, isBuiltIn, type Staff } from '../../actors/people'
import type { OwnRole } from '../../actors/role'
import { type AgentRow, type DepartmentRow, isActive } from '../../actors/summary'
import type { Typed } from '../../actors/typed-settings'
import type { ListAsk, ListRows } from '../../views/office/list/ask'
import type { PersonLine, PersonStatus } from '../../views/office/people'
import type { PersonDetails } from '../../views/office/person'
import type { Choices } from '../../views/office/person-fields'
import type { NamedRole } from '../../views/office/role-paths'
import { allows, type RoleOf } from '../policies/permissions'
import { covers } from '../policies/rank'
import { type KnownAccount, NO_PASSWORD } from '../store/ports/accounts'
import type { Store } from '../store/store'
import { editable, versionOf } from './editable'
import { pageInMemory } from './lists/in-memory'

/** A role as pages name it, and as it is compared. */
export const namedRole = (id: string, own: readonly OwnRole[]): NamedRole => ({
  id,
  name: isBuiltIn(id) ? null : (own.find((role) => role.id === id)?.name ?? null),
})

/** Where a role stands in an order: the built-in ones by what they may, then the others by name. */
export const roleOrder = ({ id, name }: NamedRole): string =>
  name ?? String((builtInRoles as readonly string[]).indexOf(id))

export const rankOf = (id: string, own: readonly OwnRole[]): RoleOf => {
  const grants = own.find((role) => role.id === id)?.permissions
  return { role: id, ...(grants ? { grants } : {}) }
}

type All = {
  accounts: readonly KnownAccount[]
  agents: ReadonlyMap<string, AgentRow>
  departments: readonly DepartmentRow[]
  own: readonly OwnRole[]
  /** Who has a second factor. */
  strong: ReadonlySet<string>
}

/** Everything that is said of people: a desk has few enough to read all of them at once. */
const readAll = async (store: Store): Promise<All> => {
  const [accounts, agents, departments, own, apps, keys] = await Promise.all([
    ...[store.accounts.all(), store.agents.all(), store.departments.all(), store.roles.all()],
    ...[store.factors.accounts(), store.passkeys.accounts()],
  ] as const)
  const strong = new Set([...apps, ...keys])
  return { accounts, agents: new Map(agents.map((row) => [row.id, row])), departments, own, strong }
}

/** Whether somebody has come in yet: who has no password and never did is invited. */
const isInvited = ({ passwordHash, seenAt }: KnownAccount): boolean =>
  passwordHash.startsWith(NO_PASSWORD) && seenAt === null

const statusOf = (account: KnownAccount, agent: AgentRow | undefined): PersonStatus => {
  if (account.disabledAt !== null) return 'disabled'
  return isInvited(account) ? 'invited' : (agent?.status ?? 'off')
}

const lineOf = (account: KnownAccount, all: All): PersonLine => {
  const { agents, departments, own, strong } = all
  const agent = agents.get(account.id)
  const { id, name, email, role, seenAt } = account
  return {
    ...{ id, name, email, seenAt, role: namedRole(role, own) },
    departments: departments
      .filter((one) => agent?.departments.includes(one.id))
      .map((one) => ({ id: one.id, name: one.name })),
    status: statusOf(account, agent),
    // Of who is disabled, too: their setting, and not whether they come in now.
    mayReply: agent?.settings.mayReply ?? false,
    load: agent?.load ?? 0,
    capacity: agent?.settings.capacity ?? agentSettings.initial.capacity,
    secondFactor: strong.has(id),
  }
}

const choicesOf = (person: Staff, { departments, own }: All): Choices => {
  const roles: string[] = [...builtInRoles, ...own.map(({ id }) => id)]
  return {
    departments: departments.filter(isActive).map(({ id, name }) => ({ id, name })),
    roles: roles.map((id) => namedRole(id, own)),
    given: roles.filter((id) => covers(person, rankOf(id, own))),
  }
}

const order = ['ready', 'away', 'off', 'invited', 'disabled'] as const

export type PeopleList = { found: ListRows<PersonLine>; offered: Choices; count: number }

/** Everybody who has an account, as the address asks for them. */
export const readPeople = async (
  store: Store,
  ask: ListAsk,
  limit: number,
): Promise<ListRows<PersonLine>> => {
  const all = await readAll(store)
  return pageInMemory(
    all.accounts.map((one) => lineOf(one, all)),
    ask,
    limit,
    {
      text: ({ name, email }) => `${name} ${email}`,
      by: {
        name: ({ name }) => name,
        role: ({ role }) => roleOrder(role),
        status: ({ status }) => order.indexOf(status),
        load: ({ load }) => load,
        seen: ({ seenAt }) => seenAt ?? 0,
      },
      filters: {
        role: ({ role }, typed) => role.id === typed,
        department: ({ departments }, typed) => departments.some(({ id }) => id === typed),
        status: ({ status }, typed) => status === typed,
      },
    },
  )
}

/** What its page offers beside the rows. */
export const readPeopleChoices = async (store: Store, person: Staff) => {
  const all = await readAll(store)
  const mayInvite = allows(person, 'accounts.manage')
  return { offered: choicesOf(person, all), mayInvite, count: all.accounts.length }
}

/** What a form changes of somebody, as it would be typed; departments by their ids, with commas. */
const valuesOf = ({ name, email, role }: KnownAccount, agent: AgentRow | undefined): Typed => ({
  ...{ name, email, role },
  departments: [...(agent?.departments ?? [])].toSorted().join(','),
  ...editable(agentSettings.fields, agent?.settings ?? agentSettings.initial).values,
})

/** Of the values that a form changes of somebody; undefined when they are gone. */
export const personVersion = async (store: Store, id: string): Promise<string | undefined> => {
  const account = (await store.accounts.all()).find((one) => one.id === id)
  return account && versionOf(valuesOf(account, await store.agents.find(id)))
}

/** One colleague, as somebody may see and change them; undefined when they are gone. */
export const readPerson = async (
  store: Store,
  person: Staff,
  id: string,
): Promise<Omit<PersonDetails, 'sessions'> | undefined> => {
  const all = await readAll(store)
  const account = all.accounts.find((one) => one.id === id)
  if (!account) return undefined
  const agent = all.agents.get(id)
  const values = valuesOf(account, agent)
  const settings = editable(agentSettings.fields, agent?.settings ?? agentSettings.initial)
  return {
    ...lineOf(account, all),
    form: { ...settings, values, version: versionOf(values) },
    offered: choicesOf(person, all),
    mayManage: allows(person, 'accounts.manage'),
    isAbove: !covers(person, rankOf(account.role, all.own)),
    isSelf: id === person.id,
    hasStates: agent !== undefined,
  }
}
