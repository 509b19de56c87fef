/** Characters of an address that are kept; what is cut off says so. */
const ADDRESS_CHARS = 512
/** What is longer is not looked into. */
const READ_CHARS = 8_192
const PARAMETERS = 100

/** Parameters that open something, or tell who somebody is: these words, as a part of their name. */
const SECRET =
  /pass|pwd|secret|token|auth|session|(?:^|[-_.])sid(?:$|[-_.])|key|code|otp|pin(?:$|[-_.])|sign|(?:^|[-_.])sig(?:$|[-_.])|jwt|credential|nonce|ticket|mail|phone|mobile|csrf|xsrf|state|saml/i
/** What only chance makes: long, of letters and figures without a word between them. */
const RANDOM = /^(?=.*\d)(?=.*[a-z])[\w.~+/=-]{32,}$/i

const web = (text: string): URL | null => {
  const url = text.length > READ_CHARS ? null : URL.parse(text)
  return url && /^https?:$/.test(url.protocol) ? url : null
}

export const cut = (text: string, chars: number): string =>
  text.length > chars ? `${text.slice(0, chars - 1).toWellFormed()}…` : text

/** The address of a page without what is nobody's business; null for none of the web. */
export const pageAddress = (text: string): { origin: string; shown: string } | null => {
  const url = web(text)
  if (!url) return null
  const kept = [...url.searchParams]
    .slice(0, PARAMETERS)
    .filter(([name, value]) => !SECRET.test(name) && !RANDOM.test(value) && !value.includes('@'))
  const query = new URLSearchParams(kept).toString()
  const shown = `${url.origin}${url.pathname}${query && `?${query}`}`
  return { origin: url.origin, shown: cut(shown, ADDRESS_CHARS) }
}

/** Where somebody came from, without its query; empty for what is no address of the web. */
export const referrerAddress = (text: string): string => {
  const url = web(text)
  return url ? cut(`${url.origin}${url.pathname}`, ADDRESS_CHARS) : ''
}

const UTM = ['source', 'medium', 'campaign', 'term', 'content']
const UTM_CHARS = 100

/** How a campaign marked the address by which they came. */
export const utmIn = (text: string): Record<string, string> => {
  const query = web(text)?.searchParams
  return Object.fromEntries(
    UTM.flatMap((name) => {
      const value = query?.get(`utm_${name}`)?.trim()
      return value ? [[name, cut(value.toWellFormed(), UTM_CHARS)]] : []
    }),
  )
}
