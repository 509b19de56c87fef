import { isSigned, type Signature, signatureFor } from '../proof'

/** How long the link of a letter opens, ms. */
export const LINK_MS = 7 * 86_400_000

const letterLink = (id: string) => `letter ${id}`

/** Leads one visitor back to their conversation, until a time, ms UTC. */
export const letterSignature = (secret: string, id: string, until: number): Signature =>
  signatureFor(secret, letterLink(id), until)

export const isLetterSigned = (secret: string, id: string, signature: Signature): boolean =>
  isSigned(secret, letterLink(id), signature)
