import { z } from 'zod'
import type { AccountRefused } from '../../../actors/account-change'
import { addressOf } from '../../../actors/address'
import type { SeenAgent } from '../../../actors/agent/events'
import { agentSettings } from '../../../actors/agent/settings'
import { isProblem, Problem } from '../../../actors/problem'
import type { TurnExtras } from '../../system/send'
import type { Desk } from '../desk'
import { neededName } from '../input'
import { read } from '../input/read'
import { repliesBy, roleOf } from '../roles/of'
import { departmentIds, departmentProblem, seatAgent } from './seat'

const placeForm = z.strictObject({
  name: neededName.optional(),
  departments: departmentIds.optional(),
  ...agentSettings.changes,
})

/** What changes of somebody's place at the desk: the name, the departments, the settings that are named. */
export type PlaceChange = z.output<typeof placeForm>

/** Problems: invalid (field) | `departmentUnknown`. */
export const readPlace = async (desk: Desk, input: unknown): Promise<PlaceChange | Problem> => {
  const form = read(placeForm, input)
  if (isProblem(form)) return form
  return (await departmentProblem(desk, form.departments ?? [])) ?? form
}

type Replaced = {
  place: PlaceChange
  /** Whether their role lets them answer visitors; left out where that stays. */
  replies?: boolean
  /** As they were looked at: of others nothing is changed. */
  before?: SeenAgent
}

/**
 * One turn of somebody's place, with what is written `beside` it. `nobody` has none, `changed` is another
 * by now.
 * Problems: conflict `parked`.
 */
export const changePlace = async (
  desk: Desk,
  id: string,
  { place, replies, before }: Replaced,
  beside: TurnExtras = {},
): Promise<'done' | 'nobody' | AccountRefused | Problem> => {
  const { name, departments, ...changes } = place
  const as = { name, departments, changes, replies, ...(before ? { before } : {}) }
  const event = { type: 'changed', at: desk.clock.now(), ...as } as const
  const sent = await desk.system.send(addressOf('agent', id), event, beside)
  if (sent.outcome === 'parked') return new Problem('conflict', 'parked')
  if (sent.outcome !== 'refused') return 'done'
  if (sent.account) return sent.account
  return (await desk.store.agents.find(id)) ? 'changed' : 'nobody'
}

/**
 * Changes an agent: the name, the departments they answer for, the settings. What is not named
 * stays as it is, and so does what they hold. An account that has no place yet gets one with its
 * first departments. `replies` says whether their role lets them answer visitors.
 * Problems: invalid (field) | `departmentUnknown`, conflict `notInThisState` (no place) |
 * `changedMeanwhile` | `parked`.
 */
export const changeAgent = async (
  desk: Desk,
  id: string,
  input: unknown,
  replies?: boolean,
): Promise<null | Problem> => {
  const place = await readPlace(desk, input)
  if (isProblem(place)) return place
  const beside = await renaming(desk, id, place.name)
  const outcome = await changePlace(desk, id, { place, replies }, beside)
  if (isProblem(outcome)) return outcome
  if (outcome === 'done' || (outcome === 'nobody' && replies !== undefined)) return null
  return outcome === 'nobody'
    ? seatFirst(desk, id, place, beside)
    : new Problem('conflict', 'changedMeanwhile')
}

/** Their account is called as they are. */
const renaming = async (desk: Desk, id: string, name: string | undefined): Promise<TurnExtras> => {
  const account = name === undefined ? undefined : await desk.store.accounts.byId(id)
  if (!account || name === undefined) return {}
  const { email, role } = account
  const before = { name: account.name, email, role }
  return { account: { id, before, after: { name, email, role } } }
}

const seatFirst = async (desk: Desk, id: string, place: PlaceChange, beside: TurnExtras) => {
  const account = await desk.store.accounts.byId(id)
  if (!account || !place.departments) return new Problem('conflict', 'notInThisState')
  const role = await roleOf(desk, account.role)
  const replies = role !== undefined && repliesBy(role)
  return seatAgent(desk, id, { ...place, name: place.name ?? account.name }, replies, beside)
}
