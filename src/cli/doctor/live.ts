import { paths } from '../../../views/paths'
import { abortAfter, systemClock } from '../../clock'
import { bad, type Finding, good, reasonOf } from './finding'

/** The first event has to be here by then, ms; the desk sends it after 300. */
const PROMPT_MS = 1_000
const TIMEOUT_MS = 8_000

const buffering = `A proxy holds the stream back. For nginx, in the location of the desk:
  proxy_http_version 1.1;
  proxy_buffering off;`

const upgrading = `A proxy does not pass the upgrade on; live pages fall back to event streams. For nginx:
  proxy_http_version 1.1;
  proxy_set_header Upgrade $http_upgrade;
  proxy_set_header Connection $connection_upgrade;
with, outside of server { }:
  map $http_upgrade $connection_upgrade { default upgrade; '' close; }`

/** Opens a real event stream through the address and measures when its events come. */
export const lookAtStream = async (url: string): Promise<Finding[]> => {
  const began = performance.now()
  try {
    const answer = await fetch(`${url}${paths.probe.stream}`, {
      headers: { Accept: 'text/event-stream' },
      signal: abortAfter(systemClock, TIMEOUT_MS),
    })
    if (!answer.ok || !answer.body)
      return [bad('stream', `the event stream is answered with ${answer.status}`)]
    const first = await firstEvent(answer.body)
    if (first === null) return [bad('stream', 'the event stream ended without an event', buffering)]
    const took = Math.round(first - began)
    return took > PROMPT_MS
      ? [bad('stream', `the first event came after ${took} ms`, buffering)]
      : [good('stream', `the first event came after ${took} ms`)]
  } catch (problem) {
    return [bad('stream', `no event came: ${reasonOf(problem)}`, buffering)]
  }
}

/**
 * When the first whole event had come, on the steady clock. The greeting before it does not count:
 * a proxy that buffers lets through what comes along with the headers, and nothing after that.
 */
const firstEvent = async (body: ReadableStream<Uint8Array>): Promise<number | null> => {
  let text = ''
  const decoder = new TextDecoder()
  for await (const part of body) {
    text += decoder.decode(part, { stream: true })
    if (/^id: \d+\ndata: .*\n\n/m.test(text)) return performance.now()
  }
  return null
}

/** Opens a WebSocket through the address and waits for the frame that greets it. */
export const lookAtSocket = async (url: string): Promise<Finding[]> => {
  const began = performance.now()
  const address = `${url.replace(/^http/, 'ws')}${paths.probe.socket}`
  const outcome = await greeting(address, new URL(url).origin)
  return outcome === null
    ? [good('socket', `a WebSocket was greeted after ${Math.round(performance.now() - began)} ms`)]
    : [bad('socket', `no WebSocket: ${outcome}`, upgrading)]
}

/** Bun's takes headers; the DOM library's types do not know. */
const OurWebSocket = WebSocket as unknown as new (
  address: string,
  options: Bun.WebSocketOptions,
) => WebSocket

/** null when it came, else what happened instead. */
const greeting = (address: string, origin: string): Promise<string | null> =>
  new Promise((resolve) => {
    // As a browser would: upgrades from no page, or from somebody else's, are refused.
    const socket = new OurWebSocket(address, { headers: { Origin: origin } })
    const finish = (outcome: string | null) => {
      stop()
      socket.close()
      resolve(outcome)
    }
    const stop = systemClock.after(TIMEOUT_MS, () => finish('nothing came'))
    socket.onmessage = () => finish(null)
    socket.onerror = (event) => finish('message' in event ? reasonOf(event.message) : 'refused')
    socket.onclose = () => finish('it was closed')
  })
