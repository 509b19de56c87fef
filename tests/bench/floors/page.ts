/**
 * The page of a conversation in bare Hono: the visitor's last entries out of raw SQLite, then
 * the page as one template string. The page itself is the real one, taken from PAGE: what stands
 * between two texts is kept as it is, so both programs send the same bytes.
 */
import { Database } from 'bun:sqlite'
import { Hono } from 'hono'
import { escapeHtml } from './entry'
import { announce } from './streams'

const page = await Bun.file(process.env.PAGE ?? '').text()
const texts = (await Bun.file(process.env.TEXTS ?? '').json()) as string[]
const pieces = cut(page, texts.map(escapeHtml))

const db = new Database(':memory:')
db.exec('CREATE TABLE entries (room TEXT, seq INTEGER, text TEXT, PRIMARY KEY (room, seq))')
const insert = db.prepare('INSERT INTO entries VALUES (?, ?, ?)')
for (const [at, text] of texts.entries()) insert.run('room', at + 1, text)
const last = db.prepare('SELECT text FROM entries WHERE room = ? ORDER BY seq DESC LIMIT ?')

const app = new Hono()
app.get('/ready', (context) => context.text('ready'))
app.get('/chat', (context) => {
  const rows = last.all('room', texts.length) as { text: string }[]
  const holes = rows.reverse().map(({ text }) => escapeHtml(text))
  const body = pieces.map((piece, at) => `${piece}${holes[at] ?? ''}`).join('')
  context.header('Content-Security-Policy', `script-src 'nonce-${crypto.randomUUID()}'`)
  return context.html(body)
})
announce(Bun.serve({ port: 0, hostname: '127.0.0.1', fetch: app.fetch }).port)

/** What stands before each text, and after the last. */
function cut(whole: string, holes: readonly string[]): string[] {
  const found: string[] = []
  let rest = whole
  for (const hole of holes) {
    const at = rest.indexOf(hole)
    if (at < 0) throw new Error('a text of the conversation is not on its page')
    found.push(rest.slice(0, at))
    rest = rest.slice(at + hole.length)
  }
  return [...found, rest]
}
