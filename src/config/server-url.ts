import { isIP } from 'node:net'
import { domainToASCII } from 'node:url'
import { isUnread, type Parameters, readParameters, type Unread } from './parameters'
import { encoding, type Kind, kinds } from './server-kinds'
import type { Tls } from './tls'

/** What a URL of MySQL or Redis says, each part as the server is to hear it. */
export type ServerUrl = {
  host: string
  port: number
  user: string
  password: string
  /** What stands after the slash. */
  database: string
  /** undefined: without encryption. */
  tls: Tls | undefined
  /** How long a connection may take to be made, ms. */
  connectMs: number
  /** How long an answer may take, ms. */
  answerMs: number
}

/** Reads a URL, or says all that is wrong with it. Neither value nor password is ever repeated. */
export const readServerUrl = (kind: Kind, text: string): ServerUrl | Unread => {
  const { setting, form, schemes, path, port, times } = kinds[kind]
  const whole = { says: [`${setting} must ${form}; ${encoding}`] }
  if (!URL.canParse(text)) return whole
  const url = new URL(text)
  const byScheme = schemes[url.protocol]
  const parts = [url.username, url.password, url.pathname.slice(1), url.hostname].map(decoded)
  const [user, password, database, name] = parts
  // What stands behind a sign that should have been written otherwise may be part of a password.
  const isSplit = url.hash !== '' || url.search.includes('@') || !path.test(url.pathname)
  if (byScheme === undefined || isSplit || url.port === '0') return whole
  if (user === undefined || password === undefined || database === undefined) return whole
  const host = hostOf(name ?? '')
  if (host === undefined) return whole
  const parameters = readParameters(setting, url.search, times)
  if (isUnread(parameters)) return parameters
  const tls = tlsOf(byScheme, parameters)
  if (tls === 'contradiction')
    return {
      says: [`${setting} begins with ${url.protocol}// and says ssl=off: only one can be so`],
    }
  const { connectMs, answerMs } = parameters
  const place = { host, port: url.port === '' ? port : Number(url.port) }
  return { ...place, user, password, database, tls, connectMs, answerMs }
}

/** The same for who has a URL that was looked at before. Throws the sentences. */
export const serverUrl = (kind: Kind, text: string): ServerUrl => {
  const read = readServerUrl(kind, text)
  if (isUnread(read)) throw new Error(read.says.join('\n'))
  return read
}

/** Host and port as they are written, `[::1]:3306`. */
export const placeOf = ({ host, port }: Pick<ServerUrl, 'host' | 'port'>): string =>
  `${isIP(host) === 6 ? `[${host}]` : host}:${port}`

/** Signs that a URL has a meaning for are written as `%40`; a lone `%` is nothing. */
const decoded = (part: string): string | undefined => {
  try {
    return decodeURIComponent(part)
  } catch {
    return undefined
  }
}

/** undefined for what is neither an address nor a name. */
const hostOf = (name: string): string | undefined => {
  const address = name.replace(/^\[(.*)\]$/, '$1')
  if (isIP(address) !== 0) return address
  if (/^[\w.-]+$/.test(name)) return name
  return domainToASCII(name) || undefined
}

const tlsOf = (
  byScheme: boolean,
  { ssl, ca, client }: Parameters,
): Tls | undefined | 'contradiction' => {
  if (ssl === 'off') return byScheme ? 'contradiction' : undefined
  if (ssl === undefined && !ca && !client && !byScheme) return undefined
  return { verify: ssl !== 'insecure', ca, client }
}
