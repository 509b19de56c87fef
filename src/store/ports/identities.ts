/** Which visitor somebody is whom their site has proven, by a hash of their subject there. */
export interface Identities {
  /** The visitor of a subject: who was there first, or this one from now on. */
  claim(subjectHash: string, visitor: string, at: number): Promise<string>
  visitorOf(subjectHash: string): Promise<string | undefined>
  /** They are nobody here any more. */
  forget(subjectHash: string): Promise<void>
}
