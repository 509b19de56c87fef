import { createServer } from 'node:net'

/**
 * Below the range (32768–60999 on Linux) from which the system gives ports to whoever asks for any:
 * a port of that range is another's as soon as this one has let go of it.
 */
const FIRST_PORT = 12_000
const LAST_PORT = 31_999
const MAX_TRIES = 200

/** Given once to a process, for what was to listen there may come up only later. */
const given = new Set<number>()

/** A port of 127.0.0.1 that is free, and that nobody is given unasked. */
export const freePort = async (): Promise<number> => {
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    const port = FIRST_PORT + Math.floor(Math.random() * (LAST_PORT - FIRST_PORT + 1))
    if (given.has(port) || !(await isFree(port))) continue
    given.add(port)
    return port
  }
  throw new Error(`No free port found in ${MAX_TRIES} tries from ${FIRST_PORT} to ${LAST_PORT}`)
}

const isFree = (port: number) =>
  new Promise<boolean>((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })

/** Whether something listens there. */
export const isOpen = async (port: number): Promise<boolean> => {
  try {
    const socket = await Bun.connect({
      hostname: '127.0.0.1',
      port,
      socket: { data() {}, error() {} },
    })
    socket.end()
    return true
  } catch {
    return false
  }
}
