import { isIP } from 'node:net'
import { connect, type PeerCertificate, type TLSSocket } from 'node:tls'
import { systemClock } from '../../clock'
import { certificateRemedy } from '../../config/tls'
import { bad, type Finding, fair, good } from './finding'

const TIMEOUT_MS = 5_000
const DAY_MS = 86_400_000
/** One that is renewed by itself is renewed earlier than this, days. */
const SOON_DAYS = 14

/** What a server shows of itself, and what is wrong with it. */
type Shown = { certificate: PeerCertificate; problem: Error | undefined }

/** The certificate of an https:// address; nothing where none is shown. */
export const lookAtCertificate = async (url: string): Promise<Finding[]> => {
  if (!url.startsWith('https:')) return []
  const shown = await showing(new URL(url))
  return shown ? [certificateFinding(shown, systemClock.now())] : []
}

export const certificateFinding = ({ certificate, problem }: Shown, nowMs: number): Finding => {
  const says = described(certificate)
  if (problem) return bad('tls', `${problem.message}: ${says}`, remedyOf(problem))
  const days = Math.floor((Date.parse(certificate.valid_to) - nowMs) / DAY_MS)
  return days < SOON_DAYS
    ? fair('tls', `${says}, in ${days} days`, 'Renew it, and see that it renews itself.')
    : good('tls', says)
}

/** For whom, from whom, until when. */
const described = (certificate: PeerCertificate): string => {
  const { subject, issuer, subjectaltname, valid_to } = certificate
  const names = subjectaltname?.replaceAll(/\b(DNS|IP Address|IP):/g, '')
  const whom = names || textOf(subject?.CN) || 'nobody'
  const by = textOf(issuer?.O) || textOf(issuer?.CN) || 'nobody'
  return `the certificate is for ${whom}, by ${by}, until ${dayOf(valid_to)}`
}

const textOf = (words: string | string[] | undefined) => [words ?? []].flat().join(' ')

const dayOf = (time: string) =>
  Number.isNaN(Date.parse(time)) ? time : new Date(Date.parse(time)).toISOString().slice(0, 10)

const remedyOf = (problem: Error): string => {
  const told = certificateRemedy(problem)
  // Of an authority of one's own browsers hear by their own lists, not by ours.
  return told === undefined || told.includes('ca=')
    ? `Browsers do not trust it. Get one from an authority they know, and give the proxy the whole
chain (nginx: ssl_certificate is fullchain.pem).`
    : told
}

/** Asks for the certificate, whatever is to be thought of it. */
const showing = (url: URL): Promise<Shown | undefined> =>
  new Promise((resolve) => {
    const host = url.hostname.replace(/^\[(.*)\]$/, '$1')
    const socket: TLSSocket = connect(
      {
        host,
        port: Number(url.port || 443),
        ...(isIP(host) === 0 && { servername: host }),
        rejectUnauthorized: false,
      },
      () => finish({ certificate: socket.getPeerCertificate(), problem: problemOf(socket) }),
    )
    const finish = (shown: Shown | undefined) => {
      stop()
      socket.destroy()
      resolve(shown?.certificate?.valid_to ? shown : undefined)
    }
    const stop = systemClock.after(TIMEOUT_MS, () => finish(undefined))
    socket.on('error', () => finish(undefined))
  })

const problemOf = (socket: TLSSocket): Error | undefined => {
  const problem: unknown = socket.authorizationError
  if (!problem) return undefined
  return problem instanceof Error ? problem : new Error(String(problem))
}
