/**
 * The floor of a persisted message: raw Bun.serve and bun:sqlite with `synchronous=FULL`, a
 * template string, direct streams. `COMMIT=group` shares one transaction among the messages
 * that arrive together; `COMMIT=single` writes each on its own.
 */
import { Database } from 'bun:sqlite'
import { entryEvent, entryHtml, type Line } from './entry'
import { announce, openCounter, openRooms, readForm, roomOf } from './streams'

const db = new Database(process.env.FILE ?? ':memory:')
db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL')
db.exec(`CREATE TABLE IF NOT EXISTS entries (
  room TEXT NOT NULL, seq INTEGER NOT NULL, id TEXT NOT NULL, text TEXT NOT NULL,
  at INTEGER NOT NULL, PRIMARY KEY (room, seq), UNIQUE (room, id)) WITHOUT ROWID`)
const insert = db.prepare('INSERT INTO entries (room, seq, id, text, at) VALUES (?, ?, ?, ?, ?)')

type Waiting = { room: string; line: Line; done: (answer: Response) => void }
const rooms = openRooms()
const seqs = new Map<string, number>()
const grouped = process.env.COMMIT !== 'single'
let waiting: Waiting[] = []

const write = ({ room, line }: Waiting) => insert.run(room, line.seq, line.id, line.text, line.at)

const writeAll = db.transaction((group: Waiting[]) => {
  for (const one of group) write(one)
})

const answer = ({ room, line, done }: Waiting) => {
  rooms.tell(room, entryEvent(line))
  done(new Response(entryHtml(line)))
}

const commitGroup = () => {
  const group = waiting
  waiting = []
  writeAll.immediate(group)
  for (const one of group) answer(one)
}

const say = async (request: Request) => {
  const room = roomOf(request)
  const { id, text } = await readForm(request)
  const seq = (seqs.get(room) ?? 0) + 1
  seqs.set(room, seq)
  const line = { id, seq, text, at: Date.now() }
  return new Promise<Response>((done) => {
    const one = { room, line, done }
    if (!grouped) {
      write(one)
      return answer(one)
    }
    waiting.push(one)
    if (waiting.length === 1) setImmediate(commitGroup)
  })
}

const server = Bun.serve({
  port: 0,
  hostname: '127.0.0.1',
  idleTimeout: 0,
  routes: {
    '/ready': new Response('ready'),
    '/chat': { POST: openCounter() },
    '/chat/feed': (request) => rooms.join(roomOf(request)),
    '/chat/messages': { POST: say },
  },
})
announce(server.port)
