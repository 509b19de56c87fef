const isWeb = /^https?:$/

/**
 * Whether an address of the web leads to the host that a request names in its `Host` header, read
 * as an address of the same scheme: in any case of letters, and with its usual port or without.
 * Browsers leave that port out of an origin, and proxies may add it.
 */
export const isSameHost = (address: URL | null, host: string | null | undefined): boolean => {
  if (!address || !host || !isWeb.test(address.protocol) || /[\s/?#\\@]/.test(host)) return false
  return URL.parse(`${address.protocol}//${host}`)?.host === address.host
}
