import type { AuditHead, KeptAct, Verified } from '../../../actors/audit'
import type { Audit } from '../../store/ports/audit'
import { hashOf } from './chain'

/** Acts that are read together. */
const TOGETHER = 500

type Parts = {
  audit: Pick<Audit, 'head' | 'chain' | 'countUnsealed'>
  /** A head that was kept elsewhere: the chain must have gone through it. */
  kept?: Pick<AuditHead, 'seq' | 'hash'> | undefined
  /** Called between two stretches, so that others have their turn. */
  rest?: () => Promise<void>
}

/** Looks at every act of the chain, from the first on, and names the first that is wrong. Changes nothing. */
export const verifyChain = async (parts: Parts): Promise<Verified> => {
  const { audit, kept } = parts
  const head = await audit.head()
  const walk = await walked(parts)
  const { fault, last, keptHash } = walk
  const found = fault ?? (await endFault(audit, head, last)) ?? keptFault(kept, keptHash)
  return { fault: found, head, sealed: walk.sealed, unsealed: await audit.countUnsealed() }
}

type Last = { seq: number; hash: string }
type Fault = NonNullable<Verified['fault']>

const walked = async ({ audit, kept, rest }: Parts) => {
  let [last, before]: Last[] = [{ seq: 0, hash: '' }]
  let keptHash: string | undefined
  let after: number | undefined
  for (;;) {
    const acts = await audit.chain(TOGETHER, after)
    for (const act of acts) {
      const fault = faultOf(act, last as Last, before)
      if (fault) return { fault, last: last as Last, keptHash, sealed: (last as Last).seq }
      before = last
      last = { seq: act.seq ?? 0, hash: act.hash ?? '' }
      if (kept?.seq === act.seq) keptHash = last.hash
    }
    after = acts.at(-1)?.seq ?? undefined
    if (acts.length < TOGETHER || after === undefined) break
    await rest?.()
  }
  return { fault: null, last: last as Last, keptHash, sealed: (last as Last).seq }
}

/** Whether an act is as it was sealed, and follows the one before. */
const faultOf = (act: KeptAct, last: Last, before: Last | undefined): Fault | null => {
  const [seq, id, due] = [act.seq ?? 0, act.id, last.seq + 1]
  if (seq < due) return { kind: 'inserted', seq, id }
  if (seq > due) return { kind: 'removed', seq: due, id: null }
  if (act.prev === null || !isAsSealed(act, act.prev)) return { kind: 'altered', seq, id }
  if (act.prev === last.hash) return null
  // It is whole and follows the one before the last: that one was not there when it was sealed.
  if (before && act.prev === before.hash) return { kind: 'inserted', seq: last.seq, id: null }
  return { kind: 'moved', seq, id }
}

/**
 * Of what was erased from an act that had been sealed without a salt, no hash is there to be compared: its
 * place alone is proven, by the act that follows it.
 */
const isAsSealed = (act: KeptAct, prev: string): boolean =>
  act.erased === '' || hashOf(act, prev) === act.hash

/** Whether the chain ends where its head says. */
const endFault = async (
  audit: Parts['audit'],
  head: AuditHead | null,
  last: Last,
): Promise<Fault | null> => {
  const [seq, hash] = [head?.seq ?? 0, head?.hash ?? '']
  if (last.seq < seq) return { kind: 'removed', seq: last.seq + 1, id: null }
  if (last.seq === seq)
    return last.hash === hash ? null : { kind: 'moved', seq: last.seq, id: null }
  // Some were sealed while it was looked: the head has gone on with them.
  const now = await audit.head()
  return now && now.seq >= last.seq ? null : { kind: 'inserted', seq: seq + 1, id: null }
}

const keptFault = (kept: Parts['kept'], found: string | undefined): Fault | null =>
  kept && found !== kept.hash ? { kind: 'otherHead', seq: kept.seq, id: null } : null
