import { z } from 'zod'
import { isDeepEqual } from '../../../actors/equal'
import { holding } from '../../../actors/holds'
import type { Reason } from '../../../actors/problem'
import { isProblem, Problem } from '../../../actors/problem'
import {
  colorIn,
  listedOrigins,
  MAX_ORIGINS,
  originIn,
  positions,
  SITES,
  type Sites,
  sitesIn,
} from '../../../actors/sites'
import type { Desk } from '../desk'
import { read } from '../input/read'

const originsField = holding('words', z.string()).transform((text, check): string[] => {
  const listed = listedOrigins(text)
  const wrong = listed.find((one) => originIn(one) === undefined)
  if (wrong !== undefined) return refuse(check, 'originNotValid', { origin: shown(wrong) })
  if (listed.length > MAX_ORIGINS) return refuse(check, 'originsTooMany', { limit: MAX_ORIGINS })
  return [...new Set(listed.flatMap((one) => originIn(one) ?? []))]
})

const colorField = holding('value', z.string()).transform((text, check): string =>
  text.trim() === '' ? '' : (colorIn(text) ?? refuse(check, 'colorNotValid')),
)

/** What of the sites is changed; what is left out stays. */
export const sitesForm = z.strictObject({
  /** Which state of them the form was made from; a program need not say. */
  version: holding('value', z.string().max(64)).optional(),
  origins: originsField.optional(),
  position: z.enum(positions).optional(),
  color: colorField.optional(),
})

const refuse = (
  check: z.RefinementCtx,
  reason: Reason,
  values: Record<string, string | number> = {},
) => {
  check.addIssue({ code: 'custom', message: reason, params: { reason, values } })
  return z.NEVER
}

const SHOWN_CHARS = 80
const shown = (text: string) => text.slice(0, SHOWN_CHARS).toWellFormed()

/**
 * Changes whose pages may hold the chat, and how it looks there. `versionOf` tells one state of them
 * from another. Problems: invalid (field), conflict `changedMeanwhile`.
 */
export const configureSites = async (
  { store }: Pick<Desk, 'store'>,
  input: unknown,
  versionOf: (sites: Sites) => string,
): Promise<null | Problem> => {
  const form = read(sitesForm, input)
  if (isProblem(form)) return form
  const { version, ...changes } = form
  const stored = await store.accounts.setting(SITES)
  const now = sitesIn(stored)
  if (version !== undefined && version !== versionOf(now))
    return new Problem('conflict', 'changedMeanwhile')
  const given = Object.entries(changes).filter(([, value]) => value !== undefined)
  const next: Sites = { ...now, ...Object.fromEntries(given) }
  if (isDeepEqual(now, next)) return null
  return (await store.accounts.changeSetting(SITES, stored, JSON.stringify(next)))
    ? null
    : new Problem('conflict', 'changedMeanwhile')
}
