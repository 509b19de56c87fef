// What is usually written: socket.io on Node, better-sqlite3 with synchronous=FULL, one insert a
// message. Its packages live in a folder of their own (PEERS), outside this project.
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const require = createRequire(join(process.env.PEERS, 'package.json'))
const Database = require('better-sqlite3')
const { Server } = require('socket.io')

const db = new Database(process.env.FILE)
db.pragma('journal_mode = WAL')
db.pragma('synchronous = FULL')
db.exec(`CREATE TABLE IF NOT EXISTS entries (
  seq INTEGER PRIMARY KEY, room TEXT NOT NULL, id TEXT NOT NULL, text TEXT NOT NULL,
  at INTEGER NOT NULL)`)
const insert = db.prepare('INSERT INTO entries (room, id, text, at) VALUES (?, ?, ?, ?)')

const http = createServer((_request, response) => response.end('ready'))
const io = new Server(http, { transports: ['websocket'], serveClient: false })
io.on('connection', (socket) => {
  const { room } = socket.handshake.query
  socket.join(room)
  socket.on('say', ({ id, text }, done) => {
    const at = Date.now()
    const seq = insert.run(room, id, text, at).lastInsertRowid
    io.to(room).emit('entry', { id, seq, text, by: 'visitor', name: 'Vera', at })
    done({ seq })
  })
})
http.listen(0, '127.0.0.1', () => process.stdout.write(`ready ${http.address().port}\n`))
