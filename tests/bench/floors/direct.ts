/** Bare fan-out: no database, a template string, direct streams. */
import { entryEvent } from './entry'
import { announce, openCounter, openRooms, readForm, roomOf } from './streams'

const rooms = openRooms()
const seqs = new Map<string, number>()

const server = Bun.serve({
  port: 0,
  hostname: '127.0.0.1',
  idleTimeout: 0,
  routes: {
    '/ready': new Response('ready'),
    '/chat': { POST: openCounter() },
    '/chat/feed': (request) => rooms.join(roomOf(request)),
    '/chat/messages': {
      POST: async (request) => {
        const room = roomOf(request)
        const { id, text } = await readForm(request)
        const seq = (seqs.get(room) ?? 0) + 1
        seqs.set(room, seq)
        rooms.tell(room, entryEvent({ id, seq, text, at: Date.now() }))
        return new Response('')
      },
    },
  },
})
announce(server.port)
