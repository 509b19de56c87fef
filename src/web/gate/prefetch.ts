/**
 * Whether a browser asks beforehand for what nobody may ever look at: a link that it takes for the
 * next one, a page that it draws in the background. The standard's header, and those of older
 * browsers.
 * Source: Fetch, "`Sec-Purpose` header", https://fetch.spec.whatwg.org/#sec-purpose-header
 */
export const isPrefetch = ({ method, headers }: Request): boolean =>
  method === 'GET' &&
  names.some((name) => /^(prefetch|prerender|preview)\b/.test(headers.get(name) ?? ''))

const names = ['Sec-Purpose', 'Purpose', 'X-Purpose', 'X-Moz']
