import { isInForce } from '../../../../actors/block'
import type { ConversationRow } from '../../../../actors/summary'
import { isOver } from '../../../../actors/summary'
import { type Known, type MovedWith, nothingMoved } from '../../../../actors/visitor/merge'
import { emptyProfile } from '../../../../actors/visitor/profile'
import { contextOf } from '../../conversations/access'
import type { Desk } from '../../desk'

/** Conversations that are read at once, and blocks that are looked through. */
const STRETCH = 500

/** What is known of a visitor. */
export const knownOf = async (desk: Desk, id: string): Promise<Known> => {
  const context = await contextOf(desk, 'visitor', id)
  const { name = '', email = '', subject = '', fromSite = {}, pinned = false } = context
  return { name, email, subject, fromSite, pinned, profile: context.profile ?? emptyProfile }
}

/** All conversations of a visitor, newest first. */
export const talksOf = async ({ store }: Desk, visitor: string): Promise<ConversationRow[]> => {
  const all: ConversationRow[] = []
  const sight = { all: true, person: '', departments: [] }
  for (;;) {
    const last = all.at(-1)
    const rows = await store.conversations.page(
      {
        ...{ filter: { visitor }, sight, order: 'opened', descending: true },
        after: last ? { by: last.openedAt, id: last.id } : null,
      },
      STRETCH,
    )
    all.push(...rows)
    if (rows.length < STRETCH) return all
  }
}

/** The one of these that goes on, by its newest row. */
export const openOf = (talks: readonly ConversationRow[]): string | null =>
  talks.find((row) => !isOver(row) && row.mergedInto === null)?.id ?? null

/** All that goes over from one visitor to another, and what was before. */
export const movedFrom = async (
  desk: Desk,
  { from, into }: { from: string; into: string },
  talks: readonly ConversationRow[],
): Promise<MovedWith> => {
  const { store } = desk
  const [keys, before, goes, visit, otherVisit, blocks] = await Promise.all([
    store.visitors.keysOf(from),
    knownOf(desk, into),
    knownOf(desk, from),
    store.visits.of(from),
    store.visits.of(into),
    store.blocks.inForce(desk.clock.now()),
  ])
  const theirs = blocks.filter(({ scope, value }) => scope === 'visitor' && value === from)
  return {
    ...{ ...nothingMoved, ...keys, before, goes },
    conversations: talks.map(({ id, visitorName }) => ({ id, name: visitorName })),
    // Each holds for the other under an id of its own, which is known before it does.
    blocks: theirs
      .filter((block) => isInForce(block, desk.clock.now()))
      .map(({ id }) => ({ of: id, id: desk.clock.id() })),
    ...{ visit: visit ?? null, otherVisit: otherVisit ?? null },
  }
}
