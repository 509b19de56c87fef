/**
 * The floor of two nodes: raw mysql2 and ioredis. The posting node inserts and publishes the
 * line itself; the other node writes what it hears to its readers. No cursor, no retry.
 */
import { Redis } from 'ioredis'
import { createPool } from 'mysql2/promise'
import { entryEvent, entryHtml, type Line } from './entry'
import { announce, openCounter, openRooms, readForm, roomOf } from './streams'

const pool = createPool({ uri: process.env.DATABASE_URL ?? '', connectionLimit: 10 })
await pool.query(`CREATE TABLE IF NOT EXISTS floor_entries (
  room VARCHAR(64) NOT NULL, seq INT NOT NULL, id VARCHAR(64) NOT NULL, text TEXT NOT NULL,
  at BIGINT NOT NULL, PRIMARY KEY (room, seq), UNIQUE (room, id))`)

const url = process.env.REDIS_URL ?? ''
const [bell, ear] = [new Redis(url), new Redis(url)]
const rooms = openRooms()
const seqs = new Map<string, number>()
/** The last write of each room: lines of one room are written, and heard, in their order. */
const tails = new Map<string, Promise<unknown>>()

await ear.subscribe('floor')
ear.on('message', (_channel, message) => {
  const { room, line } = JSON.parse(message) as { room: string; line: Line }
  rooms.tell(room, entryEvent(line))
})

const write = async (room: string, { seq, id, text, at }: Line) => {
  const sql = 'INSERT INTO floor_entries (room, seq, id, text, at) VALUES (?, ?, ?, ?, ?)'
  await pool.execute(sql, [room, seq, id, text, at])
  void bell.publish('floor', JSON.stringify({ room, line: { seq, id, text, at } }))
}

const server = Bun.serve({
  port: 0,
  hostname: '127.0.0.1',
  idleTimeout: 0,
  routes: {
    '/ready': new Response('ready'),
    '/chat': { POST: openCounter(`r${process.pid}-`) },
    '/chat/feed': (request) => rooms.join(roomOf(request)),
    '/chat/messages': {
      POST: async (request) => {
        const room = roomOf(request)
        const { id, text } = await readForm(request)
        const seq = (seqs.get(room) ?? 0) + 1
        seqs.set(room, seq)
        const line = { id, seq, text, at: Date.now() }
        const own = (tails.get(room) ?? Promise.resolve()).then(() => write(room, line))
        tails.set(room, own)
        await own
        return new Response(entryHtml(line))
      },
    },
  },
})
announce(server.port)
