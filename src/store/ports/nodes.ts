/** Which nodes run, so that the connections of a dead one are known to be gone. */
export interface Nodes {
  /** On SQLite there is one process: writes once at start, never again. */
  beat(node: string, now: number): Promise<void>
  /** Agents connected through nodes that have not beaten since `before`. */
  orphans(self: string, before: number): Promise<{ agent: string; node: string }[]>
  leave(node: string): Promise<void>
  /** Removes other nodes that have not beaten since `before`. */
  forget(self: string, before: number): Promise<void>
}
