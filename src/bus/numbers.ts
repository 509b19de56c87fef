/** Nodes whose numbers are remembered; far more than a desk has, and a bound on invented ones. */
const KNOWN_NODES = 1_000

/** The newest number heard of each node: what it skips was missed. */
export const openNumbers = () => {
  const last = new Map<string, number>()
  return {
    /** Answers whether some before this one were missed. */
    hear(node: string, n: number): boolean {
      const before = last.get(node)
      // Moved to the end, so that the first of the map is the one unheard for longest.
      last.delete(node)
      last.set(node, n)
      for (const [oldest] of last) if (last.size > KNOWN_NODES) last.delete(oldest)
      return before !== undefined && n !== before + 1
    },
  }
}
