import { createServer, connect as dial, type Socket } from 'node:net'
import { freePort } from '../support/ports'

/** One way through: the browser's end and the desk's. */
type Way = { near: Socket; far: Socket; dead: boolean }

/**
 * The network between a browser and the desk, to be cut, to swallow everything, and to heal.
 * Without `sockets` it is one that lets no WebSocket through.
 */
export const openProxy = async (target: number, { sockets = true } = {}) => {
  const port = await freePort()
  const ways = new Set<Way>()
  let state: 'open' | 'cut' | 'mute' | 'hole' = 'open'

  const server = createServer((near) => {
    if (state === 'cut') return void near.resetAndDestroy()
    const far = dial(target, '127.0.0.1')
    const way: Way = { near, far, dead: false }
    ways.add(way)
    pass(way, near, far, state === 'hole')
    pass(way, far, near, state !== 'open')
  })

  /** What one end says the other hears, unless it falls into the hole. Held, not lost: TCP says it again. */
  const pass = (way: Way, from: Socket, to: Socket, holds: boolean) => {
    if (holds) from.pause()
    from.on('data', (bytes) => {
      if (!sockets && /^upgrade: websocket/im.test(bytes.toString('latin1'))) return over()
      if (!way.dead) to.write(bytes)
    })
    const over = () => {
      if (way.dead) return
      ways.delete(way)
      from.destroy()
      to.destroy()
    }
    from.on('close', over)
    from.on('error', over)
  }

  await new Promise<void>((resolve) => {
    server.listen(port, '127.0.0.1', () => resolve())
  })
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    /** Every connection breaks off, and no other is let through. */
    cut() {
      state = 'cut'
      for (const { near, far } of ways) {
        near.resetAndDestroy()
        far.destroy()
      }
      ways.clear()
    },
    /** The desk hears the browser, but its answers do not arrive. */
    mute() {
      state = 'mute'
      for (const { far } of ways) far.pause()
    },
    /** Nothing breaks off and nothing comes through. */
    hole() {
      state = 'hole'
      for (const { near, far } of ways) {
        near.pause()
        far.pause()
      }
    },
    /**
     * What comes now goes through again. What fell into a hole comes late; with `forget` it is lost
     * and those connections stay as dead as they are, without anybody being told.
     */
    heal({ forget = false } = {}) {
      state = 'open'
      for (const way of ways) {
        way.dead ||= forget
        way.near.resume()
        way.far.resume()
      }
    },
    async close() {
      for (const { near, far } of ways) {
        near.destroy()
        far.destroy()
      }
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
export type Network = Awaited<ReturnType<typeof openProxy>>
