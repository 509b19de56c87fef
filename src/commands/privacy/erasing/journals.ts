import { type Address, addressOf } from '../../../../actors/address'
import { more } from '../../../../actors/erasing/erasure'
import { renamed, wordless } from '../../../../actors/erasing/journal'
import type { AnyEvent } from '../../../../actors/events'
import { nameless } from '../../../../actors/visitor/name'
import type { Desk } from '../../desk'
import { scrubbersOf } from './scrubbers'
import { type Erasing, STRETCH } from './step'

/**
 * History keeps what happened and when, and whom nobody knows any more. By now every one of these actors
 * has taken a turn that says so, and what their journals lead to is what is stored of them.
 */
export const journals: Erasing = async (desk, erasure) => {
  const { plan } = erasure
  const { within: scrub } = await scrubbersOf(desk, plan)
  const names = new Set(plan.names)
  let events = 0
  for (const { id, nobody } of plan.talks) {
    const now = { names, name: nameless(nobody), scrub }
    events += await rewrite(desk, addressOf('conversation', id), (event) => renamed(event, now))
  }
  return { ...erasure, counts: more(erasure.counts, 'events', events) }
}

/** The journal of a visitor, without a word of theirs. */
export const wipeJournal = (desk: Desk, visitor: string): Promise<number> =>
  rewrite(desk, addressOf('visitor', visitor), wordless)

const rewrite = async (
  { store }: Desk,
  address: Address,
  without: (event: AnyEvent) => AnyEvent,
): Promise<number> => {
  let count = 0
  for (let after = 0; ; ) {
    const rows = await store.turns.journal(address, after, STRETCH)
    const changed = rows.flatMap(({ version, event }) => {
      const now = event && without(event)
      return now && now !== event ? [{ version, event: now }] : []
    })
    if (changed.length > 0) await store.remains.putEvents(address, changed)
    count += changed.length
    after = rows.at(-1)?.version ?? after
    if (rows.length < STRETCH) return count
  }
}
