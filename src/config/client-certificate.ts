import { createPrivateKey, X509Certificate } from 'node:crypto'

/** What the desk shows of itself to a server that asks who it is, both PEM. */
export type ClientCertificate = { cert: string; key: string }

/** Why these cannot be shown together, as the end of a sentence; undefined when they can. */
export const whyNotTogether = ({
  cert,
  key,
}: {
  cert: string | undefined
  key: string | undefined
}): string | undefined => {
  if (cert === undefined && key === undefined) return undefined
  if (key === undefined) return 'says cert=… without key=…: name the file with its private key'
  if (cert === undefined) return 'says key=… without cert=…: name the file with its certificate'
  const certificate = read(() => new X509Certificate(cert))
  if (certificate === undefined)
    return 'says cert=… of a file with a certificate that cannot be read'
  const own = read(() => createPrivateKey(key))
  if (own === undefined)
    return 'says key=… of a file with a key that cannot be read; it must have no passphrase'
  return certificate.checkPrivateKey(own)
    ? undefined
    : 'says a key=… that does not belong to the certificate of cert=…'
}

const read = <Value>(work: () => Value): Value | undefined => {
  try {
    return work()
  } catch {
    return undefined
  }
}
