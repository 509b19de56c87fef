import { isSigned, type Signature, signatureFor } from '../proof'

const fileLink = (id: string) => `file ${id}`

/** Opens one file to whoever has the link, until a time, ms UTC. */
export const fileSignature = (secret: string, id: string, until: number): Signature =>
  signatureFor(secret, fileLink(id), until)

export const isFileSigned = (secret: string, id: string, signature: Signature): boolean =>
  isSigned(secret, fileLink(id), signature)
