import { BlockList, isIP, isIPv6 } from 'node:net'

/** The widest networks that somebody may keep out: a slip is not to shut out half the world. */
const WIDEST = { ipv4: 8, ipv6: 16 } as const
/** Limits count the addresses of IPv6 by their first so many bits: nothing narrower is told apart. */
const COUNTED_BITS = 64

const familyOf = (address: string) => (isIPv6(address) ? 'ipv6' : 'ipv4')
const bitsOf = (address: string) => (isIPv6(address) ? 128 : 32)

type Parts = { address: string; bits: number }

/** What stands before and behind the slash; undefined where either is no address or no prefix. */
const partsOf = (typed: string): Parts | undefined => {
  const [address = '', bits, ...more] = typed.trim().toLowerCase().split('/')
  if (more.length > 0 || isIP(address) === 0 || address.includes('%')) return undefined
  if (bits === undefined) return unmapped({ address, bits: bitsOf(address) })
  const isPrefix = /^\d{1,3}$/.test(bits) && Number(bits) <= bitsOf(address)
  return isPrefix ? unmapped({ address, bits: Number(bits) }) : undefined
}

/** Before an address of IPv4 that is written as one of IPv6. Source: RFC 4291, section 2.5.5.2. */
const MAPPED = { text: '::ffff:', bits: 96 } as const

/** As requests are counted: those of IPv4 by that family, however they are written. */
const unmapped = ({ address, bits }: Parts): Parts => {
  const plain = address.startsWith(MAPPED.text) ? address.slice(MAPPED.text.length) : ''
  return isIP(plain) === 4
    ? { address: plain, bits: Math.max(0, bits - MAPPED.bits) }
    : { address, bits }
}

/** An address or a network as somebody wrote it; undefined for what is neither, or too wide. */
export const networkIn = (typed: string): string | undefined => {
  const parts = partsOf(typed)
  if (!parts || parts.bits < WIDEST[familyOf(parts.address)]) return undefined
  return `${parts.address}/${parts.bits}`
}

/** The network around an address as limits count it: a /24 or a /48; undefined where that is none. */
export const networkAround = (counted: string): string | undefined => {
  const address = partsOf(counted)?.address
  if (address === undefined) return undefined
  if (!isIPv6(address)) return `${address.split('.').slice(0, 3).join('.')}.0/24`
  // Written in full, as limits count it; of what is shorter nothing more is said than itself.
  const groups = address.split('::')[0]?.split(':') ?? []
  return groups.length < 3 ? `${address}/64` : `${groups.slice(0, 3).join(':')}::/48`
}

/** What of an address is kept: all of it, the network around it, or nothing. */
export type KeptAddress = 'whole' | 'cut' | 'none'
export const keptAddress = (counted: string, kept: KeptAddress): string => {
  if (kept === 'none') return ''
  return kept === 'cut' ? (networkAround(counted) ?? '') : counted
}

/** Whether it is kept as no more than the network that it was in. */
export const isCutAddress = (address: string): boolean => /^[\d.]+\/24$|\/48$/.test(address)

/** Says whether an address, as limits count it, is in a network. */
export const within = (network: string): ((counted: string) => boolean) => {
  const parts = partsOf(network)
  if (!parts) return () => false
  const { address } = parts
  const bits = isIPv6(address) ? Math.min(parts.bits, COUNTED_BITS) : parts.bits
  const list = new BlockList()
  list.addSubnet(address, bits, familyOf(address))
  return (counted) => {
    const asked = partsOf(counted)?.address
    // A list takes those of IPv4 for a part of IPv6, and who keeps out ::1 does not mean all of them.
    if (asked === undefined || isIPv6(asked) !== isIPv6(address)) return false
    return list.check(asked, familyOf(asked))
  }
}
