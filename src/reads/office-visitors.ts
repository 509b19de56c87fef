import { addressOf } from '../../actors/address'
import { isInForce } from '../../actors/block'
import { folded } from '../../actors/canned/search'
import { contextIn } from '../../actors/current'
import type { Staff } from '../../actors/people'
import { VISITOR_MERGE_UNDO_MS } from '../../actors/visitor/merge'
import { sortNameOf } from '../../actors/visitor/name'
import { emptyProfile } from '../../actors/visitor/profile'
import type { VisitorRow } from '../../actors/visitor/summary'
import type { ListAsk, ListRows } from '../../views/office/list/ask'
import type { VisitorDetails } from '../../views/office/visitors/details'
import type { VisitorLine } from '../../views/office/visitors/list'
import type { VisitorsAsk } from '../store/ports/visitors'
import type { Store } from '../store/store'
import { consentsIn } from './consents'
import { versionOf } from './editable'
import { linesOf } from './office-conversations'
import { sightOf } from './search/ask'

const orders: Readonly<Record<string, VisitorsAsk['order']>> = {
  ...{ name: 'name', email: 'email', seen: 'seen' },
}

const askOf = ({ q, sort, descending, filters, until }: ListAsk): VisitorsAsk => {
  const { tag, company, language, country, pinned } = filters
  return {
    words: folded(q).split(/\s+/).filter(Boolean),
    ...(tag ? { tag } : {}),
    ...(company ? { company: folded(company) } : {}),
    ...(language ? { language } : {}),
    ...(country ? { country } : {}),
    ...(pinned ? { pinned: pinned === 'yes' } : {}),
    ...{ order: orders[sort] ?? 'seen', descending, after: until },
  }
}

/** Everybody who wrote or was imported; in the usual order those who are pinned stand first. */
export const readVisitors = async (
  { visitors }: Pick<Store, 'visitors'>,
  ask: ListAsk,
  limit: number,
): Promise<ListRows<VisitorLine>> => {
  const asked = askOf(ask)
  const found = await visitors.page(asked, limit + 1)
  const rows = found.slice(0, limit)
  const last = found.length > limit ? rows.at(-1) : undefined
  return { rows, next: last ? placeOf(asked.order, last) : null }
}

const placeOf = (order: VisitorsAsk['order'], { id, pinned, ...row }: VisitorLine) => {
  if (order === 'email') return { by: row.email, id }
  if (order === 'name') return { by: sortNameOf(row.name), id }
  return { by: pinned ? `!${row.seenAt ?? 0}` : (row.seenAt ?? 0), id }
}

/** Conversations of one visitor that their page lists. */
const CONVERSATIONS = 50

type Needed = { store: Store; now: number }

/** All that the desk knows of one visitor, as far as somebody may see it. */
export const readVisitor = async (
  { store, now }: Needed,
  person: Staff,
  row: VisitorRow,
): Promise<VisitorDetails> => {
  const [stored, talks, visit, blocks, merges] = await Promise.all([
    store.turns.load(addressOf('visitor', row.id)),
    store.conversations.page(
      {
        ...{ filter: { visitor: row.id }, sight: sightOf(person) },
        ...{ order: 'opened', descending: true, after: null },
      },
      CONVERSATIONS,
    ),
    store.visits.of(row.id),
    store.blocks.all(),
    store.visitors.merges(row.id),
  ])
  const context = contextIn('visitor', stored?.snapshot)
  const { profile = emptyProfile, subject = '', fromSite = {} } = context ?? {}
  const { phone, company, notes, tags } = profile
  return {
    ...{ row, profile, subject, fromSite, visit: visit ?? null },
    conversations: await linesOf(store, talks),
    consents: await consentsIn(store, talks),
    blocks: blocks
      .filter(({ visitor }) => visitor === row.id)
      .map((block) => ({ ...block, inForce: isInForce(block, now) })),
    merges: await Promise.all(
      merges.map(async (merge) => ({
        ...merge,
        name: (await store.visitors.find(merge.from))?.name ?? '',
        canPart:
          merge.into === row.id &&
          merge.undoneAt === null &&
          row.mergedInto === null &&
          now - merge.at <= VISITOR_MERGE_UNDO_MS,
      })),
    ),
    version: versionOf({ ...{ name: row.name, email: row.email }, phone, company, notes, tags }),
    attributesVersion: versionOf(profile.attributes),
  }
}
