import { paths } from '../../../views/paths'
import type { Clock, Stop } from '../../clock'
import type { Frame, Pipe } from '../../live/pipe'
import { noHandlers, SocketPipe } from '../../live/socket'
import { SsePipe } from '../../live/sse'
import type { WebContext } from '../context'
import { secureStream } from '../headers'
import { route } from '../route'
import { answerBusy, upgrade } from '../upgrade'

/** Apart of the events of a probe and how many there are: two seconds in all. */
const EVENT_MS = 300
const EVENT_COUNT = 7
/** Probes at once: enough for a monitor, too few to be of use to anybody else. */
const CONCURRENT_PROBES = 20

/**
 * A stream and a socket that carry nothing, over the very pipes that pages use: whoever opens
 * them through a proxy sees whether it holds them back.
 */
export const probeStream = route({
  method: 'GET',
  path: paths.probe.stream,
  permission: 'anyone',
  live: true,
  show: (c, { probes, desk: { clock } }) => {
    if (c.req.method === 'HEAD') return c.body(null, 200)
    if (probes.size >= CONCURRENT_PROBES) return answerBusy(c)
    return watched(probes, clock, new SsePipe()).response(secureStream(c))
  },
})

export const probeSocket = route({
  method: 'GET',
  path: paths.probe.socket,
  permission: 'anyone',
  live: true,
  show: (c, web) => {
    const { probes, desk } = web
    if (probes.size >= CONCURRENT_PROBES) return answerBusy(c)
    return upgrade(c, web, () => watched(probes, desk.clock, new SocketPipe(noHandlers)))
  },
})

const watched = <P extends Pipe>(probes: WebContext['probes'], clock: Clock, pipe: P): P => {
  let stop: Stop | undefined
  probes.add(pipe)
  pipe.writer = {
    opened() {
      stop = pace(pipe, clock)
    },
    closed() {
      stop?.()
      probes.delete(pipe)
    },
  }
  return pipe
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
