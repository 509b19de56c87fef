import { type Block, isInForce } from '../../actors/block'
import type { BlockLine } from '../../views/office/blocks'
import type { ListAsk, ListRows } from '../../views/office/list/ask'
import { pageInMemory } from './lists/in-memory'
import type { Reads } from './reads'

type Needed = Pick<Reads, 'store' | 'clock'>

/** What has no end stands behind all that has one. */
const NEVER = Number.MAX_SAFE_INTEGER

/**
 * Who is kept out and who was, as the address asks for them. What visitors are called is read of all
 * of them where that is asked after, else of those that are shown.
 */
export const readBlocks = async (
  { store, clock }: Needed,
  ask: ListAsk,
  limit: number,
): Promise<ListRows<BlockLine>> => {
  const now = clock.now()
  const all = (await store.blocks.all()).map((block) => lineOf(block, now))
  const byName = ask.q !== '' || ask.sort === 'whom'
  const { rows, next } = pageInMemory(byName ? await withNames(store, all) : all, ask, limit, ways)
  return { rows: byName ? rows : await withNames(store, rows), next }
}

const ways: Parameters<typeof pageInMemory<BlockLine>>[3] = {
  text: ({ visitorName, scope, value, reason, byName }) =>
    [visitorName, scope === 'visitor' ? '' : value, reason, byName].join('\n'),
  by: {
    at: ({ at }) => at,
    until: ({ until }) => until ?? NEVER,
    whom: ({ visitorName, value }) => visitorName || value,
  },
  filters: {
    state: ({ state }, typed) => state === typed,
    scope: ({ scope }, typed) => scope === typed,
    from: ({ at }, _, time) => at >= time,
    to: ({ at }, _, time) => at < time,
  },
}

const lineOf = (block: Block, now: number): BlockLine => ({
  ...block,
  state: block.liftedAt !== null ? 'lifted' : isInForce(block, now) ? 'inForce' : 'over',
  visitorName: '',
})

/** With what their visitors are called. */
const withNames = async (
  { visitors }: Needed['store'],
  lines: readonly BlockLine[],
): Promise<BlockLine[]> => {
  const ids = [...new Set(lines.flatMap(({ visitor }) => visitor ?? []))]
  const rows = await Promise.all(ids.map((id) => visitors.find(id)))
  const names = new Map(rows.flatMap((row) => (row ? [[row.id, row.name] as const] : [])))
  return lines.map((line) => ({ ...line, visitorName: names.get(line.visitor ?? '') ?? '' }))
}
