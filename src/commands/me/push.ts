import { z } from 'zod'
import { holding } from '../../../actors/holds'
import type { Staff } from '../../../actors/people'
import { isProblem, Problem } from '../../../actors/problem'
import { isPushService } from '../../push/service'
import type { Desk } from '../desk'
import { read } from '../input/read'
import { hashToken } from '../tokens'

const key = (bytes: number) =>
  holding('value', z.string()).refine(
    (text) => /^[\w-]+={0,2}$/.test(text) && Buffer.from(text, 'base64url').byteLength === bytes,
  )

/** A subscription as the browser gives it; `off` ends that of this endpoint. */
export const pushForm = z.strictObject({
  endpoint: holding('value', z.string().max(2_000)),
  p256dh: key(65).optional(),
  auth: key(16).optional(),
  off: z.literal('1').optional(),
})

/**
 * Tells a browser from now on, as long as this session lasts, or no more.
 * Problems: invalid (field) | `pushNotValid`, limited.
 */
export const setPush = async (
  desk: Desk,
  person: Staff,
  { token, language }: { token: string; language: string },
  input: unknown,
  isService = isPushService,
): Promise<null | Problem> => {
  const form = read(pushForm, input)
  if (isProblem(form)) return form
  const limited = await desk.rate.spend('act', person.id)
  if (limited) return limited
  const { endpoint, p256dh, auth } = form
  const id = hashToken(endpoint)
  if (form.off) {
    const known = await desk.store.profiles.pushesOf(person.id, desk.clock.now())
    if (known.some((push) => push.id === id)) await desk.store.profiles.unsubscribe(id)
    return null
  }
  if (!p256dh || !auth || !isService(endpoint))
    return new Problem('invalid', 'pushNotValid', { field: 'endpoint' })
  const session = hashToken(token)
  await desk.store.profiles.subscribe({
    ...{ id, account: person.id, session, endpoint, p256dh, auth, language },
  })
  return null
}
