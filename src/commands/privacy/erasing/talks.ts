import { addressOf } from '../../../../actors/address'
import { nameless } from '../../../../actors/visitor/name'
import { contextOf, rowOf } from '../../conversations/access'
import type { Desk } from '../../desk'
import type { Erasing } from './step'

/** Their conversations are nobody's: each has a nobody of its own, and says so to colleagues. */
export const talks: Erasing = async (desk, erasure) => {
  const theirs = new Set(erasure.plan.visitors)
  for (const { id, nobody } of erasure.plan.talks) {
    const { visitor } = await contextOf(desk, 'conversation', id)
    // What cannot be read is theirs as long as its row says so, and would only seem to be erased.
    if (visitor === undefined && theirs.has((await rowOf(desk, id))?.visitor ?? ''))
      throw new Error(`conversation ${id} is set aside and takes no turn`)
    if (visitor === undefined || !theirs.has(visitor)) continue
    await makeNobodys(desk, id, { from: visitor, nobody })
  }
  return erasure
}

const makeNobodys = async (
  { system, clock }: Desk,
  id: string,
  { from, nobody }: { from: string; nobody: string },
) => {
  const at = clock.now()
  const took = { type: 'took', at, conversations: [id], open: null } as const
  await system.send(addressOf('visitor', nobody), took)
  const whose = { from, visitor: nobody, name: nameless(nobody) }
  const claimed = { type: 'claimed', at, ...whose, erased: true } as const
  const sent = await system.send(addressOf('conversation', id), claimed)
  if (sent.outcome === 'parked')
    throw new Error(`conversation ${id} is set aside and takes no turn`)
}
