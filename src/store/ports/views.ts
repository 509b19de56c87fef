/** A list that somebody keeps: `query` is what stands behind the `?` of its address. */
export type SavedView = {
  id: string
  owner: string
  name: string
  query: string
  shared: boolean
  /** ms UTC. */
  createdAt: number
}

/** Lists of conversations that people keep under a name. */
export interface Views {
  keep(view: SavedView): Promise<void>
  /** Somebody's own, and those that all have: oldest first. */
  of(owner: string): Promise<SavedView[]>
  find(id: string): Promise<SavedView | undefined>
  remove(id: string): Promise<void>
}
