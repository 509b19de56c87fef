import { createConnection } from 'mysql2/promise'
import type { Store } from '../../src/store/store'
import { Unavailable } from '../../src/store/unavailable'
import { saying } from '../support/turns'

type Turns = Pick<Store['turns'], 'load' | 'commit'>

/** A message that was answered as written. */
export type Acked = { room: string; clientId: string }

/** How long one message is tried, at most. */
const TRIES = 200

/**
 * Everybody writes into every room for so long, each through their own turns, and each message until
 * it is acknowledged or given up when it is over. Answers what was acknowledged.
 */
export const writeAll = async (
  writers: readonly Turns[],
  rooms: readonly string[],
  ms: number,
): Promise<Acked[]> => {
  const end = performance.now() + ms
  const acked: Acked[] = []
  const write = async (turns: Turns, nth: number, room: string) => {
    for (let n = 1; performance.now() < end; n += 1) {
      const clientId = `${room}-${nth}-${n}`
      if (await sayUntil(end, turns, room, clientId)) acked.push({ room, clientId })
    }
  }
  await Promise.all(writers.flatMap((turns, nth) => rooms.map((room) => write(turns, nth, room))))
  return acked
}

const sayUntil = async (end: number, turns: Turns, room: string, clientId: string) => {
  for (let tries = 0; tries < TRIES && performance.now() < end; tries += 1) {
    const outcome = await sayOnce(turns, room, clientId).catch((problem) => {
      if (!(problem instanceof Unavailable) && problem.errno !== 1062) throw problem
    })
    if (outcome === 'done' || outcome === 'repeat') return true
    await Bun.sleep(Math.random() * Math.min(50, 2 ** tries))
  }
  return false
}

const sayOnce = async (turns: Turns, room: string, clientId: string) => {
  const version = ((await turns.load(`conversation:${room}`))?.version ?? 0) + 1
  return turns.commit(saying(room, version, { clientId }))
}

/** What was acknowledged and is not there, and rooms whose journal, entries and actor disagree. */
export const checkAll = async (url: string, acked: readonly Acked[], rooms: readonly string[]) => {
  const connection = await createConnection(url)
  const ask = async <Row>(sql: string) => (await connection.query(sql))[0] as Row[]
  try {
    // What another server has taken in is here as soon as it has been applied here.
    await connection.query('SET SESSION wsrep_sync_wait = 1')
    const entries = await ask<{ room: Buffer; id: Buffer }>(
      'SELECT conversation AS room, client_id AS id FROM entries',
    )
    const there = new Set(entries.map(({ room, id }) => `${room} ${id}`))
    const torn = await ask<{ address: Buffer }>(TORN)
    return {
      acked: acked.length,
      lost: acked.filter(({ room, clientId }) => !there.has(`${room} ${clientId}`)).length,
      torn: torn
        .map(({ address }) => `${address}`.split(':')[1] ?? '')
        .filter((room) => rooms.includes(room)),
    }
  } finally {
    await connection.end()
  }
}

/** Each turn of these rooms says one thing: version, seq and both counts are the same number. */
const TORN = `
  SELECT j.address FROM
    (SELECT address, MAX(version) AS newest, COUNT(*) AS many FROM journal GROUP BY address) j
    LEFT JOIN (SELECT CONCAT('conversation:', conversation) AS address, MAX(seq) AS newest,
      COUNT(*) AS many FROM entries GROUP BY conversation) e ON e.address = j.address
    LEFT JOIN actors a ON a.address = j.address
  WHERE NOT (j.newest <=> j.many AND j.newest <=> e.newest AND j.newest <=> e.many
    AND j.newest <=> a.version)`
