import { isProblem, Problem, type Reason } from '../../../actors/problem'
import type { Provider } from '../../../actors/provider'
import type { Account } from '../../store/ports/accounts'
import { emailKey } from '../accounts/email-key'
import { accountByEmail } from '../accounts/find'
import { hireAgent } from '../agents/hire'
import { auditRow } from '../audit'
import { defaultDepartment } from '../departments/default'
import type { Desk, From } from '../desk'
import { type CameIn, comeIn } from '../sessions/come-in'
import { tellNotIn } from '../sessions/told'
import { hashToken } from '../tokens'
import { type Claims, claimsBy } from './ask'
import { errandOf, providerOf } from './begin'

/** How somebody came back from a provider. */
export type Back = { provider: string; errand: string; search: string }

/**
 * Lets somebody in whom a provider means, and says where they wanted to go. Whom it meant once is known by what
 * it calls them; else by their address, if it has looked whether it is theirs; and who has no account is given
 * one, where the provider makes people something.
 * Problems: missing, conflict `errandOver` | `providerAway` | `providerLies` | `providerDenied` |
 * `providerUnverified` | `providerDomain` | `providerOther` | `providerNobody`, those of an account.
 */
export const signInByProvider = async (
  desk: Desk,
  back: Back,
  from: From,
): Promise<{ came: CameIn; next: string | undefined } | Problem> => {
  const provider = await providerOf(desk, back.provider)
  if (isProblem(provider)) return provider
  const errand = await errandOf(desk, back.errand, provider.id)
  if (isProblem(errand)) return errand
  const claims = await claimsBy(desk, provider, errand, back.search)
  if (isProblem(claims)) return claims
  const account = await accountFor(desk, provider, claims)
  if (isProblem(account)) return notIn(desk, provider, account, from)
  if (account.disabledAt !== null)
    return notIn(desk, provider, refuse('providerNobody', provider), from, account)
  const way = { door: `provider:${provider.id}`, isStrong: provider.countsAsSecond } as const
  const came = await comeIn(desk, account, way, from)
  return isProblem(came) ? came : { came, next: errand.next }
}

const notIn = async (
  desk: Desk,
  { label }: Provider,
  problem: Problem,
  from: From,
  account?: Account,
): Promise<Problem> => {
  await tellNotIn(desk, account, account ? 'disabled' : 'provider', from, label)
  return problem
}

const refuse = (reason: Reason, { label }: Provider) =>
  new Problem('conflict', reason, { values: { provider: label } })

const accountFor = async (
  desk: Desk,
  provider: Provider,
  claims: Claims,
): Promise<Account | Problem> => {
  const { accounts, providers } = desk.store
  const key = emailKey(claims.email)
  if (!key || !claims.isVerified) return refuse('providerUnverified', provider)
  const isOfDomain = provider.domains.includes(key.slice(key.lastIndexOf('@') + 1))
  if (provider.domains.length > 0 && !isOfDomain) return refuse('providerDomain', provider)
  const subject = hashToken(`${provider.issuer} ${claims.subject}`)
  const link = await providers.link(provider.id, subject)
  const linked = link && (await accounts.byId(link.account))
  if (linked) return linked
  const account =
    (await accountByEmail(desk, claims.email)) ?? (await newAccount(desk, provider, claims))
  if (isProblem(account)) return account
  const { id, name } = account
  const told = auditRow(desk, { id, name }, 'providerLinked', `account:${id}`, {
    value: provider.label,
  })
  const own = { provider: provider.id, subject, account: id, createdAt: desk.clock.now() }
  if ((await providers.addLink(own, told)) === 'done') return account
  // Two at once; else it calls somebody else by this address than it did, and that may be another person.
  const now = await providers.link(provider.id, subject)
  return now?.account === id ? account : refuse('providerOther', provider)
}

const newAccount = async (
  desk: Desk,
  provider: Provider,
  { email, name }: Claims,
): Promise<Account | Problem> => {
  if (provider.role === '') return refuse('providerNobody', provider)
  const department = await defaultDepartment(desk, 'agent')
  const called = name.trim() || email.slice(0, email.lastIndexOf('@'))
  const id = await hireAgent(
    desk,
    { email, name: [...called].slice(0, 60).join('') },
    { departments: department ? [department.id] : [] },
    provider.role,
    (account) =>
      auditRow(desk, account, 'accountMade', `account:${account.id}`, {
        ...{ value: account.name, 'is.role': provider.role, provider: provider.label },
      }),
  )
  if (isProblem(id))
    // Two at once: the other one made it.
    return id.reason === 'emailTaken' ? ((await accountByEmail(desk, email)) ?? id) : id
  return (await desk.store.accounts.byId(id)) ?? refuse('providerNobody', provider)
}
