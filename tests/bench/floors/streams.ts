/** Direct streams by room, the fastest way Bun has to write to many open connections. */
type Sink = { write(bytes: Uint8Array): unknown; flush(): unknown }

const encoder = new TextEncoder()

export const openRooms = () => {
  const rooms = new Map<string, Set<Sink>>()

  const join = (room: string): Response => {
    const sinks = rooms.get(room) ?? new Set()
    rooms.set(room, sinks)
    let own: Sink | undefined
    const source = {
      type: 'direct',
      pull: (sink: Sink) => {
        own = sink
        sinks.add(sink)
        sink.write(encoder.encode('event: hb\ndata: \n\n'))
        sink.flush()
        return new Promise(() => {})
      },
      cancel: () => {
        if (own) sinks.delete(own)
      },
    }
    // A direct stream's source has Bun's own type; the DOM library does not know it.
    const stream = new ReadableStream(source as unknown as UnderlyingDefaultSource)
    return new Response(stream, { headers: { 'Content-Type': 'text/event-stream' } })
  }

  const tell = (room: string, event: string) => {
    const bytes = encoder.encode(event)
    for (const sink of rooms.get(room) ?? []) {
      sink.write(bytes)
      sink.flush()
    }
  }

  return { join, tell }
}

/** The room a request belongs to: its cookie names it. */
export const roomOf = (request: Request) =>
  /visitor=([\w-]+)/.exec(request.headers.get('Cookie') ?? '')?.[1] ?? ''

/** Answers a new visitor with the cookie of a room of their own. */
export const openCounter = (prefix = 'r') => {
  let opened = 0
  return () => {
    opened += 1
    const cookie = `visitor=${prefix}${opened}; HttpOnly`
    return new Response(null, { status: 303, headers: { Location: '/chat', 'Set-Cookie': cookie } })
  }
}

/** The two fields of a message out of a form body. */
export const readForm = async (request: Request) => {
  const form = new URLSearchParams(await request.text())
  return { id: form.get('client_id') ?? '', text: form.get('text') ?? '' }
}

/** Tells the bench where it listens. */
export const announce = (port: number | undefined) => process.stdout.write(`ready ${port}\n`)
