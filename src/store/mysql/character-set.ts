import type { PoolConnection } from 'mysql2'
import { ServerFault } from '../server-fault'
import { ask } from './ask'

/**
 * Said after every greeting of the driver: a server may be told to take no notice of that
 * (`skip-character-set-client-handshake`), and a proxy may greet in its own way.
 */
export const NAMES = 'SET NAMES utf8mb4 COLLATE utf8mb4_bin'

/** Two signs of three bytes each, and one of four. */
const SENTINEL = '中文 😟'
const BYTES = Buffer.from(SENTINEL).toString('hex').toUpperCase()

// What is read back alone proves nothing: taken for latin1 both ways it comes back as it was.
const PROOF = `SELECT '${SENTINEL}' AS said, HEX(CONVERT('${SENTINEL}' USING utf8mb4)) AS bytes`

/** Whether text arrives there as it was said here, and comes back so. Rejects when it does not. */
export const proveCharacterSet = async (connection: PoolConnection): Promise<void> => {
  const [rows] = await ask(connection, { sql: PROOF })
  const [row] = rows as { said: string; bytes: string }[]
  if (row?.said === SENTINEL && row.bytes === BYTES) return
  throw new ServerFault('text does not arrive as it was sent: the character set is not utf8mb4', {
    remedy:
      'Look for what undoes SET NAMES utf8mb4: a proxy in between, or init-connect on the server.',
  })
}
