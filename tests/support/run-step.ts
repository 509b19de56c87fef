import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Step } from './steps'
import { countReport, type Tally } from './tally'

/** Runs one step with its output shown, and ends whatever it leaves behind. `left` in ms. */
export const runStep = async (step: Step, scratch: string, left: number): Promise<Tally> => {
  const began = performance.now()
  const report = join(scratch, `${step.name.replaceAll('/', '-')}.xml`)
  const exit = await runGroup('tool' in step ? step.tool : tests(step.files, report), scratch, left)
  const time = performance.now() - began
  if ('tool' in step) {
    const passed = exit === 0 ? 1 : 0
    return { name: step.name, passed, failed: 1 - passed, skipped: 0, time }
  }
  const xml = existsSync(report) ? readFileSync(report, 'utf8') : ''
  return countReport(step.name, xml, step.files, exit, time)
}

const tests = (files: readonly string[], report: string) => [
  ...['bun', 'test', '--no-orphans', '--only-failures', '--timeout=10000'],
  ...['--reporter=junit', `--reporter-outfile=${report}`],
  ...files.map((file) => `./${file}`),
]

/** A group of its own, so that one signal reaches everything the step has started. */
const runGroup = ([command = '', ...args]: string[], scratch: string, left: number) =>
  new Promise<number>((resolve) => {
    const child = spawn(join('node_modules/.bin', command), args, {
      stdio: ['ignore', 'inherit', 'inherit'],
      detached: true,
      env: { ...process.env, TMPDIR: scratch, NODE_ENV: 'test' },
    })
    const end = () => endGroup(child.pid)
    const late = setTimeout(() => {
      console.error('The run is out of time: this step is ended here.')
      end()
    }, left)
    process.on('exit', end)
    child.on('error', (problem) => console.error(problem.message))
    child.on('close', (code) => {
      clearTimeout(late)
      process.off('exit', end)
      end()
      resolve(code ?? 1)
    })
  })

const endGroup = (pid: number | undefined) => {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL')
  } catch {
    // Nothing was left.
  }
}
