import type { VisitorRow } from '../../../actors/visitor/summary'
import type { Visit } from '../../../actors/visitor/visit'

/** Who is, or was, on the site: their visit, and what the lists know of them once they have asked. */
export type OnSite = Visit &
  Pick<VisitorRow, 'name' | 'email' | 'conversation' | 'talking' | 'invitation'>

/** Visitors' cookies, as hashes; and what they look at. */
export interface Visits {
  /** Keeps the first visitor of a token; a second one changes nothing. */
  remember(tokenHash: string, visitor: string, at: number): Promise<void>
  visitorOf(tokenHash: string): Promise<string | undefined>
  /** No cookie is this visitor's any more, but the one of a hash where that is said. */
  dropTokensOf(visitor: string, but?: string): Promise<void>
  /** These cookies are nobody's any more. */
  dropTokens(tokenHashes: readonly string[]): Promise<void>
  /** A visitor's visit as it is now. */
  keep(visit: Visit): Promise<void>
  of(visitor: string): Promise<Visit | undefined>
  /** Those that opened a page since then, whose visit began last first; of very many these. */
  since(at: number, limit: number): Promise<OnSite[]>
  /**
   * Removes some tokens that were given out, and some visits that ended, before a time; answers
   * whether there may be more.
   */
  forget(before: number): Promise<boolean>
}
