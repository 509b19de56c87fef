/**
 * HTTP/1.1 on a bare socket: the generator must cost less than what it measures. One request at
 * a time on each connection, which stays open.
 */
export type Answer = { status: number; head: string; body: string }
type Waiting = { resolve: (answer: Answer) => void; reject: (problem: Error) => void }

export class Connection {
  private text = ''
  private waiting: Waiting | null = null
  private socket: { write(data: string): number; end(): void } | null = null

  static async open(port: number): Promise<Connection> {
    const own = new Connection()
    own.socket = await Bun.connect({
      hostname: '127.0.0.1',
      port,
      socket: {
        data: (_socket, bytes) => own.read(bytes.toString('latin1')),
        close: () => own.fail('closed'),
        error: (_socket, problem) => own.fail(problem.message),
      },
    })
    return own
  }

  /** Sends one request that is complete already. */
  send(request: string): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.waiting = { resolve, reject }
      this.socket?.write(request)
    })
  }

  end() {
    this.waiting = null
    this.socket?.end()
  }

  /** A server lets go of a connection on which nothing came for a while. */
  get isOpen() {
    return this.socket !== null
  }

  private fail(why: string) {
    this.socket = null
    this.waiting?.reject(new Error(`the connection was ${why}`))
    this.waiting = null
  }

  private read(part: string) {
    this.text = this.text === '' ? part : this.text + part
    const answer = parse(this.text)
    if (!answer) return
    this.text = ''
    const { waiting } = this
    this.waiting = null
    waiting?.resolve(answer)
  }
}

const parse = (text: string): Answer | undefined => {
  const end = text.indexOf('\r\n\r\n')
  if (end < 0) return undefined
  const head = text.slice(0, end)
  const status = Number(head.slice(9, 12))
  const body = text.slice(end + 4)
  const length = /content-length: (\d+)/i.exec(head)?.[1]
  if (length !== undefined) return body.length < Number(length) ? undefined : { status, head, body }
  if (!/transfer-encoding: chunked/i.test(head)) return { status, head, body }
  return body.endsWith('0\r\n\r\n') ? { status, head, body } : undefined
}

const shared = (port: number, cookie: string) =>
  `Host: 127.0.0.1:${port}\r\nCookie: ${cookie}\r\nSec-Fetch-Site: same-origin\r\n`

export const getRequest = (port: number, path: string, cookie: string, accept = 'text/html') =>
  `GET ${path} HTTP/1.1\r\n${shared(port, cookie)}Accept: ${accept}\r\n\r\n`

/** A form as htmx posts it; the fields need no escapes. */
export const postRequest = (port: number, path: string, cookie: string, form: string) =>
  `POST ${path} HTTP/1.1\r\n${shared(port, cookie)}Accept: text/html\r\nHX-Request: true\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${form.length}\r\n\r\n${form}`
