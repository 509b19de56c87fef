import type { PoolConnection } from 'mysql2'
import { ServerFault } from '../server-fault'
import { ask } from './ask'
import { NAMES, proveCharacterSet } from './character-set'
import { askedVariables, type Engine, engineOf, type Role, type Variables } from './engine'

/**
 * What every connection is told first. READ COMMITTED, for the fence does the work of isolation;
 * strict, so that what is too long is refused and never cut; waits for locks shorter than ours.
 */
const GREETING = [
  NAMES,
  'SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED',
  `SET SESSION sql_mode = 'STRICT_ALL_TABLES,NO_ENGINE_SUBSTITUTION,ERROR_FOR_DIVISION_BY_ZERO',
    innodb_lock_wait_timeout = 4, default_storage_engine = InnoDB, time_zone = '+00:00'`,
]

const LOOK = `SHOW SESSION VARIABLES WHERE Variable_name IN (${askedVariables.map((name) => `'${name}'`).join(', ')})`

/**
 * Tells a new connection what it must keep to, asks what it speaks to, and sets what that engine
 * needs. Rejects, in a sentence, when the server does not do as it was told.
 */
export const greet = async (connection: PoolConnection, role: Role): Promise<Engine> => {
  const told = GREETING.map((sql) => ask(connection, { sql }))
  const [looked] = await Promise.all([look(connection), proveCharacterSet(connection), ...told])
  const { engine, lacks } = engineOf(looked, role)
  if (lacks.length === 0) return engine
  await ask(connection, { sql: `SET ${lacks.map((one) => `SESSION ${one}`).join(', ')}` })
  const still = engineOf(await look(connection), role).lacks
  if (still.length === 0) return engine
  throw new ServerFault(
    `This server (${engine.name}) must have ${still.join(' and ')} for a session.`,
    { remedy: 'Let the user of DATABASE_URL set it, or set it for the server.' },
  )
}

const look = async (connection: PoolConnection): Promise<Variables> => {
  const [rows] = await ask(connection, { sql: LOOK })
  const told = rows as { Variable_name: string; Value: string }[]
  return new Map(told.map(({ Variable_name: name, Value }) => [name.toLowerCase(), Value]))
}
