import type { AuditHead, KeptAct } from '../../../actors/audit'
import type { Audit } from '../../store/ports/audit'
import { hashOf } from './chain'

/** Acts that are read together. */
const TOGETHER = 500

/**
 * What is wrong with an act of the chain, or with its end:
 *
 *   altered    something of it is other than when it was sealed
 *   inserted   it was put between two that followed each other
 *   removed    there is none at this place, and there was
 *   moved      it does not follow the one before: those before it were swapped, or taken out
 *   otherHead  the chain does not have the head that somebody kept
 */
export type ChainFault = 'altered' | 'inserted' | 'removed' | 'moved' | 'otherHead'

export type Verified = {
  /** The first that is wrong: where, and which act where there is one; null when the chain is whole. */
  fault: { kind: ChainFault; seq: number; id: string | null } | null
  /** Where the chain ends; null while nothing is in it. */
  head: AuditHead | null
  /** Acts in the chain that are as they were sealed, up to the fault. */
  sealed: number
  /** Acts that wait for their seal: these are not proven yet. */
  unsealed: number
}

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
  if (act.prev === null || hashOf(act, act.prev) !== act.hash) return { kind: 'altered', seq, id }
  if (act.prev === last.hash) return null
  // It is whole and follows the one before the last: that one was not there when it was sealed.
  if (before && act.prev === before.hash) return { kind: 'inserted', seq: last.seq, id: null }
  return { kind: 'moved', seq, id }
}

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
