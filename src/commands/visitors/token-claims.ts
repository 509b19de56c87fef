import { errors, jwtVerify } from 'jose'
import { z } from 'zod'
import { isOfAccount } from '../../../actors/customers'
import { Problem } from '../../../actors/problem'
import { optionalEmail, personName } from '../input'

/** How far the clock of a site may be off, s. */
const TOLERANCE_S = 5
const SUBJECT_CHARS = 255
const MAX_NAMES = 20
const NAME_CHARS = 64
const VALUE_CHARS = 255

/** What may be said of somebody: names and short values, all as text. */
export const attributesSchema = z
  .record(
    z.string().min(1).max(NAME_CHARS),
    z
      .union([z.string(), z.number(), z.boolean()])
      .transform((value) => [...String(value).toWellFormed()].slice(0, VALUE_CHARS).join('')),
  )
  .refine((all) => Object.keys(all).length <= MAX_NAMES)

const claimsSchema = z.object({
  sub: z
    .string()
    .min(1)
    .max(SUBJECT_CHARS)
    // Who has an account here proves that here.
    .refine((sub) => !isOfAccount(sub)),
  jti: z.string().min(1).max(SUBJECT_CHARS),
  exp: z.number(),
  name: personName.default(''),
  email: optionalEmail.default(''),
  attributes: attributesSchema.default({}),
})
export type Claims = z.output<typeof claimsSchema>

/**
 * What a site says of somebody, if it is so: a JWT signed by HS256 with the secret that site and desk
 * share, for this desk, and not over at `now`, ms UTC.
 * Problems: unknown `identityNotValid` | `identityExpired` | `identityAudience`.
 */
export const claimsIn = async (
  token: string,
  secret: string,
  { audience, now }: { audience: readonly string[]; now: number },
): Promise<Claims | Problem> => {
  try {
    const { payload } = await jwtVerify(token, new TextEncoder().encode(secret), {
      algorithms: ['HS256'],
      audience: [...audience],
      requiredClaims: ['sub', 'exp', 'jti', 'aud'],
      clockTolerance: TOLERANCE_S,
      currentDate: new Date(now),
    })
    const claims = claimsSchema.safeParse(payload)
    return claims.success ? claims.data : new Problem('unknown', 'identityNotValid')
  } catch (fault) {
    return whyNot(fault, audience[0] ?? '')
  }
}

/** What is wrong with it; what no token can be blamed for is a fault of ours. */
const whyNot = (fault: unknown, audience: string): Problem => {
  if (fault instanceof errors.JWTExpired) return new Problem('unknown', 'identityExpired')
  if (fault instanceof errors.JWTClaimValidationFailed && fault.claim === 'aud')
    return new Problem('unknown', 'identityAudience', { values: { audience } })
  if (fault instanceof errors.JOSEError || fault instanceof TypeError)
    return new Problem('unknown', 'identityNotValid')
  throw fault
}
