import { SMTPServer } from 'smtp-server'

/** A mail as its server got it: headers and bodies, whole. */
export type GotMail = { to: string[]; raw: string }

/** A real server of mail on a free port. `refuses` says how it answers to whom it is for. */
export const openMailServer = async () => {
  const got: GotMail[] = []
  let refuses: { code: number; says: string } | undefined
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onRcptTo: (_, __, done) =>
      done(refuses && Object.assign(new Error(refuses.says), { responseCode: refuses.code })),
    onData: (stream, session, done) => {
      const pieces: Buffer[] = []
      stream.on('data', (piece: Buffer) => pieces.push(piece))
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address)
        got.push({ to, raw: Buffer.concat(pieces).toString() })
        done()
      })
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    got,
    url: `smtp://127.0.0.1:${port}`,
    refuse(how: typeof refuses) {
      refuses = how
    },
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}

/** The bodies of a mail as they read: without what mail does to long lines and to other signs. */
export const readable = ({ raw }: GotMail): string =>
  raw
    .replace(/=\r\n/g, '')
    .replace(/((?:=[0-9A-F]{2})+)/g, (signs) =>
      Buffer.from(signs.replaceAll('=', ''), 'hex').toString(),
    )
