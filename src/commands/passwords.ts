import { limits } from '../../actors/limits'
import { Problem } from '../../actors/problem'

/** OWASP's floor for argon2id: 19 MiB, 2 passes (Password Storage Cheat Sheet). */
const HASH_PARAMETERS = { algorithm: 'argon2id', memoryCost: 19_456, timeCost: 2 } as const
const CONCURRENT_HASHES = 2
const QUEUED_HASHES = 16

/**
 * Hashes and checks passwords, two at a time so that a flood of sign-ins cannot take the machine
 * from the chats. More than a short queue is refused with `limited`.
 */
export const openPasswords = () => {
  let running = 0
  const queue: (() => void)[] = []
  // Checked for accounts that do not exist, so that both cases cost the same.
  const decoy = Bun.password.hash('no account has this password', HASH_PARAMETERS)

  const enter = () => {
    if (running < CONCURRENT_HASHES) {
      running += 1
      return null
    }
    if (queue.length >= QUEUED_HASHES) return new Problem('limited', 'busy', { retryAfter: 2 })
    return new Promise<null>((resolve) => queue.push(() => resolve(null)))
  }
  const leave = () => {
    const next = queue.shift()
    if (next) next()
    else running -= 1
  }
  const limited = async <Result>(work: () => Promise<Result>): Promise<Result | Problem> => {
    const refused = await enter()
    if (refused) return refused
    try {
      return await work()
    } finally {
      leave()
    }
  }

  return {
    hash: (password: string) => limited(() => Bun.password.hash(password, HASH_PARAMETERS)),
    /** `hash` undefined checks against nobody's password: same time, always false. */
    verify: (password: string, hash: string | undefined): Promise<boolean | Problem> => {
      // Counted as it was when it was set: an emoji is one.
      const fits = password !== '' && [...password].length <= limits.password
      const known = hash !== undefined && fits
      const given = known ? password : 'not it'
      return limited(async () => (await Bun.password.verify(given, hash ?? (await decoy))) && known)
    },
  }
}
export type Passwords = ReturnType<typeof openPasswords>
