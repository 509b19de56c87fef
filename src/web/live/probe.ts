import { paths } from '../../../views/paths'
import type { Config } from '../../config'
import type { Frame, Pipe } from '../../feeds/pipe'
import { deaf, SocketPipe } from '../../feeds/socket'
import { SsePipe } from '../../feeds/sse'
import type { App } from '../context'
import { secureStream } from '../headers'
import { answerBusy, upgrade } from './upgrade'

/** Apart of the events of a probe and how many there are: two seconds in all. */
const EVERY = 300
const EVENTS = 7
/** Probes at once: enough for a monitor, too few to be of use to anybody else. */
const AT_ONCE = 20

/**
 * A stream and a socket that carry nothing, over the very pipes that pages use: whoever opens
 * them through a proxy sees whether it holds them back.
 */
export const probeRoutes = (app: App, config: Config) => {
  let open = 0

  const watched = <P extends Pipe>(pipe: P): P => {
    let timer: ReturnType<typeof setInterval> | undefined
    open += 1
    pipe.writer = {
      opened() {
        timer = pace(pipe)
      },
      closed() {
        clearInterval(timer)
        open -= 1
      },
    }
    return pipe
  }

  app.get(paths.probe.stream, (c) => {
    if (c.req.method === 'HEAD') return c.body(null, 200)
    if (open >= AT_ONCE) return answerBusy(c)
    return watched(new SsePipe()).response(secureStream(c))
  })

  app.get(paths.probe.socket, (c) => {
    if (open >= AT_ONCE) return answerBusy(c)
    return upgrade(c, config, () => watched(new SocketPipe(deaf)))
  })
}

const pace = (pipe: Pipe) => {
  let n = 0
  const timer = setInterval(() => {
    n += 1
    const frame: Frame = { html: `${n}`, seq: n }
    void pipe.push([frame])
    if (n === EVENTS) pipe.end('replaced', 0)
  }, EVERY)
  return timer
}
