import { Problem } from '../../../actors/problem'
import type { Desk } from '../desk'
import { roleNamed } from '../roles/named'
import { changeProvider, createProvider, removeProvider } from './write'

/** A provider as the command line wants it: by what its button says, and what changes. */
export type ProviderSetting = { provider: string; fields: Readonly<Record<string, string>> }

const idOf = async ({ store }: Pick<Desk, 'store'>, label: string) =>
  (await store.providers.all()).find((one) => one.label === label)?.id

/** Adds a provider, or changes one that is there. Answers its id. Problems: those of either. */
export const setProvider = async (
  desk: Desk,
  { provider: label, fields }: ProviderSetting,
): Promise<string | Problem> => {
  const known = await idOf(desk, label)
  const { role, ...others } = fields
  // One that nobody is called by is refused by that name.
  const named = role ? { role: (await roleNamed(desk, role)) ?? role.slice(0, 24) } : { role }
  const form = { ...others, ...(role === undefined ? {} : named) }
  if (known !== undefined) return changeProvider(desk, known, form)
  return createProvider(desk, { issuer: '', client: '', label, ...form })
}

/** Takes one away by its label. Problems: missing `providerUnknown`. */
export const removeProviderNamed = async (desk: Desk, label: string): Promise<string | Problem> => {
  const id = await idOf(desk, label)
  return id === undefined ? new Problem('missing', 'providerUnknown') : removeProvider(desk, id)
}
