import { builtInRoles, type Staff } from '../../actors/people'
import type { Provider } from '../../actors/provider'
import type { OwnRole } from '../../actors/role'
import type { ListAsk, ListRows } from '../../views/office/list/ask'
import type { ProviderDetails, ProviderLine } from '../../views/office/providers/paths'
import type { NamedRole } from '../../views/office/role-paths'
import { covers } from '../policies/rank'
import type { Store } from '../store/store'
import { pageInMemory } from './lists/in-memory'
import { namedRole, rankOf } from './office-people'

const lineOf = (provider: Provider, own: readonly OwnRole[]): ProviderLine => {
  const { id, label, issuer, clientId, domains, role, countsAsSecond } = provider
  return {
    ...{ id, label, issuer, client: clientId, domains },
    role: role === '' ? null : namedRole(role, own),
    counts: countsAsSecond ? 'yes' : 'no',
  }
}

/** Every service that people sign in by, as the address asks for them. */
export const readProviders = async (
  { providers, roles }: Store,
  ask: ListAsk,
  limit: number,
): Promise<ListRows<ProviderLine>> => {
  const [all, own] = await Promise.all([providers.all(), roles.all()])
  return pageInMemory(
    all.map((one) => lineOf(one, own)),
    ask,
    limit,
    {
      text: ({ label, issuer }) => `${label} ${issuer}`,
      by: { label: ({ label }) => label, issuer: ({ issuer }) => issuer },
    },
  )
}

/** Roles that somebody may have new people given. */
export const givenRoles = async ({ roles }: Store, person: Staff): Promise<NamedRole[]> => {
  const own = await roles.all()
  const ids: string[] = [...builtInRoles, ...own.map(({ id }) => id)]
  return ids.filter((id) => covers(person, rankOf(id, own))).map((id) => namedRole(id, own))
}

/** One service, with where it leads back to. */
export const readProvider = async (
  store: Store,
  person: Staff,
  id: string,
): Promise<Omit<ProviderDetails, 'back'> | undefined> => {
  const [provider, own] = await Promise.all([store.providers.find(id), store.roles.all()])
  if (!provider) return undefined
  const given = await givenRoles(store, person)
  return { ...lineOf(provider, own), version: provider.version, given }
}

/** Services that somebody came in by, by what they are called. */
export const readLinks = async (
  { providers }: Store,
  account: string,
): Promise<{ id: string; label: string }[]> => {
  const [links, all] = await Promise.all([providers.linksOf(account), providers.all()])
  return all
    .filter(({ id }) => links.some(({ provider }) => provider === id))
    .map(({ id, label }) => ({ id, label }))
}
