import { setCookie } from 'hono/cookie'
import type { Config } from '../config'
import type { Ask } from './context'

/** Cookies whose name pins them to this host, where the browser's connection is encrypted. */
export const cookieNames = (config: Pick<Config, 'baseUrl'>) => {
  const secure = config.baseUrl.startsWith('https:')
  const name = (plain: string) => (secure ? `__Host-${plain}` : plain)
  return { secure, visitor: name('visitor'), session: name('session') }
}
export type CookieNames = ReturnType<typeof cookieNames>

const YEAR_MS = 365 * 24 * 3_600_000

/** Keeps a cookie scripts cannot read and other sites cannot send, for so long, ms. */
export const keepCookie = (
  c: Ask,
  names: CookieNames,
  whose: 'visitor' | 'session',
  value: string,
  life = YEAR_MS,
) =>
  setCookie(c, names[whose], value, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: names.secure,
    maxAge: life / 1000,
  })

/** Keeps a choice of how pages look, which is no secret. */
export const keepPreference = (
  c: Ask,
  config: Pick<Config, 'baseUrl'>,
  name: string,
  value: string,
) =>
  setCookie(c, name, value, {
    path: '/',
    sameSite: 'Lax',
    secure: cookieNames(config).secure,
    maxAge: YEAR_MS / 1000,
  })
