import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A program that a test has started. Whatever happens to the test, it ends with the run. */
export type Program = {
  pid: number
  /** What it wrote so far, stdout and stderr together; the last million characters of it. */
  output(): string
  /** The exit code once it has ended; null when a signal ended it. */
  exited: Promise<number | null>
  kill(signal?: NodeJS.Signals): void
  /**
   * Asks it to end and, after `within` ms, makes it: by default some seconds after the 15 s within
   * which a desk promises to have closed by itself.
   */
  stop(within?: number): Promise<number | null>
  pause(): void
  resume(): void
}

const running = new Set<ChildProcess>()
const folders = new Set<string>()

/** Ends every program and removes every folder; under `bun test` the preload calls it. */
export const endPrograms = (): void => {
  for (const child of running) child.kill('SIGKILL')
  for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  folders.clear()
}

process.on('exit', endPrograms)

const works = new Set<() => Promise<unknown>>()

/** Has something done when all tests of the process are, whatever failed: the preload sees to it. */
export const atEnd = (work: () => Promise<unknown>): void => void works.add(work)
export const doAtEnd = () => Promise.all([...works].map((work) => work()))

/** An empty folder that goes away with the run. */
export const scratchFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 't-'))
  folders.add(folder)
  return folder
}

type Options = {
  env?: Record<string, string | undefined>
  cwd?: string
  input?: string | Uint8Array
}

export const spawnProgram = (command: string, args: string[], options: Options = {}): Program => {
  const child = spawn(command, args, {
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  running.add(child)
  const exited = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', resolve)
  }).finally(() => running.delete(child))
  exited.catch(() => {}) // Whoever waits for it hears the error; nobody has to wait.
  // A program that has gone does not read; that is its exit's story, not an error of its own.
  child.stdin.on('error', () => {})
  child.stdin.end(options.input ?? '')
  return { ...controls(child, exited), pid: child.pid ?? 0, output: captured(child), exited }
}

const captured = (child: ChildProcess) => {
  let text = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (part: string) => {
      text = (text + part).slice(-1_000_000)
    })
  return () => text
}

const controls = (child: ChildProcess, exited: Program['exited']) => ({
  kill: (signal: NodeJS.Signals = 'SIGKILL') => void child.kill(signal),
  pause: () => {
    child.kill('SIGSTOP')
    untilStill(child.pid ?? 0)
  },
  resume: () => void child.kill('SIGCONT'),
  stop: async (within = 20_000) => {
    child.kill('SIGCONT')
    child.kill('SIGTERM')
    const late = setTimeout(() => child.kill('SIGKILL'), within)
    return exited.finally(() => clearTimeout(late))
  },
})

/**
 * Blocks until every thread of a program stands still. SIGSTOP reaches each in its own time, and
 * one on another core may answer one more question. Where the kernel tells nothing of threads
 * (`/proc/<pid>/task`) there is nothing to wait for.
 */
const untilStill = (pid: number) => {
  const threads = `/proc/${pid}/task`
  if (!existsSync(threads)) return
  const isStill = (thread: string) => {
    try {
      return /\) [TtZ] /.test(readFileSync(join(threads, thread, 'stat'), 'utf8'))
    } catch {
      return true // It has just ended.
    }
  }
  const end = performance.now() + 1000
  while (performance.now() < end && !readdirSync(threads).every(isStill)) Bun.sleepSync(1)
}

/**
 * Asks again and again until the answer is neither false, null nor undefined. `within` in ms, and
 * so is the pause between two questions.
 */
export const waitFor = async <T>(
  what: string,
  ask: () => T | Promise<T>,
  within = 5_000,
  pause = 20,
): Promise<Exclude<T, false | null | undefined>> => {
  const end = performance.now() + within
  let problem: unknown
  while (performance.now() < end) {
    try {
      const answer = await ask()
      if (isAnswer(answer)) return answer
    } catch (thrown) {
      problem = thrown
    }
    await Bun.sleep(pause)
  }
  throw new Error(`Waited ${within} ms in vain for ${what}`, { cause: problem })
}

const isAnswer = <T>(answer: T): answer is Exclude<T, false | null | undefined> =>
  answer !== false && answer !== null && answer !== undefined

/** Where an executable is, by the first of its names that is found. */
export const findProgram = (...names: string[]): string | undefined => {
  const places = [...(process.env.PATH ?? '').split(':'), '/usr/local/sbin', '/usr/sbin', '/sbin']
  return names.flatMap((name) => places.map((place) => join(place, name))).find(existsSync)
}

export const needProgram = (...names: string[]): string => {
  const found = findProgram(...names)
  if (found === undefined) throw new Error(`${names.join(' or ')} is not installed`)
  return found
}
