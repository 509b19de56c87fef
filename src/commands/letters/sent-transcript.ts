import { Problem } from '../../../actors/problem'
import { rowOf } from '../conversations/access'
import type { Desk } from '../desk'
import { isSigned, type Signature, signatureFor } from '../proof'

const transcriptLink = (id: string) => `transcript ${id}`

/** Shows a talk as it was when its letter was asked for, until a time, ms UTC; it leads nobody into it. */
export const transcriptSignature = (secret: string, id: string, until: number): Signature =>
  signatureFor(secret, transcriptLink(id), until)

/** What a link shows: a conversation, whose it is, and what was said in it up to a time, ms UTC. */
type Sent = { conversation: string; visitor: string; until: number }

/**
 * The talk that was to be sent to an address which nobody has shown to be theirs.
 * Problems: missing (not ours, or nothing any more), conflict `linkOver` (too old).
 */
export const sentTranscript = async (
  desk: Desk,
  id: string,
  signature: Signature,
): Promise<Sent | Problem> => {
  const isOurs = isSigned(desk.secret, transcriptLink(id), signature)
  if (isOurs && desk.clock.now() > signature.until) return new Problem('conflict', 'linkOver')
  const letter = isOurs ? await desk.store.letters.find(id) : undefined
  const row = letter && (await rowOf(desk, letter.about))
  if (!letter || !row) return new Problem('missing', 'missing')
  return { conversation: row.id, visitor: row.visitor, until: letter.at }
}
