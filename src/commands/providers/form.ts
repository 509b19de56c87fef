import { z } from 'zod'
import { holding } from '../../../actors/holds'
import { providerLimits } from '../../../actors/provider'
import { roleId } from '../accounts/change'
import { isThere, nameUpTo } from '../input'

const label = nameUpTo(providerLimits.label).superRefine(isThere)
const issuer = holding('words', z.string().max(providerLimits.issuer)).transform((text) =>
  text.trim(),
)
const clientId = holding('words', z.string().max(providerLimits.clientId)).transform((text) =>
  text.trim(),
)
/** Left empty, the one that is there stays. */
const clientSecret = holding('secret', z.string().max(providerLimits.clientSecret))
const domains = holding('words', z.string().max(6000))
const yesNo = z.enum(['yes', 'no'])

export const providerForm = z.strictObject({
  ...{ label, issuer, client: clientId, client_secret: clientSecret.optional() },
  ...{ domains: domains.optional(), role: roleId.optional(), counts: yesNo.optional() },
})

/** What changes one; what is left out stays. `version` is that of what was looked at. */
export const providerChange = providerForm.partial().extend({
  version: holding('value', z.string().max(64)).optional(),
})
export type ProviderChange = z.output<typeof providerChange>

/** Domains of mail as they are compared; `wrong` is the first that is none. */
export const domainsIn = (text: string): { domains: string[]; wrong?: string } => {
  const listed = text
    .split(/[\s,;，；、]+/)
    .filter(Boolean)
    .map((one) => one.replace(/^@/, '').toLowerCase())
  const wrong = listed.find((one) => !/^[a-z0-9.-]{1,253}\.[a-z0-9-]{2,63}$/.test(one))
  return { domains: [...new Set(listed)], ...(wrong === undefined ? {} : { wrong }) }
}
