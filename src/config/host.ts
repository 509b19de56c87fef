import { isIP } from 'node:net'

/** An address, in brackets or not, or a name; neither a URL nor an address with its port. */
export const isHost = (host: string): boolean =>
  isIP(withoutBrackets(host)) !== 0 || (isName(host) && !/^[\d.]+$/.test(host))

/** An IPv6 address as a socket takes it; in URLs it has brackets. */
export const withoutBrackets = (host: string): string => host.replace(/^\[(.*)\]$/, '$1')

const isName = (host: string) =>
  host.length <= 253 &&
  /^[a-z\d_]([a-z\d_-]{0,61}[a-z\d_])?(\.[a-z\d_]([a-z\d_-]{0,61}[a-z\d_])?)*$/i.test(host)

/** Where who listens there is reached from this machine. */
export const addressAt = (host: string, port: number): string => {
  if (isEverywhere(host)) return `http://localhost:${port}`
  // A URL has no place for the zone of a link-local address.
  const name = isIP(host) === 6 ? `[${host.replace(/%.*$/, '')}]` : host
  return `http://${name}:${port}`
}

/** 0.0.0.0 and :: in each of its spellings: every address of the machine. */
const isEverywhere = (host: string): boolean => host === '0.0.0.0' || /^[0:]*:[0:]*$/.test(host)
