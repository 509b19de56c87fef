import { domainToUnicode } from 'node:url'
import { looksLatin } from '../../../actors/text/look-alikes'
import { mixesScripts } from '../../../actors/text/scripts'

/**
 * The one normal form of a mail address as a key: NFKC, lower case, no blanks around, and its host
 * as a browser sends it (UTS 46, in ASCII, without a dot at the end). Addresses with characters
 * nobody sees are no addresses, and neither are those whose host none could be: undefined.
 */
export const emailKey = (address: string): string | undefined => {
  const [local, host] = partsOf(plain(address)) ?? []
  const ascii = host && hostKey(host)
  return local && ascii && `${local}@${ascii}`
}

/**
 * All keys that an account may be kept under, the likeliest first. Before there was one form for
 * hosts, each spelling was a key of its own.
 */
export const emailKeys = (address: string): string[] => {
  const key = emailKey(address)
  if (!key) return []
  return [...new Set([plain(address), key, plain(withHostDecoded(key))])]
}

/**
 * An address as people write it: browsers send `ana@xn--bcher-kva.example` for
 * `ana@bücher.example`. A host that only looks like another is shown as it was sent, in ASCII.
 */
export const shownEmail = (address: string): string => {
  const at = address.lastIndexOf('@') + 1
  const host = address.slice(at)
  const isPlain = /^[ -~]*$/.test(host) && !/xn--/i.test(host)
  if (isPlain || !emailKey(address)) return address
  const decoded = withHostDecoded(address)
  if (!decoded.slice(at).split('.').some(deceives)) return decoded
  return address.slice(0, at) + (hostKey(host) ?? host)
}

const deceives = (label: string): boolean => mixesScripts(label) || looksLatin(label)

const plain = (address: string) => address.normalize('NFKC').trim().toLowerCase()

const partsOf = (address: string): [local: string, host: string] | undefined => {
  const at = address.lastIndexOf('@')
  if (at < 1 || /[\p{Cf}\p{Cc}\s]/u.test(address)) return undefined
  return [address.slice(0, at), address.slice(at + 1)]
}

/** What a URL reads as something else than a name: the ends of a host, and a number for one. */
const hostKey = (host: string): string | undefined => {
  if (/[/\\?#:@[\]%]/.test(host) || !URL.canParse(`http://${host}`)) return undefined
  const { hostname } = new URL(`http://${host}`)
  const name = hostname.replace(/\.$/, '')
  return /^[\d.]*$/.test(name) ? undefined : name
}

/** With the letters that its host has for people; as it is where they would be another host's. */
const withHostDecoded = (address: string): string => {
  const at = address.lastIndexOf('@') + 1
  const host = address.slice(at)
  if (!/xn--/i.test(host)) return address
  const decoded = domainToUnicode(host.toLowerCase())
  return decoded !== '' && hostKey(decoded) === hostKey(host)
    ? address.slice(0, at) + decoded
    : address
}
