import { BlockList, isIP, isIPv6 } from 'node:net'
import type { Config } from '../../config'
import type { Ask } from '../context'

/**
 * The client's address as limits count it: the peer's, unless it is a trusted proxy, then the
 * rightmost one in X-Forwarded-For that no trusted proxy added. IPv6 counts by its /64.
 */
export const addressOf = (c: Ask, config: Config): string => {
  const peer = c.env?.server?.requestIP(c.req.raw)?.address ?? 'unknown'
  return bucketOf(clientBehind(peer, c.req.header('X-Forwarded-For'), trusted(config)))
}

/** The client an IP peer speaks for, by the header its proxy wrote. */
export const clientBehind = (
  peer: string,
  forwarded: string | undefined,
  isTrusted: (address: string) => boolean,
): string => {
  if (!forwarded || !isTrusted(peer)) return peer
  const hops = forwarded.split(',').map((hop) => withoutPort(hop.trim()))
  const client = hops.findLast((hop) => !isTrusted(hop))
  return client !== undefined && isIP(client) !== 0 ? client : peer
}

/** Some proxies write the port as well; with it, every connection would count as somebody else. */
const withoutPort = (hop: string) =>
  hop.replace(/^\[(.+)\](:\d+)?$/, '$1').replace(/^([\d.]+):\d+$/, '$1')

const trustedBy = new WeakMap<Config, (address: string) => boolean>()
const trusted = (config: Config) => {
  const made = trustedBy.get(config)
  if (made) return made
  const list = new BlockList()
  for (const block of config.trustProxy) {
    const [address = '', bits] = block.split('/')
    const family = isIPv6(address) ? 'ipv6' : 'ipv4'
    if (bits === undefined) list.addAddress(address, family)
    else list.addSubnet(address, Number(bits), family)
  }
  const check = (address: string) => {
    const plain = unmapped(address)
    return list.check(plain, isIPv6(plain) ? 'ipv6' : 'ipv4')
  }
  trustedBy.set(config, check)
  return check
}

const unmapped = (address: string) => address.replace(/^::ffff:(?=\d+\.)/i, '')

/** Whose limits an address counts for: its own, an IPv6 one its /64's. */
export const bucketOf = (address: string): string => {
  const plain = unmapped(address)
  if (!isIPv6(plain) || plain === '::1') return plain
  const [head = '', tail = ''] = plain.split('::')
  const left = head === '' ? [] : head.split(':')
  const right = tail === '' ? [] : tail.split(':')
  const zeros = Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0')
  const groups = plain.includes('::') ? [...left, ...zeros, ...right] : left
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group || '0', 16).toString(16))
    .join(':')}::/64`
}
