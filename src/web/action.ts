import type { Ask } from './context'

/** Where a form led, if a page may say so: `//host` would lead to another site. */
export const actionOf = (c: Ask): string | undefined => {
  if (c.req.method !== 'POST') return undefined
  // What is no host is no address either.
  const { pathname = '', search = '' } = URL.parse(c.req.url) ?? {}
  return /^\/(?![/\\])/.test(pathname) ? `${pathname}${search}` : undefined
}
