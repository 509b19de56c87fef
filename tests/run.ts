/** Everything `npm test` does after the set-up; `npm test -- actors store` runs only those steps. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runStep } from './support/run-step'
import { chosen, findSteps, lanesOf, type Step } from './support/steps'
import { lastLine, type Tally, total } from './support/tally'

/** The whole run ends within this, in milliseconds, whatever hangs. */
const BOUND = 10 * 60_000

const began = performance.now()
const left = () => BOUND - (performance.now() - began)

// Short, for the paths of Unix sockets inside it may not pass 107 characters.
const scratch = mkdtempSync(join(tmpdir(), 'bh-'))
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }))
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(130))

const steps = chosen(findSteps(), process.argv.slice(2))
const tallies: Tally[] = []
const inTurn = async (lane: readonly Step[]) => {
  for (const step of lane) tallies.push(await runStep(step, scratch, left()))
}
for (const { step, beside } of lanesOf(steps)) await Promise.all([inTurn([step]), inTurn(beside)])

console.log(`\n── ${Math.round((performance.now() - began) / 1000)} s`)
for (const tally of tallies) {
  const seconds = (tally.time / 1000).toFixed(1).padStart(7)
  const mark = tally.failed === 0 ? ' ' : '✗'
  console.log(`${mark} ${tally.name.padEnd(12)}${seconds} s   ${lastLine(tally)}`)
}
console.log(lastLine(total(tallies)))
process.exitCode = total(tallies).failed > 0 || total(tallies).passed === 0 ? 1 : 0
