import type { ServerWebSocket, WebSocketHandler } from 'bun'
import type { PageState } from '../../actors/page-state'
import type { Ending, Frame, News, Pipe, Writer } from './pipe'
import { parseFrame, type Said } from './said'

const BACKPRESSURE_BYTES = 1024 * 1024
const BAD_FRAME = '{"error":"bad_frame"}'
const BAD_FRAMES = 10
/** Frames between two heartbeats. A page that says all it can says about 20; more is a flood. */
const FRAMES_PER_HEARTBEAT = 300

/**
 * How a socket is closed. hx-ws comes back after 1012 and 1013 (and 1006, which is what a reader
 * who lets more than 1 MiB pile up is closed with); after the others it must not.
 */
const codes: Record<Ending | 'badFrames', number> = {
  renew: 1012,
  drain: 1012,
  slow: 1013,
  badFrames: 4400,
  signedOut: 4401,
  forbidden: 4403,
  replaced: 4409,
}

/** What a page may say on its socket: things that may be lost. Nothing in it says who asks. */
export type ClientHandlers = {
  typing(what: 'typing' | 'paused' | 'noting'): void
  seen(upTo: number): void
}

/** Whatever the page says is ignored. */
export const noHandlers: ClientHandlers = { typing: () => {}, seen: () => {} }

/**
 * A WebSocket. Bun holds it as the socket's `data`; who it is was decided at the upgrade. Each
 * heartbeat is to be answered: by a page in words of its own, for its browser answers pings also
 * while the page is frozen, and by other programs with a pong.
 */
export class SocketPipe implements Pipe {
  writer: Writer | null = null
  readonly hears = true
  onSpoke?: () => void
  onPage?: (page: PageState) => void
  full = false
  private readonly handlers: ClientHandlers
  private socket: ServerWebSocket<SocketPipe> | null = null
  private onDrained: (() => void) | null = null
  private bad = 0
  private frames = 0
  private speaksForItself = false

  constructor(handlers: ClientHandlers) {
    this.handlers = handlers
  }

  push(frames: readonly Frame[]): Promise<void> | undefined {
    for (const [at, { html }] of frames.entries()) {
      if (this.send(html)) continue
      return this.emptied().then(() => this.push(frames.slice(at + 1)))
    }
    return undefined
  }

  tell(news: News, about = 0): void {
    if (news === 'hb') this.frames = 0
    this.send(news === 'hb' ? heartbeatFrame(about) : JSON.stringify({ news }))
    if (news === 'hb' && !this.speaksForItself) this.socket?.ping()
  }

  end(why: Ending): void {
    this.socket?.close(codes[why], why)
  }

  open(socket: ServerWebSocket<SocketPipe>): void {
    this.socket = socket
    this.tell('hb')
    this.writer?.opened()
  }

  /** The program at the other end is there, if not a page that somebody runs. */
  pong(): void {
    if (!this.speaksForItself) this.onSpoke?.()
  }

  /** One frame from the page. What is not one of the six is answered the same, whatever it is. */
  message(text: string | Buffer): void {
    this.frames++
    if (this.frames > FRAMES_PER_HEARTBEAT) {
      this.refuse('too many frames')
      return
    }
    const frame = typeof text === 'string' ? parseFrame(text) : null
    if (frame === null) this.rejectFrame()
    else this.hear(frame)
  }

  drained(): void {
    this.full = false
    this.onDrained?.()
    this.onDrained = null
  }

  closed(): void {
    this.socket = null
    this.writer?.closed()
    this.drained()
  }

  private hear(frame: Said): void {
    this.bad = 0
    if (frame.type === 'present') this.speaksForItself = true
    this.onSpoke?.()
    if (frame.type === 'present') this.onPage?.(frame.page)
    else if (frame.type === 'ping') this.send(heartbeatFrame(0))
    else if (frame.type === 'seen') this.handlers.seen(frame.upTo)
    else this.handlers.typing(frame.type)
  }

  /** Sends; answers false when the reader has to take it first. Bun keeps what it was given. */
  private send(text: string): boolean {
    if (this.socket === null) return true
    if (this.socket.sendText(text) >= 0) return true
    this.full = true
    return false
  }

  private emptied(): Promise<void> {
    return new Promise((resolve) => {
      this.onDrained = resolve
    })
  }

  private rejectFrame(): void {
    this.bad++
    if (this.bad >= BAD_FRAMES) this.refuse('bad frames')
    else this.send(BAD_FRAME)
  }

  private refuse(why: string): void {
    this.socket?.close(codes.badFrames, why)
  }
}

/** The heartbeat, with the newest seq that was sent. */
const heartbeatFrame = (about: number): string => `{"hb":${about}}`

/** For `Bun.serve`. Frames stay small in, and what piles up towards a slow reader is bounded. */
export const socketHandler: WebSocketHandler<SocketPipe> = {
  idleTimeout: 30,
  sendPings: true,
  maxPayloadLength: 64 * 1024,
  backpressureLimit: BACKPRESSURE_BYTES,
  closeOnBackpressureLimit: true,
  perMessageDeflate: false,
  open: (socket) => socket.data.open(socket),
  message: (socket, text) => socket.data.message(text),
  pong: (socket) => socket.data.pong(),
  drain: (socket) => socket.data.drained(),
  close: (socket) => socket.data.closed(),
}
