import type { PoolConnection, PoolOptions } from 'mysql2'
import { serverUrl } from '../../config/server-url'
import { Unavailable } from '../unavailable'
import { limitAnswers } from './ask'
import type { Engine, Role } from './engine'
import { isFatal, isPoolFault } from './faults'
import { greet } from './greeting'
import { openLiveness } from './liveness'
import { openPool } from './pool'
import { openReach, type Reach } from './reach'

export type Connections = {
  /**
   * Lends one connection, with what it speaks to. It is given back, or thrown away after a fault
   * that spoils it. `Unavailable` when none can be had.
   */
  lend<T>(work: (connection: PoolConnection, engine: Engine) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** A pool of connections, each greeted before it is used. None is made before it is needed. */
export const connectionsTo = (
  url: string,
  options: PoolOptions,
  role: Role = 'write',
  reach: Reach = openReach(serverUrl('mysql', url)),
): Connections => {
  const server = serverUrl('mysql', url)
  const pool = openPool(server, options)
  const liveness = openLiveness(pool)
  const engines = new WeakMap<PoolConnection, Promise<Engine>>()

  /** One that is greeted. Without its settings none may be used. */
  const take = async () => {
    if (pool.idle.size === 0) reach.assertWelcome()
    const triedMs = performance.now()
    const connection = await pool.take().catch((problem) => {
      const isOurs = problem instanceof Unavailable || isPoolFault(problem)
      throw isOurs ? problem : reach.failed(problem, triedMs)
    })
    const greeting = engines.get(connection) ?? greeted(connection)
    engines.set(connection, greeting)
    const engine = await greeting.catch((problem) => {
      pool.discard(connection)
      throw reach.failed(problem, triedMs)
    })
    return { connection, engine }
  }

  const greeted = async (connection: PoolConnection) => {
    limitAnswers(connection, server.connectMs)
    const engine = await greet(connection, role)
    limitAnswers(connection, server.answerMs)
    reach.made()
    return engine
  }

  /** After one that is dead comes one that is new or has just answered: the others went with it. */
  const borrow = async () => {
    const first = await take()
    return (await liveness.isAlive(first.connection)) ? first : take()
  }

  return { lend: lendOver(borrow, liveness), close: pool.end }
}

type Borrowed = { connection: PoolConnection; engine: Engine }

/** Gives each back after its work, but one that a fault has spoilt. */
const lendOver =
  (
    borrow: () => Promise<Borrowed>,
    liveness: ReturnType<typeof openLiveness>,
  ): Connections['lend'] =>
  async (work) => {
    const { connection, engine } = await borrow()
    liveness.lent(connection)
    const giveBack = () => {
      liveness.returned(connection)
      connection.release()
    }
    try {
      const answer = await work(connection, engine)
      giveBack()
      return answer
    } catch (error) {
      if (isFatal(error) || error instanceof Unavailable) liveness.failed(connection)
      else giveBack()
      throw error
    }
  }
