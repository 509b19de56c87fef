/** What every answer of a Redis begins with (https://redis.io/docs/latest/develop/reference/protocol-spec/). */
const REDIS_SIGNS = '+-:$*_#,(!=%~>|'

/** Another server than a Redis answers at its address. */
export class NoRedis extends Error {
  override readonly name = 'NoRedis'
  constructor(who: string) {
    super(`${who} answers there, and no Redis`)
  }
}

/** What the first bytes of a server tell; undefined when they may be those of a Redis. */
export const strangerIn = (bytes: Buffer): NoRedis | undefined => {
  const known = strangers.find(([is]) => is(bytes))
  if (known) return new NoRedis(known[1])
  // A Redis may be behind it, for who speaks TLS.
  if (isTlsAlert(bytes)) return undefined
  return REDIS_SIGNS.includes(bytes.toString('latin1', 0, 1)) ? undefined : new NoRedis('something')
}

/** A packet of MySQL has its length in three bytes, then its number: the first is a greeting, or an error. */
const isMysql = (bytes: Buffer) =>
  bytes.length > 4 && bytes[2] === 0 && bytes[3] === 0 && (bytes[4] === 0x0a || bytes[4] === 0xff)

const isTlsAlert = (bytes: Buffer) => bytes[0] === 0x15 && bytes[1] === 0x03

const begins = (signs: string) => (bytes: Buffer) =>
  bytes.toString('latin1', 0, signs.length) === signs

const strangers: readonly (readonly [is: (bytes: Buffer) => boolean, who: string])[] = [
  [isMysql, 'a MySQL or MariaDB server'],
  [begins('HTTP/'), 'a web server'],
  [begins('SSH-'), 'an SSH server'],
]
