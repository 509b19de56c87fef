/** What an agent has begun to write in a conversation. */
export type Draft = {
  agent: string
  conversation: string
  text: string
  /** When it was kept, ms UTC. */
  at: number
}

/** Drafts of agents, at most one of each in a conversation. */
export interface Drafts {
  /** In the place of the one before. */
  keep(draft: Draft): Promise<void>
  find(agent: string, conversation: string): Promise<Draft | undefined>
  /** In which conversations somebody has one. */
  of(agent: string): Promise<string[]>
  remove(agent: string, conversation: string): Promise<void>
  /** Removes some that were kept before a time; answers whether there may be more. */
  forget(before: number): Promise<boolean>
}
