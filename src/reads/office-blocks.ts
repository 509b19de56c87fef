import { isInForce } from '../../actors/block'
import type { BlockLine } from '../../views/office/blocks'
import type { Reads } from './reads'

/** Those of longest ago are not listed; the audit knows them. */
const ROWS = 500

/** Who is kept out and who was, newest first. */
export const readBlocks = async ({
  store,
  clock,
}: Pick<Reads, 'store' | 'clock'>): Promise<{ list: BlockLine[] }> => {
  const now = clock.now()
  const blocks = await store.blocks.newest(ROWS)
  const visitors = [...new Set(blocks.flatMap(({ visitor }) => visitor ?? []))]
  const rows = await Promise.all(visitors.map((id) => store.visitors.find(id)))
  const names = new Map(rows.flatMap((row) => (row ? [[row.id, row.name] as const] : [])))
  return {
    list: blocks.map((block) => ({
      ...block,
      inForce: isInForce(block, now),
      visitorName: names.get(block.visitor ?? '') ?? '',
    })),
  }
}
