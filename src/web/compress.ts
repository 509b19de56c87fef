import { gzipSync } from 'bun'
import { takesGzip } from './accept-encoding'
import { wantsPage } from './answer'
import type { Ask } from './context'
import { isSameHost } from './gate/same-host'

/** Below this a page fits into one packet as it is, bytes. */
const LEAST_BYTES = 1_024
/** Beyond it a page takes more time and is hardly smaller. */
const LEVEL = 5

/**
 * A page as its reader takes it, compressed where that is safe (docs/decisions/0025): not for who was
 * led here by another site, and not where a page holds a secret. Fragments that answer a form stay as
 * they are: they are small, and there are many. Streams are no pages.
 */
export const compressed = (c: Ask, response: Response): Response | Promise<Response> => {
  if (!isPage(c, response)) return response
  response.headers.append('Vary', 'Accept-Encoding')
  if (c.get('secret') || isLedHere(c) || !takesGzip(c.req.header('Accept-Encoding')))
    return response
  return zipped(response)
}

/** Of a stream nothing is asked: what it is asked for it keeps for as long as it is open. */
const isPage = (c: Ask, response: Response): boolean =>
  !c.get('secured') &&
  (c.req.method === 'GET' || wantsPage(c)) &&
  (response.headers.get('Content-Type') ?? '').startsWith('text/html')

/** Whether a page of somebody else made the browser ask, as often as it likes. */
const isLedHere = (c: Ask): boolean => {
  const site = c.req.header('Sec-Fetch-Site')
  if (site !== undefined) return site !== 'same-origin' && site !== 'none'
  const before = URL.parse(c.req.header('Referer') ?? '')
  return before !== null && !isSameHost(before, c.req.header('Host'))
}

const zipped = async (response: Response): Promise<Response> => {
  const { status, headers } = response
  const plain = new Uint8Array(await response.arrayBuffer())
  if (plain.byteLength < LEAST_BYTES) return new Response(plain, { status, headers })
  headers.set('Content-Encoding', 'gzip')
  headers.delete('Content-Length')
  return new Response(gzipSync(plain, { level: LEVEL }), { status, headers })
}
