import type { MiddlewareHandler } from 'hono'
import type { Env } from './context'

/** 128 random bits, new for every response. */
export const newNonce = (): string =>
  Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64')

/**
 * Only what carries this response's nonce may run or style. No `unsafe-*`, and no
 * `strict-dynamic`: with it a script inside a swapped fragment would run.
 */
export const policy = (nonce: string, framedBySelf = false): string =>
  `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'; ` +
  "img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; frame-src 'self'; " +
  "form-action 'self'; base-uri 'none'; frame-ancestors " +
  (framedBySelf ? "'self'" : "'none'")

/** The headers of every response: pages, fragments, streams, files and errors. */
export const secure = (response: Response, nonce: string, framedBySelf = false): Response => {
  const { headers } = response
  headers.set('Content-Security-Policy', policy(nonce, framedBySelf))
  headers.set('X-Content-Type-Options', 'nosniff')
  headers.set('Referrer-Policy', 'same-origin')
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store')
  return response
}

/** Sets them once, last, on whatever the handlers answered. */
export const headers =
  (framedBySelf: (path: string) => boolean): MiddlewareHandler<Env> =>
  async (c, next) => {
    await next()
    secure(c.res, c.get('look').nonce, framedBySelf(c.req.path))
  }
