/** What came back on a connection of bytes alone, and whether the other side closed it. */
export type Heard = { text: string; closed: boolean }

/**
 * Writes bytes no client would write and listens for `within` ms, or until the other side closes
 * or `enough` is content.
 */
export const speak = async (
  port: number,
  bytes: string | Uint8Array,
  { within = 1_000, enough }: { within?: number; enough?: (text: string) => boolean } = {},
): Promise<Heard> => {
  let text = ''
  let closed = false
  let done = () => {}
  const ended = new Promise<void>((resolve) => {
    done = resolve
  })
  const socket = await Bun.connect({
    hostname: '127.0.0.1',
    port,
    socket: {
      data: (_, data) => {
        text += data.toString('latin1')
        if (enough?.(text)) done()
      },
      close: () => {
        closed = true
        done()
      },
      error: () => done(),
    },
  })
  socket.write(bytes)
  await Promise.race([ended, Bun.sleep(within)])
  socket.end()
  return { text, closed }
}

/** A request line and its headers, exactly as written. */
export const lines = (...all: string[]): string => `${all.join('\r\n')}\r\n\r\n`

/** The status of the first answer; 0 when there was none. */
export const statusOf = ({ text }: Heard): number =>
  Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 0)
