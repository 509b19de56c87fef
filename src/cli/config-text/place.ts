/** Where a desk is to be, for what is set up around it. */
export type Surroundings = {
  /** As browsers see it. */
  url: URL
  /** Where its nodes listen, as a proxy reaches them. */
  nodes: readonly string[]
  /** The folder of its data. */
  data: string
}

/** The port that a node listens at. */
export const portOf = (node: string): string => /:(\d+)$/.exec(node)?.[1] ?? '3000'
