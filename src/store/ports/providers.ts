import type { AuditRow } from '../../../actors/audit'
import type { Provider } from '../../../actors/provider'

/** That somebody is whom a provider calls so; `subject` is a hash. */
export type ProviderLink = { provider: string; subject: string; account: string; createdAt: number }

/**
 * Services that say who somebody is. What the audit is `told` of a write is written with it, or neither is.
 */
export interface Providers {
  /** By label. */
  all(): Promise<Provider[]>
  find(id: string): Promise<Provider | undefined>
  create(provider: Provider, told?: AuditRow): Promise<void>
  /**
   * Writes it anew while it is still of the `version` that was looked at. Of another issuer nobody is known whom
   * the one before meant: `forgets` them.
   */
  change(
    provider: Provider,
    before: { version: string; forgets: boolean },
    told?: AuditRow,
  ): Promise<'done' | 'changed'>
  /** Takes it away with whom it knows; sessions that were begun by it end. */
  remove(id: string, told?: AuditRow): Promise<void>
  /** Whom it calls so. */
  link(provider: string, subject: string): Promise<ProviderLink | undefined>
  linksOf(account: string): Promise<ProviderLink[]>
  /** `taken`: it calls somebody else so, or them otherwise. */
  addLink(link: ProviderLink, told?: AuditRow): Promise<'done' | 'taken'>
  removeLink(account: string, provider: string, told?: AuditRow): Promise<void>
}
