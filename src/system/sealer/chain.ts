import canonicalize from 'canonicalize'
import type { AuditHead, AuditRow, KeptAct } from '../../../actors/audit'
import type { Sealing } from '../../store/ports/audit'

/** What the first act of a chain has for the hash of the one before. */
const NOTHING_BEFORE = ''

/** SHA-256, in hexadecimal, of a value as canonical JSON (RFC 8785): the same on every machine and out of every database. */
const sha256 = (value: object): string =>
  new Bun.CryptoHasher('sha256').update(canonicalize(wellFormed(value)) ?? '').digest('hex')

/**
 * That of what an act tells beside who did what to what: it may name somebody. With its salt, which goes
 * when that goes, nobody finds by trying what it was made of.
 */
export const toldHash = (
  { detail, address, browser }: Pick<AuditRow, 'detail' | 'address' | 'browser'>,
  salt: string,
): string => sha256({ detail, address, browser, salt })

type Salted = AuditRow & Partial<Pick<KeptAct, 'salt' | 'erased'>>

/** That of an act and the hash of the one before. One that was sealed without a salt has all in it as it is. */
export const hashOf = (act: Salted, prev: string): string => {
  const { id, at, actor, actorName, object, detail, address, browser, salt, erased } = act
  const done = { id, at, actor, actorName, act: act.act, object, prev }
  const told = erased ?? (salt ? toldHash(act, salt) : undefined)
  return sha256(told === undefined ? { ...done, detail, address, browser } : { ...done, told })
}

/** Bytes of a salt: more than can be tried. */
const SALT_BYTES = 16
const newSalt = (): string =>
  Buffer.from(crypto.getRandomValues(new Uint8Array(SALT_BYTES))).toString('hex')

/** Acts as they are put behind a head, each with the hash of the one before. */
export const linked = (acts: readonly AuditRow[], head: AuditHead | null): Sealing[] => {
  let [seq, prev] = [head?.seq ?? 0, head?.hash ?? NOTHING_BEFORE]
  return acts.map((act) => {
    const salt = newSalt()
    const hash = hashOf({ ...act, salt }, prev)
    const sealing = { id: act.id, seq: ++seq, prev, hash, salt }
    prev = hash
    return sealing
  })
}

/** Half a sign has no canonical form. It stands in an act only where a text was cut, and counts as unreadable. */
const wellFormed = (value: unknown): unknown => {
  if (typeof value === 'string') return value.toWellFormed()
  if (Array.isArray(value)) return value.map(wellFormed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name.toWellFormed(), wellFormed(inner)]),
  )
}
