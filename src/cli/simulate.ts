import { existsSync } from 'node:fs'
import type { Command } from 'commander'
import { limits } from '../../actors/limits'
import pack from '../../package.json'
import { sizeText } from '../../views/words/files'
import { writeWhole } from '../disk/write-whole'
import { CliError } from './cli-error'
import { type Form, withJson } from './output'
import { type Counts, type Delays, openBook } from './simulate/book'
import { openSimulated, type SimulatedDesk } from './simulate/desk'
import { beAgent, beVisitor, type Scene } from './simulate/people'
import type { Cli } from './terminal'

const MINUTE_MS = 60_000
/** How many begin at a time, and how long what is on its way at the end may take, ms. */
const TOGETHER = 20
const SETTLE_MS = 10_000
const LOOK_MS = 500
/** Within which words are to arrive, ms. */
const PROMPT_MS = 300
/** Visitors and agents at most. */
const PEOPLE = 5_000

const more = `
Makes a desk of its own in a temporary folder, with agents who answer and visitors who ask, each over a
stream and by forms as browsers send them; no desk of yours is touched. Writes a report, and ends with 1 when a
message was lost, or one in twenty took longer than ${PROMPT_MS} ms to be seen at the other end.`

type Flags = Form & { visitors: string; agents: string; minutes: string; report?: string }

export const addSimulate = (program: Command, cli: Cli) => {
  withJson(program.command('simulate'))
    .description('load a desk with people who talk, and measure it')
    .option('--visitors <number>', 'who ask', '100')
    .option('--agents <number>', 'who answer', '10')
    .option('--minutes <number>', 'for how long', '1')
    .option('--report <file>', 'where the report goes (bellhop-simulate-<time>.json)')
    .addHelpText('after', more)
    .action(async (flags: Flags) => {
      const how = howOf(cli, flags)
      if (!flags.json) cli.out(`${how.visitors} visitors, ${how.agents} agents …`)
      const report = await simulate(cli, how)
      writeWhole(how.file, `${JSON.stringify(report, null, 2)}\n`)
      if (flags.json) cli.out(JSON.stringify(report))
      else tell(cli, report, how.file)
      cli.finish(report.passed ? 0 : 1)
    })
}

type How = { visitors: number; agents: number; capacity: number; minutes: number; file: string }

const howOf = (cli: Cli, flags: Flags): How => {
  const whole = (name: 'visitors' | 'agents') => {
    const number = Number(flags[name])
    if (Number.isInteger(number) && number > 0 && number <= PEOPLE) return number
    throw new CliError(`--${name} must be a number from 1 to ${PEOPLE}`, 2)
  }
  const [visitors, agents, minutes] = [whole('visitors'), whole('agents'), Number(flags.minutes)]
  if (!(minutes > 0 && minutes <= 24 * 60)) throw new CliError('--minutes must be above 0', 2)
  const capacity = Math.ceil(visitors / agents) + 2
  if (capacity > limits.capacity)
    throw new CliError(`One agent has at most ${limits.capacity} conversations: use more agents`, 2)
  const at = new Date(cli.clock.now()).toISOString().replace(/[-:]|\.\d+/g, '')
  const file = flags.report ?? `bellhop-simulate-${at}.json`
  if (existsSync(file)) throw new CliError(`${file} is there already: name another file`, 2)
  return { visitors, agents, capacity, minutes, file }
}

export type SimulateReport = Counts & {
  version: string
  /** ms UTC. */
  startedAt: number
  visitors: number
  agents: number
  minutes: number
  /** Of the desk at its most, bytes. */
  memoryBytes: number
  passed: boolean
}

const simulate = async (cli: Cli, how: How): Promise<SimulateReport> => {
  const { clock } = cli
  const startedAt = clock.now()
  const desk = await openSimulated(cli, how)
  let over = false
  const book = openBook(clock.ticks)
  const scene: Scene = { port: desk.port, clock, book, talks: new Map(), isOver: () => over }
  try {
    const people = await begin(scene, desk, how)
    const memoryBytes = await watched(cli, desk, how.minutes * MINUTE_MS)
    over = true
    await settled(cli, book.waiting)
    for (const person of people) person.end()
    const counts = book.count()
    const slowest = Math.max(counts.toAgents.p95, counts.toVisitors.p95)
    const { visitors, agents, minutes } = how
    return {
      ...{ version: pack.version, startedAt, visitors, agents, minutes, memoryBytes },
      ...counts,
      passed: counts.lost === 0 && counts.delivered > 0 && slowest < PROMPT_MS,
    }
  } finally {
    await desk.close()
  }
}

/** Agents first, so that whoever comes is taken; some at a time, as people come. */
const begin = async (scene: Scene, desk: SimulatedDesk, { visitors }: How) => {
  const people = await Promise.all(desk.people.map((person) => beAgent(scene, person)))
  for (let from = 0; from < visitors; from += TOGETHER) {
    const some = Array.from({ length: Math.min(TOGETHER, visitors - from) }, (_, n) => from + n)
    people.push(...(await Promise.all(some.map((nth) => beVisitor(scene, nth)))))
  }
  return people
}

/** Waits, and answers how much memory the desk took at most. */
const watched = async ({ clock }: Cli, desk: SimulatedDesk, ms: number): Promise<number> => {
  const until = clock.ticks() + ms
  let most = 0
  while (clock.ticks() < until) {
    most = Math.max(most, await desk.memory())
    await clock.sleep(Math.min(LOOK_MS, Math.max(1, until - clock.ticks())))
  }
  return most
}

const settled = async ({ clock }: Cli, waiting: () => number) => {
  const until = clock.ticks() + SETTLE_MS
  while (waiting() > 0 && clock.ticks() < until) await clock.sleep(LOOK_MS)
}

const tell = (cli: Cli, report: SimulateReport, file: string) => {
  const { sent, delivered, lost, refused, memoryBytes } = report
  const line = (where: string, { p50, p95, p99 }: Delays) =>
    cli.out(`${where.padEnd(12)} p50 ${p50} ms, p95 ${p95} ms, p99 ${p99} ms`)
  cli.out(`${delivered} of ${sent} messages delivered, ${lost} lost, ${refused} refused`)
  line('to lists:', report.toLists)
  line('to agents:', report.toAgents)
  line('to visitors:', report.toVisitors)
  if (memoryBytes > 0) cli.out(`memory of the desk: at most ${sizeText(memoryBytes)}`)
  cli.out(`${report.passed ? 'Passed' : 'Not passed'}; the report is in ${file}`)
}
