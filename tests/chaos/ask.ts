/** A request as a browser sends it from the desk's own pages. */
export type Asked = { cookie?: string; form?: Record<string, string> | FormData; within?: number }
export type Told = { status: number; text: string; cookies: string[]; location: string | null }

/** Rejects when no answer comes `within` ms; never follows a redirect. */
export const ask = async (url: string, asked: Asked = {}): Promise<Told> => {
  const { cookie, form, within = 2_000 } = asked
  const response = await fetch(url, {
    method: form ? 'POST' : 'GET',
    redirect: 'manual',
    headers: {
      Accept: 'text/html',
      'Sec-Fetch-Site': 'same-origin',
      ...(cookie ? { Cookie: cookie } : {}),
      ...(form ? { 'HX-Request': 'true' } : {}),
    },
    ...(form ? { body: form instanceof FormData ? form : new URLSearchParams(form) } : {}),
    signal: AbortSignal.timeout(within),
  })
  return {
    status: response.status,
    text: await response.text(),
    cookies: response.headers.getSetCookie().map((one) => one.split(';')[0] ?? ''),
    location: response.headers.get('Location'),
  }
}

/** The answer says the same whoever asks again: the message is refused, not just late. */
export const isRefusal = (status: number) => status >= 400 && status < 500 && status !== 429
