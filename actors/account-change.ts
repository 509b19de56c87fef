import type { Role } from './people'

/** What the office says of who has an account. */
export type AccountValues = { name: string; email: string; role: Role }

/** What an account becomes while it still is what somebody changed it from: otherwise nothing is written. */
export type AccountChange = {
  id: string
  before: AccountValues
  after: AccountValues
  /** The normal form of another address; left out where the address stays. */
  emailKey?: string
}

/** Why it was not written: it is another by now, or the address is somebody else's. */
export type AccountRefused = 'changed' | 'taken'
