import { isIP } from 'node:net'
import type { ClientCertificate } from './client-certificate'

/** How a connection is encrypted, and whether the server's certificate must be a good one. */
export type Tls = {
  verify: boolean
  /** Certificates (PEM) of who signs the server's; undefined for those every system trusts. */
  ca: string | undefined
  /** What the desk shows of itself; undefined for nothing. */
  client: ClientCertificate | undefined
}

/** What a socket of Node is told to speak TLS with a host. */
export const socketOptions = ({ verify, ca, client }: Tls, host: string) => ({
  rejectUnauthorized: verify,
  ...(ca !== undefined && { ca }),
  ...client,
  // Addresses are no names to ask for.
  ...(isIP(host) === 0 && { servername: host }),
})

/** As much of an error as tells what was wrong with a certificate. */
type Fault = { code?: unknown; message?: unknown }

const ownAuthority =
  'Name the file with the certificate of whoever signed it: ca=/etc/ssl/desk-ca.pem'

/** What OpenSSL says, as its codes and as its sentences, and what puts it right. */
const remedies: readonly (readonly [says: RegExp, remedy: string])[] = [
  [/self[-_ ]?signed/i, ownAuthority],
  [/UNABLE_TO_(GET|VERIFY)|unable to (get|verify)/i, ownAuthority],
  [/CERT_HAS_EXPIRED|certificate has expired/i, 'Renew the certificate of the server.'],
  [/NOT_YET_VALID|not yet valid/i, 'Look at the clock of this machine and of the server.'],
  [
    /ALTNAME|HOSTNAME_MISMATCH|does not match certificate|hostname mismatch/i,
    'Name the server in the URL by a name that stands in its certificate.',
  ],
  [/REVOKED|revoked/i, 'Give the server another certificate.'],
  [
    /ALERT_CERTIFICATE_REQUIRED|certificate required/i,
    'It wants a certificate of the desk: name the files with cert=… and key=… after the ? of its URL.',
  ],
  [
    /ALERT_(UNKNOWN_CA|BAD_CERTIFICATE|UNSUPPORTED_CERT)|alert (unknown ca|bad certificate|unsupported cert)/i,
    'It does not trust the certificate of the desk (cert=…): have it signed by whom the server trusts.',
  ],
  [
    /PROTOCOL_VERSION|unsupported protocol|HANDSHAKE_FAILURE|NO_SHARED_CIPHER/i,
    'It speaks a TLS that is too old: allow 1.2 or 1.3 there.',
  ],
]

/** What to do where no TLS comes about; undefined when a fault is none of that. */
export const certificateRemedy = (problem: unknown): string | undefined => {
  const { code, message } = problem as Fault
  const told = `${code} ${message}`
  return remedies.find(([says]) => says.test(told))?.[1]
}

/** Whether the other side does not speak TLS at all: it answered in another language. */
export const isNoTls = (problem: unknown): boolean => {
  const { code, message } = problem as Fault
  return /WRONG_VERSION_NUMBER|wrong version number|PACKET_LENGTH_TOO_LONG|EPROTO|HTTP_REQUEST/i.test(
    `${code} ${message}`,
  )
}
