/**
 * Everything `npm test` does after the set-up; `npm test -- actors store` runs only those steps,
 * and `npm test -- --record` writes down how long each took, for the next run to plan by.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import recorded from './seconds.json'
import { buildBellhop } from './support/build'
import { runStep } from './support/run-step'
import { scratchPlace } from './support/scratch'
import { chosen, findSteps, planOf, type Step } from './support/steps'
import { lastLine, type Tally, total } from './support/tally'

/** The whole run ends within this, in milliseconds, whatever hangs; one with the long tests later. */
const BOUND = (process.argv.includes('soak') ? 30 : 14) * 60_000

const began = performance.now()
const left = () => BOUND - (performance.now() - began)

// Short, for the paths of Unix sockets inside it may not pass 107 characters. The long tests are
// those that wait for a real disk.
const place = process.argv.includes('soak') ? tmpdir() : scratchPlace()
const scratch = mkdtempSync(join(place, 'bh-'))
const clear = () => rmSync(scratch, { recursive: true, force: true })
process.on('exit', clear)
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(130))

const words = process.argv.slice(2)
const records = words.includes('--record')
const { computing, waiting } = planOf(
  chosen(
    findSteps(),
    words.filter((word) => word !== '--record'),
  ),
)
const build = async () => {
  const folder = join(scratch, 'built')
  mkdirSync(folder)
  process.env.BELLHOP_BUILT = await buildBellhop(folder)
}
// Whoever asks for a step or two waits for nothing that only a whole run gains by.
const built = computing.length + waiting.length > 5 ? build() : undefined
const tallies: Tally[] = []
/** Takes step after step until none is left. The tools, which are first, need no program. */
const lane = async (steps: Step[]) => {
  for (let step = steps.shift(); step; step = steps.shift()) {
    if ('files' in step) await built
    tallies.push(await runStep(step, scratch, left()))
  }
}
const lanes = (count: number, steps: Step[]) => Promise.all(Array(count).fill(steps).map(lane))
await lanes(3, computing)
await lanes(3, waiting)
// A test that leaves something mounted there has failed, whatever it says itself.
try {
  clear()
} catch (problem) {
  console.log(`\n── clean-up\n${problem}`)
  tallies.push({ name: 'clean-up', passed: 0, failed: 1, skipped: 0, time: 0 })
}

console.log(`\n── ${Math.round((performance.now() - began) / 1000)} s`)
for (const tally of tallies) {
  const seconds = (tally.time / 1000).toFixed(1).padStart(7)
  const mark = tally.failed === 0 ? ' ' : '✗'
  console.log(`${mark} ${tally.name.padEnd(12)}${seconds} s   ${lastLine(tally)}`)
}
if (records) {
  const taken = tallies.map(({ name, time }) => [name, Math.max(1, Math.round(time / 1000))])
  const seconds: Record<string, number> = { ...recorded, ...Object.fromEntries(taken) }
  const sorted = Object.entries(seconds).toSorted(([a], [b]) => a.localeCompare(b))
  const text = JSON.stringify(Object.fromEntries(sorted), null, 2)
  writeFileSync(join(import.meta.dir, 'seconds.json'), `${text}\n`)
}
console.log(lastLine(total(tallies)))
process.exitCode = total(tallies).failed > 0 || total(tallies).passed === 0 ? 1 : 0
