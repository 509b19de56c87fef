import type { QueryContext } from '../../query-context'
import type { Candidates, Group } from '../../word-index'
import { weighed } from './each'

/** Documents of a word that are looked at, to see how many it has. */
export const WEIGHED = 2_000

/** How many documents a group has, of each word so many at most, and the last of these. */
export type Weight = { words: Group; n: number; down: number }

/**
 * The groups of a question, that first which has the fewest documents: all it has, or where each has
 * more than are counted, that of which as many go the furthest back. None where one has no document.
 */
export const sparsestFirstOver =
  (base: QueryContext) =>
  async ({ groups, ...stretch }: Candidates): Promise<readonly Weight[]> => {
    const words = [...new Set(groups.flat())]
    const found = await weighed(base, words, stretch, WEIGHED)
    const byWord = new Map(found.map((one) => [one.word, one]))
    const weights = groups.map((group): Weight => {
      const each = group.flatMap((word) => byWord.get(word) ?? [])
      const n = each.reduce((sum, one) => sum + one.n, 0)
      return { words: group, n, down: Math.max(...each.map(({ down }) => down)) }
    })
    if (weights.some(({ n }) => n === 0)) return []
    return weights.sort(bySparseness)
  }

const bySparseness = (a: Weight, b: Weight): number =>
  a.n >= WEIGHED && b.n >= WEIGHED ? a.down - b.down : a.n - b.n
