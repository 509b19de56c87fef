import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import { isInner } from '../policies/inner'

/** Whether something may be pushed there, by what it is called: a host of the world, by https. */
export const isPushService = (endpoint: string): boolean => {
  const url = URL.parse(endpoint)
  if (url?.protocol !== 'https:' || url.port !== '' || url.username || url.password) return false
  const { hostname } = url
  if (hostname.startsWith('[') || isIP(hostname) !== 0) return false
  return (
    /[a-z]$/i.test(hostname) &&
    /\./.test(hostname) &&
    !/\.(local|localhost|internal)$/.test(hostname)
  )
}

/** The same by where that is. */
export const leadsOut = async (endpoint: string): Promise<boolean> => {
  if (!isPushService(endpoint)) return false
  const found = await lookup(new URL(endpoint).hostname, { all: true }).catch(() => [])
  return found.length > 0 && found.every(({ address, family }) => !isInner(address, family))
}
