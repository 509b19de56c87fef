import type { Config } from '../config'
import type { Ask } from './context'

/**
 * Where the desk is, as whoever asks sees it: the address it was told, else the host that was asked.
 * An origin, without a slash at its end.
 */
export const deskOrigin = (
  c: Ask,
  { baseUrl, baseUrlGiven }: Pick<Config, 'baseUrl' | 'baseUrlGiven'>,
): string => {
  const { protocol, origin } = new URL(baseUrl)
  const asked = URL.parse(`${protocol}//${c.req.header('Host') ?? ''}`)?.origin
  return baseUrlGiven ? origin : (asked ?? origin)
}
