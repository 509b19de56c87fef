import { paths } from '../../../views/paths'
import type { Clock, Stop } from '../../clock'
import type { Config } from '../../config'
import type { Frame, Pipe } from '../../live/pipe'
import { noHandlers, SocketPipe } from '../../live/socket'
import { SsePipe } from '../../live/sse'
import type { App } from '../context'
import { secureStream } from '../headers'
import { answerBusy, upgrade } from './upgrade'

/** Apart of the events of a probe and how many there are: two seconds in all. */
const EVENT_MS = 300
const EVENT_COUNT = 7
/** Probes at once: enough for a monitor, too few to be of use to anybody else. */
const CONCURRENT_PROBES = 20

/**
 * A stream and a socket that carry nothing, over the very pipes that pages use: whoever opens
 * them through a proxy sees whether it holds them back.
 */
export const probeRoutes = (app: App, config: Config, clock: Clock) => {
  let open = 0

  const watched = <P extends Pipe>(pipe: P): P => {
    let stop: Stop | undefined
    open += 1
    pipe.writer = {
      opened() {
        stop = pace(pipe, clock)
      },
      closed() {
        stop?.()
        open -= 1
      },
    }
    return pipe
  }

  app.get(paths.probe.stream, (c) => {
    if (c.req.method === 'HEAD') return c.body(null, 200)
    if (open >= CONCURRENT_PROBES) return answerBusy(c)
    return watched(new SsePipe()).response(secureStream(c))
  })

  app.get(paths.probe.socket, (c) => {
    if (open >= CONCURRENT_PROBES) return answerBusy(c)
    return upgrade(c, config, () => watched(new SocketPipe(noHandlers)))
  })
}

const pace = (pipe: Pipe, clock: Clock): Stop => {
  let n = 0
  return clock.every(EVENT_MS, () => {
    n += 1
    const frame: Frame = { html: `${n}`, seq: n }
    void pipe.push([frame])
    if (n === EVENT_COUNT) pipe.end('replaced', 0)
  })
}
