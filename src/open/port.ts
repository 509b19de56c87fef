import { type Config, EVERYWHERE } from '../config'
import { socketHandler } from '../live/socket'

/** What answers behind a port. */
export type Front = {
  fetch(request: Request, server: Bun.Server<unknown>): Response | Promise<Response>
  error(fault: Error): Response
}

/** The port is taken, or not allowed, or the address is none of this machine. */
export class ListenFault extends Error {
  override readonly name = 'ListenFault'
  readonly code: string
  readonly place: Pick<Config, 'port' | 'host'>
  constructor(place: Pick<Config, 'port' | 'host'>, cause: unknown) {
    const { code = '', message = String(cause) } = cause as { code?: string; message?: string }
    super(message, { cause })
    this.code = code
    this.place = { port: place.port, host: place.host }
  }
}

/** A port with something behind it from the first on, and something else later. */
export const openPort = (config: Config) => {
  let front: Front | undefined
  let server: Listening | undefined
  return {
    /** Throws a `ListenFault` when nothing can listen there. */
    show(next: Front): Listening {
      front = next
      server ??= listen(config, () => front ?? next)
      return server
    },
    async close() {
      await server?.stop(true)
    },
  }
}

type Listening = ReturnType<typeof listen>

const listen = (place: Pick<Config, 'port' | 'host'>, front: () => Front) => {
  try {
    return listenOn(place.host, (hostname) =>
      Bun.serve({
        port: place.port,
        hostname,
        idleTimeout: 60,
        // What is too large is answered like everything else, by our own limit (`src/web/body.ts`).
        maxRequestBodySize: Number.MAX_SAFE_INTEGER,
        fetch: (request, server) => front().fetch(request, server),
        websocket: socketHandler,
        development: false,
        // Outside development Bun would share the port with another process that has it.
        reusePort: false,
        error: (fault) => front().error(fault),
      }),
    )
  } catch (cause) {
    throw new ListenFault(place, cause)
  }
}

/** Where a machine has no IPv6 at all, everywhere is every address of IPv4. */
export const listenOn = <Server>(host: string, listenAt: (hostname: string) => Server): Server => {
  try {
    return listenAt(host)
  } catch (problem) {
    const code = problem instanceof Error && 'code' in problem ? problem.code : undefined
    if (host !== EVERYWHERE || code === 'EADDRINUSE' || code === 'EACCES') throw problem
    return listenAt('0.0.0.0')
  }
}
