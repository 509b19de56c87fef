import type { Config } from '../config'
import { opening } from './refusal'

/** Refuses when the desk could not listen there, before any work is done for it. */
export const assertFree = ({ port, host: hostname }: Pick<Config, 'port' | 'host'>) =>
  opening(listenOnce(port, hostname), port)

const listenOnce = async (port: number, hostname: string) => {
  const fetch = () => new Response(null, { status: 503 })
  await Bun.serve({ port, hostname, fetch, reusePort: false }).stop(true)
}
