/** A large table may take its time to change, and another runner may be at it, ms. */
export const TIMEOUT_MS = 30 * 60_000

type Run = (sql: string) => Promise<unknown>
type Work<T> = () => Promise<T>

/** With the table in which is written what was run. */
export const begin = async <T>(run: Run, work: Work<T>): Promise<T> => {
  await run(JOURNAL)
  return work()
}

/** On one server nobody else is at it meanwhile. */
export const withLock = async <T>(run: Run, work: Work<T>): Promise<T> => {
  const sql = `SELECT GET_LOCK(${LOCK}, ${TIMEOUT_MS / 1000}) AS got`
  const [lock] = (await run(sql)) as { got: number | null }[]
  if (lock?.got !== 1) throw new Error('Another process is migrating this database.')
  try {
    return await begin(run, work)
  } finally {
    await run(`DO RELEASE_LOCK(${LOCK})`)
  }
}

/** One lock for each database of a server. Lock names end at 64 characters. */
const LOCK = "CONCAT('bellhop ', LEFT(MD5(DATABASE()), 32))"

const JOURNAL = `CREATE TABLE IF NOT EXISTS migrations (
  name VARBINARY(64) NOT NULL PRIMARY KEY, checksum VARBINARY(64) NOT NULL,
  done BIGINT NOT NULL, at BIGINT NOT NULL
)`
