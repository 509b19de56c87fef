import { afterAll, beforeAll, expect, test } from 'bun:test'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createConnection } from 'mysql2/promise'
import { kefuStatements, type Sizes, talksOf } from '../support/kefu'
import { startMariadb, type TestMariadb } from '../support/mariadb'
import { runBellhop } from '../support/program'
import { scratchFolder } from '../support/programs'

const SIZES: Sizes = { agents: 50, visitors: 20_000, chats: 500_000 }
const BOUND_MS = 300_000
const MOST_MB = 500

let server: TestMariadb
let kefu = ''
beforeAll(async () => {
  server = await startMariadb(['--innodb-buffer-pool-size=256M', '--innodb-log-file-size=256M'])
  kefu = await server.fresh()
  const connection = await createConnection({ uri: kefu, charset: 'utf8mb4' })
  await connection.query('SET unique_checks = 0')
  await connection.query('START TRANSACTION')
  for (const statement of kefuStatements(SIZES)) await connection.query(statement)
  await connection.query('COMMIT')
  await connection.end()
}, 300_000)
afterAll(() => server.stop())

/** Parts of a second that the kernel counts work in. */
const TICKS = 100

/** Runs a command of the program; how long it took, ms, how long it worked, and the most memory that it had, MB. */
const measured = async (argv: string[], env: Record<string, string>) => {
  const from = performance.now()
  const program = runBellhop(argv, { env })
  let [mostMb, workedMs] = [0, 0]
  const look = setInterval(() => {
    try {
      const status = readFileSync(`/proc/${program.pid}/status`, 'utf8')
      const times = readFileSync(`/proc/${program.pid}/stat`, 'utf8').split(') ')[1]?.split(' ')
      workedMs = ((Number(times?.[11]) + Number(times?.[12])) * 1000) / TICKS
      mostMb = Math.max(mostMb, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024)
    } catch {
      // It has ended.
    }
  }, 100)
  const code = await program.exited
  clearInterval(look)
  return { code, ms: performance.now() - from, workedMs, mostMb, output: program.output() }
}

const taken = {
  ...{ setting: 1, department: 4, person: SIZES.agents, canned: 2, visitor: SIZES.visitors },
  conversation: talksOf(SIZES),
}
const answerOf = (output: string) => JSON.parse(output.trim().split('\n').at(-1) ?? '{}')

const toldOf = (what: string, { ms, workedMs, mostMb }: Awaited<ReturnType<typeof measured>>) =>
  `${what} in ${(ms / 1000).toFixed(1)} s, of them ${(workedMs / 1000).toFixed(1)} s of work, with ${mostMb.toFixed(0)} MB`

/** All of it in time, once, and out again in little memory. */
const holds = async (env: Record<string, string>) => {
  const data = scratchFolder()
  const run = (argv: string[]) => measured([...argv, '--data', data, '--json'], env)
  const first = await run(['import', 'kefu', kefu])
  console.log(toldOf('taken', first))
  expect(answerOf(first.output)).toMatchObject({ taken, refused: [] })
  expect(first.code).toBe(0)
  expect(first.ms).toBeLessThan(BOUND_MS)
  expect(first.mostMb).toBeLessThan(MOST_MB)
  const again = await run(['import', 'kefu', kefu])
  console.log(toldOf('again', again))
  expect(answerOf(again.output)).toMatchObject({ taken: {}, refused: [] })
  const out = await run(['export', join(scratchFolder(), 'desk.jsonl.gz')])
  console.log(toldOf('written', out))
  expect(answerOf(out.output).counts).toMatchObject({ conversation: taken.conversation })
  expect(out.mostMb).toBeLessThan(MOST_MB)
}

test('half a million chats of a kefu system on SQLite', () => holds({}), 900_000)

test('the same on MariaDB', async () => holds({ DATABASE_URL: await server.fresh() }), 1_200_000)
