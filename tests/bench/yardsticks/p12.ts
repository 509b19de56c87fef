import { join } from 'node:path'
import { $ } from 'bun'
import { freePort } from '../../support/ports'
import { scratchFolder, spawnProgram } from '../../support/programs'
import { fill } from '../fill'
import { inTurn, middle, type Yardstick } from '../measure'
import { copyOf, databaseOf, deskWith, loud } from '../ours'
import { short } from '../table'

const CONVERSATIONS = 100_000
const STARTS = 5

/** From the start of the built program to its first good answer, with months of work in its file. */
export const p12: Yardstick = {
  id: 'P12',
  measure: async (bench) => {
    const [program, hello] = [
      await build('src/main.ts'),
      await build('tests/bench/floors/hello.ts'),
    ]
    const dataDir = copyOf(await deskWith(4))
    bench.say(`writing ${CONVERSATIONS} conversations`)
    fill(databaseOf(dataDir), { conversations: CONVERSATIONS, messages: 2 })
    const args = (port: number) => [
      'serve',
      '--port',
      `${port}`,
      '--host',
      '127.0.0.1',
      '--data',
      dataDir,
    ]
    const { ours, floor } = await inTurn(bench, {
      ours: () => coldStarts(program, args),
      floor: () => coldStarts(hello, () => []),
    })
    const [mine, theirs] = [ours, floor].map((runs) => middle(runs, (ms) => ms))
    return [
      {
        ...{ id: 'P12', what: 'cold start with 100,000 conversations ÷ hello' },
        ...{ ours: `${short(mine ?? 0)} ms`, floor: `${short(theirs ?? 0)} ms` },
        value: (mine ?? 0) / (theirs ?? 0),
        bar: { is: 'at most', goal: 4, first: 8 },
        ...{ counts: null, busy: '' },
        note: 'both compiled with --minify --bytecode; to the first 200 at /ready',
      },
    ]
  },
}

const build = async (entry: string): Promise<string> => {
  const outfile = join(scratchFolder(), 'program')
  const flags = ['--compile', '--minify', '--bytecode', '--format=esm']
  await $`${process.execPath} build ${flags} ${entry} --outfile ${outfile}`.quiet()
  return outfile
}

/** The middle of several starts, ms. */
const coldStarts = async (binary: string, args: (port: number) => string[]): Promise<number> => {
  const times: number[] = []
  for (let nth = 0; nth < STARTS; nth += 1) {
    const port = await freePort()
    const began = performance.now()
    const program = spawnProgram(binary, args(port), { env: { ...loud, PORT: `${port}` } })
    times.push((await firstAnswer(port, program.output)) - began)
    await program.stop(20_000)
  }
  return middle(times, (ms) => ms)
}

const firstAnswer = async (port: number, output: () => string): Promise<number> => {
  const end = performance.now() + 30_000
  while (performance.now() < end) {
    const answer = await fetch(`http://127.0.0.1:${port}/ready`).catch(() => undefined)
    if (answer?.status === 200) return performance.now()
    await Bun.sleep(1)
  }
  throw new Error(`it did not start in 30 s:\n${output()}`)
}
