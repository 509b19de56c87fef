import { expect, test } from 'bun:test'
import { readConfig } from '../../src/config'
import { openDesk } from '../../src/open'
import { scratchFolder, spawnProgram } from '../support/programs'
import { fill } from './fill'
import { databaseOf, deskWith, ours } from './ours'
import { loadMessages, rawGroup, rawSingle } from './variants'

const little = { visitors: 4, readers: 2, inFlight: 4, rate: null, warmUp: 0.1, seconds: 0.3 }

test('a floor takes the load, and every message comes to both readers once and in order', async () => {
  for (const variant of [rawGroup, rawSingle]) {
    const { counts, perSecond, p99 } = await loadMessages(variant, little)
    expect(counts).toEqual({ lost: 0, duplicate: 0, outOfOrder: 0, refused: 0 })
    expect(perSecond).toBeGreaterThan(0)
    expect(p99).toBeGreaterThan(0)
  }
}, 30_000)

test('so does the desk, on a schedule', async () => {
  const { counts, sent } = await loadMessages(ours(), { ...little, rate: 50 })
  expect(counts).toEqual({ lost: 0, duplicate: 0, outOfOrder: 0, refused: 0 })
  expect(sent).toBeGreaterThan(10)
}, 40_000)

test('what is filled in is what the desk would have stored', async () => {
  const dataDir = await deskWith(0)
  const config = readConfig({ DATA_DIR: dataDir, LOG_LEVEL: 'error' })
  await (await openDesk(config)).close()
  fill(databaseOf(dataDir), { conversations: 3, messages: 2 })
  const { desk, close } = await openDesk(config)
  const [department] = await desk.store.departments.all()
  const closed = await desk.store.conversations.closed([department?.id ?? ''], undefined, 10)
  const [newest] = closed
  const entries = await desk.store.transcripts.last(newest?.id ?? '', 10)
  await close()
  expect(closed).toHaveLength(3)
  expect(entries.map(({ seq }) => seq)).toEqual([1, 2])
  expect(newest).toMatchObject({ lastSeq: 2, state: 'closed' })
}, 20_000)

test("a department's turns are timed", async () => {
  const script = `${import.meta.dir}/department-turns.ts`
  const program = spawnProgram(process.execPath, [script, scratchFolder(), '20', '5'])
  expect({ code: await program.exited, says: program.output() }).toMatchObject({
    code: 0,
    says: expect.stringMatching(/^result \d/m),
  })
}, 20_000)
