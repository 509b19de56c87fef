import canonicalize from 'canonicalize'
import type { AuditHead, AuditRow } from '../../../actors/audit'
import type { Sealing } from '../../store/ports/audit'

/** What the first act of a chain has for the hash of the one before. */
const NOTHING_BEFORE = ''

/**
 * SHA-256, in hexadecimal, of an act and the hash of the one before, written as canonical JSON
 * (RFC 8785): the same act is the same text on every machine and out of every database.
 */
export const hashOf = (act: AuditRow, prev: string): string => {
  const { id, at, actor, actorName, object, detail, address, browser } = act
  const told = { id, at, actor, actorName, act: act.act, object, detail, address, browser, prev }
  return new Bun.CryptoHasher('sha256').update(canonicalize(wellFormed(told)) ?? '').digest('hex')
}

/** Acts as they are put behind a head, each with the hash of the one before. */
export const linked = (acts: readonly AuditRow[], head: AuditHead | null): Sealing[] => {
  let [seq, prev] = [head?.seq ?? 0, head?.hash ?? NOTHING_BEFORE]
  return acts.map((act) => {
    const hash = hashOf(act, prev)
    const sealing = { id: act.id, seq: ++seq, prev, hash }
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
