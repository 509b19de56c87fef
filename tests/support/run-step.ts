import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Step } from './steps'
import { countReport, type Tally } from './tally'

/**
 * Runs one step and ends whatever it leaves behind. What it prints is shown in one piece when it
 * is done. `left` in ms.
 */
export const runStep = async (step: Step, scratch: string, left: number): Promise<Tally> => {
  const began = performance.now()
  // Bun would run every test there is.
  if ('files' in step && step.files.length === 0) {
    console.log(`\n── ${step.name}\nNo step and no test file is called so.`)
    return { name: step.name, passed: 0, failed: 1, skipped: 0, time: 0 }
  }
  const report = join(scratch, `${step.name.replaceAll('/', '-')}.xml`)
  const command = 'tool' in step ? step.tool : tests(step.files, report)
  const { exit, output } = await runGroup(command, scratch, left)
  console.log(`\n── ${step.name}\n${output.trim()}`)
  const time = performance.now() - began
  if ('tool' in step) {
    const passed = exit === 0 ? 1 : 0
    return { name: step.name, passed, failed: 1 - passed, skipped: 0, time }
  }
  const xml = existsSync(report) ? readFileSync(report, 'utf8') : ''
  return countReport(step.name, xml, step.files, exit, time)
}

const tests = (files: readonly string[], report: string) => [
  ...['bun', 'test', '--no-orphans', '--only-failures', '--timeout=10000', '--max-concurrency=4'],
  ...['--reporter=junit', `--reporter-outfile=${report}`],
  ...files.map((file) => `./${file}`),
]

/** A group of its own, so that one signal reaches everything the step has started. */
const runGroup = ([command = '', ...args]: string[], scratch: string, left: number) =>
  new Promise<{ exit: number; output: string }>((resolve) => {
    const pieces: Buffer[] = []
    const child = spawn(join('node_modules/.bin', command), args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
      env: { ...process.env, TMPDIR: scratch, NODE_ENV: 'test' },
    })
    const keep = (piece: Buffer) => pieces.push(piece)
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    const end = () => endGroup(child.pid)
    const late = setTimeout(() => {
      pieces.push(Buffer.from('\nThe run is out of time: this step is ended here.\n'))
      end()
    }, left)
    process.on('exit', end)
    child.on('error', (problem) => keep(Buffer.from(problem.message)))
    child.on('close', (code) => {
      clearTimeout(late)
      process.off('exit', end)
      end()
      resolve({ exit: code ?? 1, output: Buffer.concat(pieces).toString() })
    })
  })

const endGroup = (pid: number | undefined) => {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL')
  } catch {
    // Nothing was left.
  }
}
