import { z } from 'zod'
import { addressOf } from '../../../actors/address'
import { holding } from '../../../actors/holds'
import type { Visitor } from '../../../actors/people'
import { isProblem, Problem } from '../../../actors/problem'
import type { Desk, From } from '../desk'
import { read } from '../input/read'
import { admit } from './admit'
import { attributesSchema } from './token-claims'

const ATTRIBUTES_CHARS = 16_384

/** As JSON, for forms are flat. */
export const attributesForm = z.strictObject({
  attributes: holding('value', z.string().max(ATTRIBUTES_CHARS)),
})

/**
 * The page of a site says something of its visitor, whom `token` is the cookie of, as which agents see it: that nobody has proven it.
 * Problems: invalid (field), limited, conflict `parked`.
 */
export const report = async (
  desk: Desk,
  person: Visitor | null,
  input: unknown,
  about: From & { token: string },
): Promise<null | Problem> => {
  const form = read(attributesForm, input)
  if (isProblem(form)) return form
  const limited = await desk.rate.spend('identify', about.address)
  if (limited) return limited
  const said = attributesSchema.safeParse(parsed(form.attributes))
  if (!said.success)
    return new Problem('invalid', 'fieldNotValid', {
      field: 'attributes',
      values: { field: 'attributes' },
    })
  const visitor = person?.id ?? (await admit(desk, about.token, desk.clock.now()))
  const reported = { type: 'reported', at: desk.clock.now(), attributes: said.data } as const
  const sent = await desk.system.send(addressOf('visitor', visitor), reported)
  return sent.outcome === 'parked' ? new Problem('conflict', 'parked') : null
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
