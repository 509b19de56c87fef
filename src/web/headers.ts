import type { Ask } from './context'

/** 128 random bits, new for every response. */
export const newNonce = (): string =>
  Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64')

/**
 * Only what carries this response's nonce may run or style. No `unsafe-*`, and no
 * `strict-dynamic`: with it a script inside a swapped fragment would run.
 */
const policy = (nonce: string, framedBy = "'none'"): string =>
  `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'; ` +
  "img-src 'self' data: blob:; media-src 'self' blob:; font-src 'self'; connect-src 'self'; " +
  `frame-src 'self'; worker-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; ` +
  `frame-ancestors ${framedBy}`

const headersFor = (nonce: string, framedBy?: string): Record<string, string> => ({
  'Content-Security-Policy': policy(nonce, framedBy),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
})

/** What a page of ours may ask a browser for, and a page in it nothing: there is none of others. */
const DEVICES = 'microphone=(self), camera=(), display-capture=(), geolocation=()'

/** The headers of every response: pages, fragments, streams, files and errors. */
export const secure = (
  response: Response,
  nonce: string,
  { framedBy, findable = false }: { framedBy?: string | undefined; findable?: boolean } = {},
): Response => {
  const { headers } = response
  for (const [name, value] of Object.entries(headersFor(nonce, framedBy))) headers.set(name, value)
  // Talks are nobody else's, and who searches for help is not led to the door of the desk.
  if (!findable) headers.set('X-Robots-Tag', 'noindex, nofollow')
  if (headers.get('Content-Type')?.startsWith('text/html'))
    headers.set('Permissions-Policy', DEVICES)
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store')
  return response
}

/**
 * The same for a stream, to be made with it: thousands are open at once, and one that is asked
 * for its headers later keeps them as an object of their own for as long as it lives.
 */
export const secureStream = (c: Ask): Record<string, string> => {
  c.set('secured', true)
  return headersFor(c.get('look').nonce)
}

/** Sets them once, last, on whatever the handlers answered. */
export const secured = (c: Ask, response: Response): Response =>
  c.get('secured')
    ? response
    : secure(response, c.get('look').nonce, {
        framedBy: c.get('framedBy'),
        findable: c.get('findable'),
      })
