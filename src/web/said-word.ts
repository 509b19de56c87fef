import type { Config } from '../config'
import type { Ask } from './context'
import { comesFromElsewhere } from './gate/same-origin'

/**
 * What an address says of something that was done, under a name: to whoever the desk itself led there,
 * for a link of anybody else could say that a thing was done which never was. Undefined where it says
 * nothing.
 */
export const saidWord = (
  c: Ask,
  { config }: { config: Pick<Config, 'baseUrl' | 'baseUrlGiven'> },
  name: string,
): string | undefined =>
  c.req.method !== 'GET' || comesFromElsewhere(c.req.raw, config) ? undefined : c.req.query(name)
