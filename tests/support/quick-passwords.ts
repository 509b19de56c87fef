import { opaque } from '../../src/commands/accounts/password-rules'
import type { Desk } from '../../src/commands/desk'

/**
 * The desk as whoever hires there uses it, with hashes that cost next to nothing: what one costs
 * stands in its head, so that signing in costs no more.
 */
export const withQuickPasswords = (desk: Desk): Desk => ({
  ...desk,
  passwords: {
    ...desk.passwords,
    hash: (password) =>
      Bun.password.hash(opaque(password), { algorithm: 'argon2id', memoryCost: 8, timeCost: 1 }),
  },
})
