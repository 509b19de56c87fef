import { isProblem, Problem } from '../../../actors/problem'
import { type Provider, providerLimits } from '../../../actors/provider'
import { refreshPagesOf } from '../accounts/account-ref'
import { auditRow, commandLine } from '../audit'
import type { Desk } from '../desk'
import { differences } from '../differences'
import { read } from '../input/read'
import { type By, roleOf, whyNotGiven } from '../roles/of'
import { seal } from '../sealed'
import { secretOf } from './ask'
import { domainsIn, type ProviderChange, providerChange, providerForm } from './form'
import { isProviderAddress } from './reach'

const noProvider = (id: string): Provider => ({
  ...{ id, label: '', issuer: '', clientId: '', clientSecret: '', domains: [], role: '' },
  ...{ countsAsSecond: false, version: '' },
})

/** What differs is told with all but its secret. */
const valuesOf = ({ label, issuer, clientId, domains, role, countsAsSecond }: Provider) => ({
  ...{ label, issuer, client: clientId, domains: domains.join(', '), role },
  counts: countsAsSecond ? 'yes' : 'no',
})

const changed = (
  desk: Desk,
  before: Provider,
  form: Omit<ProviderChange, 'version'>,
): Provider | Problem => {
  const { label, issuer, client, client_secret, domains: typed, role, counts } = form
  if (issuer !== undefined && !isProviderAddress(desk, issuer))
    return new Problem('invalid', desk.providersInside ? 'issuerNotValid' : 'issuerNotHttps', {
      field: 'issuer',
    })
  const { domains, wrong } = domainsIn(typed ?? before.domains.join(' '))
  if (wrong !== undefined || domains.length > providerLimits.domains)
    return new Problem('invalid', 'domainNotValid', {
      field: 'domains',
      values: { domain: (wrong ?? domains.at(-1) ?? '').slice(0, 80) },
    })
  if (client === '') return new Problem('invalid', 'clientIdMissing', { field: 'client' })
  return {
    ...{ id: before.id, version: desk.clock.id(), domains },
    label: label ?? before.label,
    issuer: issuer ?? before.issuer,
    clientId: client ?? before.clientId,
    clientSecret: client_secret
      ? seal(desk.secret, secretOf(before.id), client_secret)
      : before.clientSecret,
    role: role ?? before.role,
    countsAsSecond: counts === undefined ? before.countsAsSecond : counts === 'yes',
  }
}

/** Problems: invalid `roleUnknown` | `domainsMissing`, forbidden `mayMoreThanYou`. */
const whyNot = async (desk: Desk, { role, domains }: Provider, by: By): Promise<Problem | null> => {
  if (role === '') return null
  // Else whoever has an account there at all would have one here.
  if (domains.length === 0) return new Problem('invalid', 'domainsMissing', { field: 'domains' })
  return whyNotGiven(by, await roleOf(desk, role))
}

/**
 * Adds a service that people can sign in by. Answers its id.
 * Problems: invalid (field) | `issuerNotValid` | `issuerNotHttps` | `domainNotValid` | `domainsMissing` |
 * `clientIdMissing` | `roleUnknown`, forbidden `mayMoreThanYou`, conflict `tooManyProviders`.
 */
export const createProvider = async (
  desk: Desk,
  input: unknown,
  by: By = null,
): Promise<string | Problem> => {
  const form = read(providerForm, input)
  if (isProblem(form)) return form
  const provider = changed(desk, noProvider(desk.clock.id()), form)
  if (isProblem(provider)) return provider
  const refused = await whyNot(desk, provider, by)
  if (refused) return refused
  if ((await desk.store.providers.all()).length >= providerLimits.most)
    return new Problem('conflict', 'tooManyProviders', { values: { limit: providerLimits.most } })
  const { id, label } = provider
  const detail = { value: label, ...differences(undefined, valuesOf(provider)) }
  const told = auditRow(desk, by ?? commandLine, 'created', `provider:${id}`, detail)
  await desk.store.providers.create(provider, told)
  return id
}

/**
 * Changes one; what is left out stays. Answers its id.
 * Problems: those of `createProvider`, missing, conflict `changedMeanwhile`.
 */
export const changeProvider = async (
  desk: Desk,
  id: string,
  input: unknown,
  by: By = null,
): Promise<string | Problem> => {
  const sent = read(providerChange, input)
  if (isProblem(sent)) return sent
  const { version, ...form } = sent
  const before = await desk.store.providers.find(id)
  if (!before) return new Problem('missing', 'missing')
  if (version !== undefined && version !== before.version)
    return new Problem('conflict', 'changedMeanwhile')
  const after = changed(desk, before, form)
  if (isProblem(after)) return after
  const refused = await whyNot(desk, after, by)
  if (refused) return refused
  const isSecretNew = after.clientSecret !== before.clientSecret
  const differing = differences(valuesOf(before), valuesOf(after))
  if (!differing && !isSecretNew) return id
  const detail = { value: after.label, ...differing }
  const told = auditRow(desk, by ?? commandLine, 'changed', `provider:${id}`, detail)
  const was = { version: before.version, forgets: after.issuer !== before.issuer }
  const wrote = await desk.store.providers.change(after, was, told)
  return wrote === 'changed' ? new Problem('conflict', 'changedMeanwhile') : id
}

/** Takes one away; who came in by it is out, and known by it no more. Problems: missing. */
export const removeProvider = async (
  desk: Desk,
  id: string,
  by: By = null,
): Promise<string | Problem> => {
  const provider = await desk.store.providers.find(id)
  if (!provider) return new Problem('missing', 'missing')
  const detail = { value: provider.label }
  const told = auditRow(desk, by ?? commandLine, 'removed', `provider:${id}`, detail)
  await desk.store.providers.remove(id, told)
  for (const one of await desk.store.accounts.all()) refreshPagesOf(desk, one.id)
  return id
}
