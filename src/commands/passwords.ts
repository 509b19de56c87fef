import pLimit from 'p-limit'
import { limits } from '../../actors/limits'
import { Problem } from '../../actors/problem'
import { codePoints } from '../../actors/text/visible'
import { hasPassword, opaque } from './accounts/password-rules'

/** OWASP's floor for argon2id: 19 MiB, 2 passes (Password Storage Cheat Sheet). */
const HASH_PARAMETERS = { algorithm: 'argon2id', memoryCost: 19_456, timeCost: 2 } as const
const CONCURRENT_HASHES = 2
const QUEUED_HASHES = 16

/**
 * Checked for accounts that do not exist, so that both cases cost the same: what it costs stands
 * in its head. It is nobody's, and opening a desk need not wait for one to be made.
 */
const { memoryCost, timeCost } = HASH_PARAMETERS
const [salt, digest] = ['nobodys+salt', 'nobodys+hash'].map((word) => word.padEnd(43, 'A'))
const DECOY = `$argon2id$v=19$m=${memoryCost},t=${timeCost},p=1$${salt}$${digest}`

/**
 * Hashes and checks passwords, two at a time so that a flood of sign-ins cannot take the machine
 * from the chats. More than a short queue is refused with `limited`.
 */
export const openPasswords = () => {
  const turns = pLimit(CONCURRENT_HASHES)

  const limited = async <Result>(work: () => Promise<Result>): Promise<Result | Problem> =>
    turns.pendingCount >= QUEUED_HASHES
      ? new Problem('limited', 'busy', { retryAfter: 2 })
      : turns(work)

  return {
    hash: (password: string) => limited(() => Bun.password.hash(opaque(password), HASH_PARAMETERS)),
    /** `hash` undefined checks against nobody's password: same time, always false. */
    verify: (password: string, hash: string | undefined): Promise<boolean | Problem> => {
      const form = opaque(password)
      // Counted as it was when it was set: an emoji is one.
      const fits = password !== '' && codePoints(form) <= limits.password
      const isSet = hash !== undefined && hasPassword(hash)
      const known = isSet && fits
      // One that was set before there was one form was hashed as it was typed.
      const given = fits ? [...new Set([form, password])] : ['not it']
      return limited(async () => {
        const right = isSet ? hash : DECOY
        for (const each of given) if (await Bun.password.verify(each, right)) return known
        return false
      })
    },
  }
}
export type Passwords = ReturnType<typeof openPasswords>
