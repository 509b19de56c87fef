import type { Ending, Frame, News, Pipe, Writer } from './pipe'
import { comesBack } from './pipe'

const encoder = new TextEncoder()
/** What is written goes out when the event loop comes round; more than this is waited for, bytes. */
const FLUSH_BYTES = 64 * 1024

/**
 * One event as text/event-stream has it: a line break in the data, of whatever kind, starts
 * another `data:` line, so no text can begin a field of its own.
 */
export const sseEvent = (event: {
  name?: string
  id?: number | null
  retry?: number
  data: string
}): Uint8Array => {
  const id = event.id == null ? '' : `id: ${event.id}\n`
  const name = event.name === undefined ? '' : `event: ${event.name}\n`
  const retry = event.retry === undefined ? '' : `retry: ${event.retry}\n`
  const data = event.data.replace(/\r\n|\r|\n/g, '\ndata: ')
  return encoder.encode(`${name}${id}${retry}data: ${data}\n\n`)
}

const beats: Uint8Array[] = []

/** The heartbeat. Most conversations are short, and thousands beat alike every second. */
const beatOf = (upTo: number): Uint8Array => {
  const known = beats[upTo]
  if (known) return known
  const beat = sseEvent({ name: 'hb', data: String(upTo) })
  if (upTo < 1000) beats[upTo] = beat
  return beat
}

/** What every stream is sent with; the rest (the policy) comes from the web. */
const sseHeaders = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'no-store',
  'X-Accel-Buffering': 'no',
} as const

/** The part of Bun's direct stream controller that is used. `write` waits when the socket does. */
type Sink = {
  write(bytes: Uint8Array): number | Promise<number>
  flush(wait?: boolean): number | Promise<number>
  end(): unknown
}

/**
 * An SSE stream. It is its own source for Bun's `type: 'direct'` stream, so that an idle
 * connection holds one small object and no closures.
 */
export class SsePipe implements Pipe {
  readonly type = 'direct'
  writer: Writer | null = null
  full = false
  private sink: Sink | null = null
  private over = false

  response(headers: Readonly<Record<string, string>>): Response {
    // The type of a direct stream's source is Bun's own; the DOM library does not know it.
    const stream = new ReadableStream(this as unknown as UnderlyingDefaultSource)
    return new Response(stream, { headers: { ...headers, ...sseHeaders } })
  }

  /** Called once by Bun. It answers nothing: the stream stays open until `end`. */
  pull(sink: Sink): void {
    this.sink = sink
    // The first bytes open the way through a proxy, and tell the browser when to come back.
    this.write(sseEvent({ name: 'hb', retry: 1000, data: '' }))
    this.writer?.opened()
  }

  /** Called by Bun when the reader is gone. */
  cancel(): void {
    this.finish()
  }

  push(frames: readonly Frame[]): Promise<void> | undefined {
    let size = 0
    for (const [at, frame] of frames.entries()) {
      frame.sse ??= sseEvent({ id: frame.seq, data: frame.html })
      size += frame.sse.length
      const waits = this.put(frame.sse)
      if (waits) return this.pushRest(waits, frames.slice(at + 1))
    }
    return size > FLUSH_BYTES ? this.flushed() : undefined
  }

  tell(news: News, about?: number): void {
    if (!this.full)
      this.write(news === 'hb' ? beatOf(about ?? 0) : sseEvent({ name: news, data: '' }))
  }

  end(why: Ending, retry: number): void {
    if (this.over) return
    const last = comesBack(why) ? { name: why, retry, data: '' } : { name: 'end', data: why }
    if (!this.full) this.write(sseEvent(last))
    const sink = this.sink
    this.finish()
    attempt(() => sink?.end())
  }

  private write(bytes: Uint8Array): void {
    const waits = this.put(bytes)
    if (waits) void this.pushRest(waits, [])
  }

  private put(bytes: Uint8Array): Promise<unknown> | undefined {
    const wrote = attempt(() => this.sink?.write(bytes))
    return wrote instanceof Promise ? wrote : undefined
  }

  private flushed(): Promise<void> | undefined {
    const flushed = attempt(() => this.sink?.flush())
    return flushed instanceof Promise ? this.pushRest(flushed, []) : undefined
  }

  /** Waits for a slow reader, then sends what is left. */
  private async pushRest(waits: Promise<unknown>, frames: readonly Frame[]): Promise<void> {
    this.full = true
    await waits.catch(() => {})
    this.full = false
    if (!this.over && frames.length > 0) await this.push(frames)
  }

  private finish(): void {
    if (this.over) return
    this.over = true
    this.sink = null
    this.writer?.closed()
  }
}

/** A sink that is closed throws; its reader is gone, and `cancel` says so in its own time. */
const attempt = <T>(act: () => T): T | undefined => {
  try {
    return act()
  } catch {
    return undefined
  }
}
