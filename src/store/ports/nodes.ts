/** Which nodes run, so that the connections of a dead one are known to be gone. */
export interface Nodes {
  /** A node that shares its store with nobody writes once at its start, never again. */
  beat(node: string, now: number): Promise<void>
  /** The newest beat of every node, ms UTC by its own clock. */
  beats(): Promise<{ node: string; beatAt: number }[]>
  /** Agents connected through nodes that have not beaten since `before`, or that nobody knows. */
  orphans(self: string, before: number): Promise<{ agent: string; node: string }[]>
  leave(node: string): Promise<void>
  /**
   * Removes some of the other nodes that have not beaten since `before`; answers whether there may
   * be more.
   */
  forget(self: string, before: number): Promise<boolean>
}
