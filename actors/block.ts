/** What somebody is kept out by: their cookie, where they come from, or the network around that. */
export const blockScopes = ['visitor', 'address', 'network'] as const
export type BlockScope = (typeof blockScopes)[number]

/** Somebody is kept out for a time. */
export type Block = {
  id: string
  scope: BlockScope
  /** A visitor's id, an address as limits count it, or a network (`192.0.2.0/24`). */
  value: string
  /** The visitor and the conversation it came from; null for one that the office wrote down. */
  visitor: string | null
  conversation: string | null
  reason: string
  /** Who did it. */
  by: string
  byName: string
  /** Since when, and until when; null for one without an end. All ms UTC. */
  at: number
  until: number | null
  /** When somebody lifted it, and who; null while nobody has. */
  liftedAt: number | null
  liftedBy: string | null
}

/** Whether it keeps anybody out at a time, ms UTC. */
export const isInForce = ({ until, liftedAt }: Block, at: number): boolean =>
  liftedAt === null && (until === null || until > at)
