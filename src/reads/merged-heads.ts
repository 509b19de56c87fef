type Waiting = { lane: number; rank: number }

/**
 * Several lines as one: each keeps its own order, and of their heads the longest wait is next, as
 * steps of priority count it. The
 * first of each line is there in any case, though `limit` others come before it.
 */
export const mergedHeads = <Row extends Waiting>(
  heads: readonly { rows: readonly Row[] }[],
  limit: number,
): Row[] => {
  if (limit === 0) return []
  const at = heads.map(() => 0)
  const taken: Row[] = []
  while (taken.length < limit) {
    const next = heads
      .map(({ rows }, n) => ({ n, row: rows[at[n] ?? 0] }))
      .reduce((best, head) => (isBefore(head.row, best.row) ? head : best), {
        n: -1,
        row: undefined,
      })
    if (!next.row) break
    taken.push(next.row)
    at[next.n] = (at[next.n] ?? 0) + 1
  }
  const passedOver = heads.flatMap(({ rows }, n) => (at[n] === 0 ? rows.slice(0, 1) : []))
  return [...taken, ...passedOver.sort((a, b) => (isBefore(a, b) ? -1 : 1))]
}

const isBefore = (a: Waiting | undefined, b: Waiting | undefined): boolean => {
  if (!a) return false
  return !b || a.lane < b.lane || (a.lane === b.lane && a.rank < b.rank)
}
