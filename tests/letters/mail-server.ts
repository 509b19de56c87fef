import { createServer } from 'node:net'
import { SMTPServer } from 'smtp-server'

/** A mail as its server got it: headers and bodies, whole. */
export type GotMail = { to: string[]; raw: string }

/** What it does with the next mail in the middle: hangs up before it is whole, or after it took it. */
type Cut = 'in the middle' | 'after it took it'

/**
 * A real server of mail on a free port. `refuses` says how it answers to whom it is for, `cutOff` that it
 * hangs up, `slow` that it says nothing for so long, ms.
 */
export const openMailServer = async () => {
  const got: GotMail[] = []
  let refuses: { code: number; says: string } | undefined
  let cut: Cut | undefined
  let slowMs = 0
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onRcptTo: (_, __, done) => {
      const answer = () =>
        done(refuses && Object.assign(new Error(refuses.says), { responseCode: refuses.code }))
      if (slowMs > 0) setTimeout(answer, slowMs)
      else answer()
    },
    onData: (stream, session, done) => {
      const pieces: Buffer[] = []
      if (cut === 'in the middle') stream.once('data', () => hangUp())
      stream.on('data', (piece: Buffer) => pieces.push(piece))
      stream.on('end', () => {
        if (cut === 'in the middle') return
        const to = session.envelope.rcptTo.map(({ address }) => address)
        got.push({ to, raw: Buffer.concat(pieces).toString() })
        if (cut === 'after it took it') hangUp()
        else done()
      })
    },
  })
  const open = new Set<{ destroy(): void }>()
  server.server.on('connection', (socket) => {
    open.add(socket)
    socket.on('close', () => open.delete(socket))
  })
  const hangUp = () => {
    for (const socket of open) socket.destroy()
  }
  // What goes wrong with a connection is the desk's to see.
  server.on('error', () => {})
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    got,
    url: `smtp://127.0.0.1:${port}`,
    refuse(how: typeof refuses) {
      refuses = how
    },
    cutOff(when: Cut | undefined) {
      cut = when
    },
    slow(ms: number) {
      slowMs = ms
    },
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}

/** A port at which somebody listens and says nothing. */
export const openSilence = async () => {
  const sockets = new Set<{ destroy(): void }>()
  const server = createServer((socket) => sockets.add(socket))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    url: `smtp://127.0.0.1:${port}`,
    close: () => {
      for (const socket of sockets) socket.destroy()
      return new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

/** The bodies of a mail as they read: without what mail does to long lines and to other signs. */
export const readable = ({ raw }: GotMail): string =>
  raw
    .replace(/=\r\n/g, '')
    .replace(/((?:=[0-9A-F]{2})+)/g, (signs) =>
      Buffer.from(signs.replaceAll('=', ''), 'hex').toString(),
    )

/** A header of a mail on one line; undefined where it has none. */
export const headerOf = ({ raw }: GotMail, name: string): string | undefined =>
  new RegExp(`^${name}: ((?:.|\\r\\n[ \\t])*)`, 'im')
    .exec(raw.split('\r\n\r\n')[0] ?? '')?.[1]
    ?.replace(/\r\n[ \t]+/g, ' ')
    .trim()
