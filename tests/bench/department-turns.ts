/**
 * How long one turn of a department takes, with so many in its line and a floor of agents who
 * are all full: reading, choosing, writing. A program of its own; the answer in µs on stdout.
 */
import { Database } from 'bun:sqlite'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/bun-sqlite'
import { addressOf } from '../../actors/address'
import { contextIn } from '../../actors/current'
import type { DepartmentEvent } from '../../actors/department/events'
import { logicOf } from '../../actors/registry'
import { noReads } from '../../actors/rows'
import { takeTurn } from '../../actors/turn'
import { readConfig } from '../../src/config'
import { openDesk } from '../../src/open'
import { sqliteColumns } from '../../src/store/columns/sqlite'
import { tablesOver } from '../../src/store/nouns'
import { median } from './load/percentile'

const [dataDir = '', waiting = '0', turns = '0'] = process.argv.slice(2)
const FLOOR = 20

const config = readConfig({ DATA_DIR: dataDir, LOG_LEVEL: 'error' })
await (await openDesk(config)).close()

/** They stand in the line already: how they came there is not what is measured. */
const fillLine = () => {
  const { line, departments } = tablesOver(sqliteColumns)
  const db = drizzle(new Database(join(dataDir, 'bellhop.db')))
  const [first] = db.select({ id: departments.id }).from(departments).all()
  const put = db.insert(line).values({
    ...{ department: first?.id ?? '', conversation: sql.placeholder('conversation') },
    ...{ ticket: 1, lane: 1, rank: sql.placeholder('rank'), since: 1 },
    ...{ offeredTo: null, offer: 0, refused: [], language: '', precedence: null },
  })
  const prepared = put.prepare()
  db.run('BEGIN')
  for (let rank = 0; rank < Number(waiting); rank += 1)
    prepared.run({ conversation: Bun.randomUUIDv7(), rank: rank - Number(waiting) })
  db.run('COMMIT')
  db.$client.close()
}
fillLine()

const { desk, close } = await openDesk(config)
const [department] = await desk.store.departments.all()
const id = department?.id ?? ''
const address = addressOf('department', id)

/** What the system does with mail: load, read, decide, commit. */
const send = async (event: DepartmentEvent) => {
  const { turns } = desk.store
  const stored = await turns.load(address)
  const needs = logicOf('department').needs(id, event, () =>
    contextIn('department', stored?.snapshot),
  )
  const turn = takeTurn(address, stored, event, needs ? await turns.reads(needs) : noReads)
  const outcome = await turns.commit(turn)
  if (outcome !== 'done') throw new Error(`the department's turn was ${outcome}`)
}

for (let nth = 0; nth < FLOOR; nth += 1) {
  const figures = { load: 5, capacity: 5, version: 1, idleSince: 0, languages: '', skills: '' }
  const figure = { member: true, ready: true, present: true, resting: false, mayReply: true }
  const report = { agent: desk.clock.id(), name: `Amir ${nth}`, ...figures, ...figure }
  await send({ type: 'reported', at: desk.clock.now(), report })
}

const queue = (conversation: string) => {
  const at = desk.clock.now()
  const place = { conversation, ticket: 1, front: false, since: at, refused: [] }
  return send({ type: 'queued', at, ...place })
}
const leave = (conversation: string) =>
  send({ type: 'left', at: desk.clock.now(), conversation, ticket: 1, taken: false, waited: 0 })

const times: number[] = []
for (let nth = 0; nth < Number(turns); nth += 1) {
  const conversation = desk.clock.id()
  const began = performance.now()
  await queue(conversation)
  await leave(conversation)
  times.push((performance.now() - began) / 2)
}
console.log(`result ${median(times) * 1000}`)
await close()
