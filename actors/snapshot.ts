/** An actor as the store keeps it: which shape of context, which state, what it remembers. */
export type Snapshot = { shape: number; value: unknown; context: unknown }

export type Stored = { version: number; snapshot: Snapshot }
