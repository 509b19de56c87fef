import { z } from 'zod'
import { holding } from '../../../actors/holds'
import { limits } from '../../../actors/limits'
import { Problem } from '../../../actors/problem'
import { codePoints } from '../../../actors/text/visible'
import { NO_PASSWORD } from '../../store/ports/accounts'
import { newToken } from '../tokens'

/** In no form is a password longer than this, in UTF-16 units, and still short enough. */
const READ_UNITS = limits.password * 4

/**
 * A password in the one form that is compared (RFC 8265, OpaqueString): keyboards and systems send
 * the same letter as one code point or as several, and know many spaces.
 */
export const opaque = (password: string): string =>
  password.length > READ_UNITS ? password : password.replace(/\p{Zs}/gu, ' ').normalize('NFC')

/** A password in a form. What is too long to be one is not read. */
export const typedPassword = holding('secret', z.string().max(READ_UNITS))

/**
 * Why a password cannot be chosen, as a problem of the form's field; null if it can. Length is what makes one
 * strong (NIST SP 800-63B-4); nothing else is asked of it.
 */
export const passwordProblem = (password: string, field = 'password'): Problem | null => {
  const length = codePoints(opaque(password))
  // A line break cannot be typed into the page where they sign in.
  if (/\p{Cc}/u.test(password)) return new Problem('invalid', 'passwordNotValid', { field })
  if (length < limits.passwordMin)
    return new Problem('invalid', 'passwordTooShort', {
      field,
      values: { limit: limits.passwordMin, count: length },
    })
  if (length > limits.password)
    return new Problem('invalid', 'passwordTooLong', {
      field,
      values: { limit: limits.password, count: length },
    })
  return null
}

/** What is kept for who has set none yet: no password fits it, and each is another. */
export const noPassword = (): string => NO_PASSWORD + newToken()

export const hasPassword = (hash: string): boolean => !hash.startsWith(NO_PASSWORD)
