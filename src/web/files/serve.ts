import type { SentFile } from '../../../actors/entry'
import type { Person } from '../../../actors/people'
import { isProblem, Problem } from '../../../actors/problem'
import { paths } from '../../../views/paths'
import { findFile } from '../../commands/files/find'
import type { Signature } from '../../commands/proof'
import { hashToken } from '../../commands/tokens'
import { answerProblem } from '../answer'
import { isKeptAlready } from '../assets/if-none-match'
import type { Ask, WebContext } from '../context'
import { route } from '../route'
import { rangeIn } from './range'

/** What a browser may show by itself: all else is saved. Nothing in these can run. */
const SHOWN = /^(image|audio|video)\//

export const serveFile = route({
  method: 'GET',
  path: paths.file(':id', ':name'),
  permission: 'anyone',
  show: async (c, web) => {
    const id = c.req.param('id') ?? ''
    const found = await findFile(web.desk, await readersOf(c, web), id, signatureIn(c))
    return isProblem(found) ? answerProblem(c, found) : answerFile(c, web, found)
  },
})

/** Whoever this browser is: somebody who answers may have asked something here as well. */
const readersOf = async (c: Ask, { desk }: WebContext): Promise<readonly Person[]> => {
  const [person, token] = [c.get('person'), c.get('visitorToken')]
  const visitor = token && (await desk.store.visits.visitorOf(hashToken(token)))
  return [
    ...(person ? [person] : []),
    ...(visitor ? [{ kind: 'visitor' as const, id: visitor }] : []),
  ]
}

const signatureIn = (c: Ask): Signature | undefined => {
  const [until, proof] = [c.req.query('e'), c.req.query('s')]
  return until && proof && /^\d{1,15}$/.test(until) ? { until: Number(until), proof } : undefined
}

const answerFile = async (c: Ask, { desk }: WebContext, file: SentFile): Promise<Response> => {
  // What is in a file never changes, so its id says it all.
  const headers = headersOf(c, file)
  if (isKeptAlready(c.req.header('If-None-Match') ?? null, file.id))
    return new Response(null, { status: 304, headers })
  const ifRange = c.req.header('If-Range')
  const asked =
    ifRange === undefined || ifRange === `"${file.id}"` ? c.req.header('Range') : undefined
  const range = rangeIn(asked, file.bytes)
  if (range === 'none') {
    headers.set('Content-Range', `bytes */${file.bytes}`)
    return new Response(null, { status: 416, headers })
  }
  const { from, to } = range ?? { from: 0, to: file.bytes }
  const bytes = await desk.files.read(file.id, from, to)
  if (!bytes) return answerProblem(c, new Problem('missing', 'missing'))
  if (range) headers.set('Content-Range', `bytes ${from}-${to - 1}/${file.bytes}`)
  headers.set('Content-Length', String(to - from))
  return new Response(bytes, { status: range ? 206 : 200, headers })
}

/** As a file that nothing in it can make anything else of. They are these alone: no page is framed. */
const headersOf = (c: Ask, { id, name, type }: SentFile): Headers => {
  c.set('secured', true)
  const isSaved = !SHOWN.test(type) || c.req.query('download') !== undefined
  return new Headers({
    'Content-Type': type === 'text/plain' ? 'text/plain; charset=utf-8' : type,
    'Content-Disposition': `${isSaved ? 'attachment' : 'inline'}; ${fileNames(name)}`,
    'Content-Security-Policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Referrer-Policy': 'same-origin',
    'X-Robots-Tag': 'noindex, nofollow',
    // Who signs out, or takes something back, leaves nothing that opens without asking.
    'Cache-Control': 'private, no-cache',
    'Accept-Ranges': 'bytes',
    ETag: `"${id}"`,
  })
}

/** In ASCII for old programs, and whole (RFC 6266, 5; RFC 8187, 3.2). */
const fileNames = (name: string): string => {
  const plain = name.replace(/[^\w .()-]/g, '_')
  const whole = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${hex(sign)}`)
  return `filename="${plain}"; filename*=UTF-8''${whole}`
}

const hex = (sign: string) => sign.charCodeAt(0).toString(16).toUpperCase()
