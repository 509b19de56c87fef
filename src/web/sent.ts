import type { Sent } from '../../views/unsent'
import type { Ask } from './context'

/** What is not shown again, nor sent again without being typed. */
const PASSWORD = /password/i

/** What a form brought, for a page that gives it back. */
export const sentIn = (input: Record<string, unknown>): Sent => {
  const texts = Object.entries(input).filter(isText)
  return {
    fields: Object.fromEntries(texts.filter(([name]) => !PASSWORD.test(name))),
    passwords: texts.map(([name]) => name).filter((name) => PASSWORD.test(name)),
  }
}

const isText = (field: [string, unknown]): field is [string, string] => typeof field[1] === 'string'

/** Where a form led, if a page may say so: `//host` would lead to another site. */
export const actionOf = (c: Ask): string | undefined => {
  if (c.req.method !== 'POST') return undefined
  // What is no host is no address either.
  const { pathname = '', search = '' } = URL.parse(c.req.url) ?? {}
  return /^\/(?![/\\])/.test(pathname) ? `${pathname}${search}` : undefined
}
