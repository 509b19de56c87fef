import type { Role } from './people'

/** What the office says of who has an account. */
export type AccountValues = { name: string; email: string; role: Role }

/**
 * The mark of who runs the desk, as it was looked at and as it is from then on. Whatever may take one of
 * them away writes it: of two who do so at once, on whichever nodes, the second looks again.
 */
export type RunsChange = { from: string | undefined; to: string }

/** What an account becomes while it still is what somebody changed it from: otherwise nothing is written. */
export type AccountChange = {
  id: string
  before: AccountValues
  after: AccountValues
  /** The normal form of another address; left out where the address stays. */
  emailKey?: string
  /** Where it runs the desk, and may not do so any more. */
  runs?: RunsChange
}

/** Why it was not written: it is another by now, or the address is somebody else's. */
export type AccountRefused = 'changed' | 'taken'
