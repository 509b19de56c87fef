/** Visitors' cookies, as hashes. */
export interface Visits {
  /** Keeps the first visitor of a token; a second one changes nothing. */
  remember(tokenHash: string, visitor: string, at: number): Promise<void>
  visitorOf(tokenHash: string): Promise<string | undefined>
  /** Removes some tokens that were given out before a time; answers whether there may be more. */
  forget(before: number): Promise<boolean>
}
