import type { AuditRow } from '../../../actors/audit'

/** A key by which somebody signs in; `id` is a hash, `credential` and `publicKey` are base64url. */
export type Passkey = {
  id: string
  account: string
  name: string
  credential: string
  publicKey: string
  counter: number
  createdAt: number
  usedAt: number | null
}

/** Passkeys. What the audit is `told` of a write is written with it, or neither is. */
export interface Passkeys {
  find(id: string): Promise<Passkey | undefined>
  /** Accounts that have any. */
  accounts(): Promise<string[]>
  /** The oldest first. */
  of(account: string): Promise<Passkey[]>
  add(passkey: Passkey, told?: AuditRow): Promise<'done' | 'taken'>
  /** That it was used at a time, while its counter was `before`. */
  use(id: string, counter: number, before: number, at: number): Promise<'done' | 'changed'>
  /** One that is gone already is done; `isLast`: no second factor was shown in any session of theirs then. */
  remove(account: string, id: string, how: { isLast: boolean }, told?: AuditRow): Promise<void>
}
