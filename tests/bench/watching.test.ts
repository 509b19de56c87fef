import { afterAll, beforeAll, expect, test } from 'bun:test'
import { waitFor } from '../support/programs'
import { type GaugedDesk, openGauged } from './gauged-desk'
import { changeLine } from './line-changes'
import { type Floor, makeOffice } from './office'
import { databaseOf, ours } from './ours'
import { rowsDue, type Seer, startAll } from './starts'
import { loadMessages } from './variants'
import { openHolders, type Workbenches } from './workbenches'

let desk: GaugedDesk & { file: string }
let floors: Floor[]

beforeAll(async () => {
  const office = await makeOffice(3, 2)
  floors = office.floors
  desk = { ...(await openGauged(office.dataDir)), file: databaseOf(office.dataDir) }
}, 60_000)
afterAll(() => desk.stop())

test('whoever comes has a row on every workbench whose list shows it', async () => {
  const run = await startAll(desk, floors.slice(0, 2), { starts: 4, everyMs: 50 })
  // Two in each department, on both workbenches there.
  expect(run).toMatchObject({ rows: 8, lost: 0, refused: 0 })
  expect(run.p50).toBeGreaterThan(0)
  expect(run.stall).toBeGreaterThan(0)
  expect(run.megabytes).toBeGreaterThan(0)
}, 60_000)

test('who joins a line, writes in it and leaves it is brought to who looks', async () => {
  // Where nobody waits yet: a list that shows the head is brought nothing of who stands far behind.
  const { changes, closed } = await changeLine(desk, floors.slice(2), { watchers: 1, each: 1 })
  expect(closed).toBe(0)
  expect(changes.map(({ kind }) => kind)).toEqual(['joined', 'wrote', 'left'])
  for (const { bytes, calls } of changes) {
    expect(bytes).toBeGreaterThan(100)
    expect(calls['turns.commit']).toBeGreaterThan(0)
  }
}, 60_000)

test('of a line the head is due to who looks at their own list, all to who looks at the line', () => {
  const seer = (view: Seer['view'], department: string): Seer => ({
    ...{ cookie: '', view, department, seen: new Map() },
  })
  const line = Array.from({ length: 7 }, (_, nth) => ({
    ...{ id: `${nth}`, name: `Vera ${nth}`, department: 'support' },
  }))
  const due = (one: Seer) => rowsDue([one], line).map(({ id }) => id)
  expect(due(seer('mine', 'support'))).toEqual(['0', '1', '2', '3', '4'])
  expect(due(seer('line', 'support'))).toHaveLength(7)
  expect(due(seer('line', 'billing'))).toEqual([])
})

test('beside the load the workbenches of the holders are brought what is said', async () => {
  const opened: Workbenches[] = []
  const watched = ours({
    open: async (program, agents) => {
      const workbenches = await openHolders(program, agents)
      opened.push(workbenches)
      await waitFor('what a page begins with', () => workbenches.pushed.bytes > 0)
      return workbenches.end
    },
  })
  const load = { visitors: 8, readers: 1, inFlight: 4, rate: null, warmUp: 0.1, seconds: 0.5 }
  const { counts } = await loadMessages(watched, load)
  expect(counts).toEqual({ lost: 0, duplicate: 0, outOfOrder: 0, refused: 0 })
  expect(opened).toHaveLength(1)
  expect(opened[0]?.pushed.closed).toBe(0)
  expect(opened[0]?.pushed.bytes).toBeGreaterThan(10_000)
}, 60_000)
