import { z } from 'zod'
import { type Block, blockScopes } from '../../../actors/block'
import { readDuration } from '../../../actors/durations'
import { holding } from '../../../actors/holds'
import type { Staff } from '../../../actors/people'
import { isProblem, Problem } from '../../../actors/problem'
import { may } from '../../policies/may'
import { isCutAddress, networkAround, networkIn } from '../../policies/networks'
import { contextOf, findToAct } from '../conversations/access'
import type { Command } from '../conversations/beside/deed'
import type { Desk } from '../desk'
import { clientId, commentText } from '../input'
import { read } from '../input/read'
import { keepOut } from './keep-out'

/** The longest a block lasts that has an end, ms: ten years. */
const LONGEST_MS = 10 * 365 * 86_400_000

/** How long, as `90s`, `10m`, `2h` or `3d`, from now on; empty for one without an end: null. */
const lasting = holding('value', z.string())
  .default('')
  .transform((typed, check) => {
    if (typed.trim() === '') return null
    const ms = readDuration(typed)
    if (ms !== undefined && ms > 0 && ms <= LONGEST_MS) return ms
    const params = { reason: 'durationNotValid', values: { min: '1s', max: '3650d' } }
    check.addIssue({ code: 'custom', message: 'durationNotValid', params })
    return z.NEVER
  })

const about = { for: lasting, reason: commentText.default('') }

/** What is sent twice with one `client_id` is done once, though it was lifted since. */
export const blockForm = z.strictObject({
  ...{ scope: z.enum(blockScopes).default('visitor'), ...about },
  client_id: clientId.optional(),
})

/**
 * Keeps out who talks in a conversation: them, where they wrote from last, or the network around that.
 * Their connections end at once. A block of the same that is in force is done.
 * Problems: missing, forbidden, invalid (field), conflict `addressUnknown`, limited.
 */
export const block: Command = async (desk, person, id, input) => {
  const form = read(blockForm, input)
  if (isProblem(form)) return form
  const row = await findToAct(desk, person, id)
  if (isProblem(row)) return row
  if (!may.block(person, row)) return new Problem('forbidden', 'notAllowed')
  const value = await blockedOf(desk, row.visitor, form.scope)
  if (value === undefined) return new Problem('conflict', 'addressUnknown', { field: 'scope' })
  const { visitor } = row
  const { scope, reason, client_id: named } = form
  if (named !== undefined && (await desk.store.blocks.find(named))) return null
  await keepOut(desk, person, { scope, value, visitor, conversation: id, reason }, form.for, named)
  return null
}

const blockedOf = async (desk: Desk, visitor: string, scope: Block['scope']) => {
  if (scope === 'visitor') return visitor
  const { address = '' } = await contextOf(desk, 'visitor', visitor)
  if (address === '' || networkIn(address) === undefined) return undefined
  // Of one that was cut nobody knows more than the network.
  if (scope === 'address') return isCutAddress(address) ? undefined : address
  return isCutAddress(address) ? address : networkAround(address)
}

export const blockNetworkForm = z.strictObject({
  network: holding('value', z.string().max(64)),
  ...about,
})

/**
 * Keeps out an address or a network that somebody wrote down. Answers with its id.
 * Problems: invalid `networkNotValid`, (field); limited.
 */
export const blockNetwork = async (
  desk: Desk,
  person: Staff,
  input: unknown,
): Promise<string | Problem> => {
  const form = read(blockNetworkForm, input)
  if (isProblem(form)) return form
  const limited = await desk.rate.spend('act', person.id)
  if (limited) return limited
  const value = networkIn(form.network)
  if (value === undefined) return new Problem('invalid', 'networkNotValid', { field: 'network' })
  const { reason } = form
  const whom = { scope: 'network', value, visitor: null, conversation: null, reason } as const
  return keepOut(desk, person, whom, form.for)
}
