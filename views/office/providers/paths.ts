import keyRound from 'lucide-static/icons/key-round.svg' with { type: 'text' }
import { drawn } from '../../parts/icon'
import { paths } from '../../paths'
import { providers } from '../../words/providers'
import type { MenuEntry } from '../context'
import type { NamedRole } from '../role-paths'

/** Where they are, and one of them, and what is done to it. */
export const providerPaths = {
  list: paths.office.of('providers'),
  page: (id: string) => paths.office.of('providers', id),
  revision: (id: string) => paths.office.of('providers', id, 'revision'),
  removal: (id: string) => paths.office.of('providers', id, 'removal'),
} as const

export const providersInMenu = {
  path: providerPaths.list,
  icon: drawn(keyRound),
  words: providers,
} satisfies MenuEntry

/** A service in the list. */
export type ProviderLine = {
  id: string
  label: string
  issuer: string
  client: string
  domains: readonly string[]
  /** What new people become; null where there are none. */
  role: NamedRole | null
  counts: 'yes' | 'no'
}

export type ProviderDetails = ProviderLine & {
  version: string
  /** Where the service leads back to. */
  back: string
  /** Roles that who looks may give. */
  given: readonly NamedRole[]
}
