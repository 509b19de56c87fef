import { searched } from '../support/leaks'

/** A request as somebody sends it; what is left out is what a page of the desk would send. */
export type Asked = {
  cookie?: string
  form?: Record<string, string>
  json?: unknown
  /** Sent as it is, with the type in `headers`. */
  body?: BodyInit
  headers?: Record<string, string>
  /** Where the browser says it comes from; without it, from the desk's own pages. */
  from?: Record<string, string>
  accept?: 'page' | 'fragment' | 'json'
  signal?: AbortSignal
}

export type Answer = { status: number; headers: Headers; text: string }

const accepts = {
  page: { Accept: 'text/html' },
  fragment: { Accept: 'text/html', 'HX-Request': 'true' },
  json: { Accept: 'application/json' },
} as const

/** One request of a browser on the desk's own page; it follows no redirect. */
export const open = async (url: string, method: string, path: string, asked: Asked = {}) => {
  const { cookie, form, json, body, accept = 'page' } = asked
  const answer = await fetch(`${url}${path}`, {
    method,
    redirect: 'manual',
    headers: {
      ...(asked.from ?? { 'Sec-Fetch-Site': 'same-origin' }),
      ...accepts[accept],
      ...(cookie === undefined ? {} : { Cookie: cookie }),
      ...(json === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...asked.headers,
    },
    body: body ?? (form ? new URLSearchParams(form) : JSON.stringify(json)),
    signal: asked.signal ?? AbortSignal.timeout(9_000),
  })
  return searched(`${method} ${path}`, answer, cookie ?? new Headers(asked.headers).get('Cookie'))
}

/** The same, read to its end. A stream is cut after its first bytes. */
export const send = async (
  url: string,
  method: string,
  path: string,
  asked: Asked = {},
): Promise<Answer> => {
  const response = await open(url, method, path, asked)
  const { status, headers } = response
  const streams = headers.get('Content-Type')?.startsWith('text/event-stream') ?? false
  return { status, headers, text: await (streams ? firstOf(response) : response.text()) }
}

const firstOf = async (response: Response): Promise<string> => {
  const reader = response.body?.getReader()
  const first = await reader?.read()
  await reader?.cancel()
  return new TextDecoder().decode(first?.value)
}
