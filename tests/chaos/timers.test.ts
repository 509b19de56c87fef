import { describe, expect, test } from 'bun:test'
import { join } from 'node:path'
import { isProblem } from '../../actors/problem'
import { hireAgent } from '../../src/commands/agents/hire'
import { readConfig } from '../../src/config'
import { openDesk } from '../../src/open'
import { putDepartment } from '../support/departments'
import { scratchFolder, waitFor } from '../support/programs'
import { ask } from './ask'
import { newId } from './attempts'
import type { Hired } from './cluster'
import { type Node, startNodes } from './nodes'
import { goOnDuty, startChat } from './people'
import { openDatabase, type Query } from './rows'

const ana: Hired = { name: 'Ana', email: 'ana@example.com', password: 'a long enough password' }
/** How long Vera may be silent after an answer, and Vito may wait, ms. */
const TIME = 5_000
const timings = { patience: TIME, accept: 30_000, silence: TIME }

/** A desk whose only agent has room for one, and whose department is impatient. */
const makeDesk = async (): Promise<string> => {
  const dataDir = scratchFolder()
  const { desk, close } = await openDesk(readConfig({ DATA_DIR: dataDir, LOG_LEVEL: 'error' }))
  const department = await putDepartment(desk, { id: 'support', name: 'Support', ...timings })
  const agent = await hireAgent(desk, ana, { departments: [department], capacity: 1 })
  await close()
  if (isProblem(agent)) throw agent
  return dataDir
}

type Fired = { address: string; type: string; at: number }
type Due = { address: string; dueAt: number }

/** The timers of conversations that have gone off, by the journal. */
const firedIn = async (query: Query): Promise<Fired[]> => {
  const rows = await query<{ address: string; at: number; event: string }>(
    `SELECT address, at, event FROM journal WHERE address LIKE 'conversation:%' ORDER BY at`,
  )
  return rows
    .map(({ address, at, event }) => ({ address, at: Number(at), type: JSON.parse(event).type }))
    .filter(({ type }) => /^(xstate|due)\./.test(type))
}

/** The timers of conversations that are still to go off, by the mail. */
const dueIn = async (query: Query): Promise<Due[]> => {
  const sql = `SELECT to_address AS address, due_at AS dueAt FROM mail
    WHERE slot <> id AND to_address LIKE 'conversation:%' ORDER BY due_at`
  return (await query<Due>(sql)).map((row) => ({ ...row, dueAt: Number(row.dueAt) }))
}

/** Ana answers Vera, so Vera's silence runs; Vito waits, so Vito's patience does. */
const windUp = async (node: Node, query: Query): Promise<Due[]> => {
  const cookie = await goOnDuty(node.url, ana)
  await startChat(node.url, { name: 'Vera', text: 'Hello?', clientId: newId('start') })
  const held = async () =>
    (await query<{ id: string }>(`SELECT id FROM conversations WHERE state = 'active'`))[0]?.id
  const id = await waitFor('Ana to have Vera', held)
  await startChat(node.url, { name: 'Vito', text: 'And me?', clientId: newId('start') })
  const form = { text: 'What is the matter?', client_id: newId('answer') }
  await ask(`${node.url}/workbench/conversations/${id}/messages`, { cookie, form })
  return waitFor('two timers', async () => {
    const due = await dueIn(query)
    return due.length === 2 && due
  })
}

/** Kills the desk, starts it so long after, and answers when each timer was due and went off. */
const restartAfter = async (pause: (due: readonly Due[]) => number) => {
  const dataDir = await makeDesk()
  const nodes = await startNodes(1, { dataDir, env: { LOG_LEVEL: 'warn' } })
  const [node] = nodes.all
  if (!node) throw new Error('no node')
  const database = await openDatabase(join(dataDir, 'bellhop.db'))
  try {
    const due = await windUp(node, database.query)
    await node.kill()
    await Bun.sleep(pause(due))
    const booting = Date.now()
    await node.start()
    const booted = Date.now()
    const isOver = async () => (await firedIn(database.query)).length >= due.length
    await waitFor('the timers to go off', isOver, TIME + 3_000)
    // Whoever goes off twice has time to do so.
    await Bun.sleep(1_500)
    const fired = await firedIn(database.query)
    const late = due.map(({ address, dueAt }) => {
      const own = fired.filter((one) => one.address === address)
      return { times: own.length, dueAt, at: own[0]?.at ?? Number.NaN }
    })
    return { late, fired, booting, booted, left: await dueIn(database.query) }
  } finally {
    await database.close()
    await nodes.stop()
  }
}

describe('timers over kill -9 and a restart', () => {
  test.concurrent('go off at their own time when the desk is back before it', async () => {
    const { late, fired, booted, left } = await restartAfter(() => 500)
    console.log(late.map(({ dueAt, at }) => `${at - dueAt} ms late`).join(', '))
    expect(late.map(({ times }) => times)).toEqual([1, 1])
    expect(fired.map(({ type }) => /patience|silence/.exec(type)?.[0]).toSorted()).toEqual([
      ...['patience', 'silence'],
    ])
    for (const { dueAt, at } of late) {
      expect(dueAt).toBeGreaterThan(booted)
      expect(Math.abs(at - dueAt)).toBeLessThan(1_000)
    }
    expect(left).toEqual([])
  }, 40_000)

  test.concurrent('go off at once when their time came while the desk was down', async () => {
    const { late, booting, booted, left } = await restartAfter(
      (due) => Math.max(...due.map(({ dueAt }) => dueAt)) - Date.now() + 300,
    )
    console.log(late.map(({ at }) => `${at - booted} ms after the desk was back`).join(', '))
    expect(late.map(({ times }) => times)).toEqual([1, 1])
    for (const { dueAt, at } of late) {
      expect(dueAt).toBeLessThan(booting)
      expect(at - booted).toBeLessThan(1_000)
    }
    expect(left).toEqual([])
  }, 40_000)
})
