import { Database } from 'bun:sqlite'
import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { join } from 'node:path'
import { replay } from '../../src/system/replay'
import {
  type Node,
  opened,
  openNode,
  openShop,
  openTestDatabase,
  said,
  type TestDatabase,
} from './nodes'

let database: TestDatabase
let node: Node
beforeAll(async () => {
  database = await openTestDatabase()
  node = openNode(database, database.store)
  await openShop(node, database.testClock, 20)
})
afterAll(() => database.store.close())

const at = () => database.testClock.now()

type Row = Record<string, string | number | null>

/** Writes past the program. */
const write = (sql: string, ...values: (string | number | null)[]) => {
  const file = new Database(join(database.folder, 'bellhop.db'))
  try {
    file.query(sql).run(...values)
  } finally {
    file.close()
  }
}

const rowsOf = (lamp: string): Row[] =>
  database.look<Row>('select * from actors where address = ?', `conversation:${lamp}`)

/**
 * A conversation that Vera said two things in, of which the second was written in parts only, as by
 * a server that took some statements of a transaction for statements of their own.
 */
const torn = async (lamp: string, lose: (address: string, version: number) => void) => {
  const address = `conversation:${lamp}` as const
  await node.send(address, opened(at(), `open-${lamp}`))
  const [before] = rowsOf(lamp)
  await node.send(address, said(at(), `torn-${lamp}`, 'half'))
  write(
    'update actors set version = ?, snapshot = ? where address = ?',
    ...[before?.version ?? 0, before?.snapshot ?? '', address],
  )
  lose(address, Number(before?.version) + 1)
  return { address, other: openNode(database, database.store) }
}

const transcriptOf = async (lamp: string) =>
  (await database.store.transcripts.last(lamp, 50)).map(({ seq, text }) => [seq, text])

describe('a turn of which not all was written', () => {
  test('with its journal and its entry there, is taken again', async () => {
    const { address, other } = await torn('whole', () => {})
    expect((await other.send(address, said(at(), 'next-whole', 'next'))).outcome).toBe('done')
    expect((await transcriptOf('whole')).slice(-2)).toEqual([
      [3, 'half'],
      [4, 'next'],
    ])
    const stored = await database.store.turns.load(address)
    expect(stored?.snapshot.context).toMatchObject({ lastSeq: 4, unread: 3 })
    expect(await replay(database.store.turns, address)).toMatchObject({ equal: true })
  })

  test('with its entry alone there, leaves the entry to everybody', async () => {
    const { address, other } = await torn('entry', (own, version) =>
      write('delete from journal where address = ? and version = ?', own, version),
    )
    expect((await other.send(address, said(at(), 'next-entry', 'next'))).outcome).toBe('done')
    expect((await transcriptOf('entry')).slice(-2)).toEqual([
      [3, 'half'],
      [4, 'next'],
    ])
    const stored = await database.store.turns.load(address)
    expect(stored?.snapshot.context).toMatchObject({ lastSeq: 4, saidSeq: 4, unread: 3 })
    expect(await replay(database.store.turns, address)).toMatchObject({ equal: true })
  })

  test('with its entry alone there, is answered as done to whoever sends it again', async () => {
    const { address, other } = await torn('again', (own, version) =>
      write('delete from journal where address = ? and version = ?', own, version),
    )
    const sent = await other.send(address, said(at(), 'torn-again', 'half'))
    expect(sent).toMatchObject({ outcome: 'repeat', entry: { seq: 3, text: 'half' } })
  })

  test('with its journal alone there, keeps its place, and can be said again', async () => {
    const { address, other } = await torn('words', () =>
      write(`delete from entries where conversation = 'words' and seq = 3`),
    )
    const sent = await other.send(address, said(at(), 'torn-words', 'half'))
    expect(sent.outcome).toBe('done')
    expect((await transcriptOf('words')).slice(-2)).toEqual([
      [3, ''],
      [4, 'half'],
    ])
    const [place] = await database.store.transcripts.after('words', 2, 1)
    expect(place).toMatchObject({ by: 'desk', body: { kind: 'note' } })
  })

  test('with a journal that cannot be read, sets the conversation aside', async () => {
    const { address, other } = await torn('spoiled', (own, version) =>
      write(`update journal set event = '{' where address = ? and version = ?`, own, version),
    )
    expect((await other.send(address, said(at(), 'next-spoiled'))).outcome).toBe('parked')
    expect(other.system.isParked(address)).toBe(true)
  })

  test('of somebody who answers, is taken again with the mail that was not sent', async () => {
    const [before] = database.look<Row>(`select * from actors where address = 'agent:ana'`)
    await node.send('agent:ana', { type: 'vanished', at: at(), node: 'north' })
    write(
      `update actors set version = ?, snapshot = ? where address = 'agent:ana'`,
      ...[before?.version ?? 0, before?.snapshot ?? ''],
    )
    const other = openNode(database, database.store)
    const sent = await other.send('agent:ana', { type: 'appeared', at: at(), node: 'south' })
    expect(sent.outcome).toBe('done')
    expect(await replay(database.store.turns, 'agent:ana')).toMatchObject({ equal: true })
  })
})

test('others who are only quicker mend nothing', async () => {
  const address = 'conversation:quick'
  await node.send(address, opened(at(), 'open-quick'))
  const nodes = Array.from({ length: 4 }, () => openNode(database, database.store))
  const sent = await Promise.all(
    Array.from({ length: 80 }, (_, n) =>
      nodes[n % 4]?.system.send(address, said(at(), `quick-${n}`)),
    ),
  )
  expect(sent.map((one) => one?.outcome)).toEqual(Array.from({ length: 80 }, () => 'done'))
  const mended = database.look<Row>(
    `select * from journal where event like '%mended%' and address = ?`,
    address,
  )
  expect(mended).toEqual([])
})
