import { Glob } from 'bun'
import recorded from '../seconds.json'

/** One part of the run: a tool that passes or fails, or the test files of one folder. */
export type Step = { name: string } & ({ tool: string[] } | { files: string[] })

const tools: Step[] = [
  // Whether everything is formatted, too.
  { name: 'lint', tool: ['biome', 'check', '--error-on-warnings'] },
  { name: 'types', tool: ['tsc', '--noEmit'] },
]

/**
 * Steps that compute, or wait for a page or a program longer than a busy machine takes. Every
 * other step, a new one too, may depend on the clock, and runs when these no longer do.
 */
const busy = [
  ...['lint', 'types', 'house', 'support', 'actors', 'views', 'policies', 'commands'],
  ...['web', 'bench', 'security', 'system', 'cli', 'binary', 'browser', 'engines', 'letters'],
  ...['store', 'store/mysql', 'store/mysql-engine', 'store/mysql-group', 'store/mysql-migrate'],
]

/** Only run when it is named: the same faults as in each run, for longer. */
const NAMED_ONLY = 'soak'

/** How long a step took when it was last recorded, s; a new one is taken for a middling one. */
export type Seconds = Readonly<Record<string, number>>
const NEW_S = 10

/**
 * What computes, the tools first, and what mostly waits, each with the longest first: whichever
 * lane is free takes the next, so all end at about the same time.
 */
export const planOf = (
  steps: readonly Step[],
  seconds: Seconds = recorded,
): { computing: Step[]; waiting: Step[] } => {
  const rank = (step: Step) =>
    'tool' in step ? Number.POSITIVE_INFINITY : (seconds[step.name] ?? NEW_S)
  const sorted = steps.toSorted((a, b) => rank(b) - rank(a) || 0)
  const computes = ({ name }: Step) => busy.includes(whole(name))
  return {
    computing: sorted.filter(computes),
    waiting: sorted.filter((step) => !computes(step)),
  }
}

/**
 * Folders whose files are shared out among so many steps: each would be the longest by far, and run
 * on in one lane when the others have nothing left.
 */
const PARTS: Readonly<Record<string, number>> = { browser: 3, cli: 2, web: 2 }

export const findSteps = (files: readonly string[] = findTests()): Step[] => {
  const folders = [...Map.groupBy(files, stepOf)].toSorted(([a], [b]) => (a < b ? -1 : 1))
  return [...tools, ...folders.flatMap(([name, all]) => sharedOut(name, all))]
}

/** File by file in turn, for neighbours are of a kind. */
const sharedOut = (name: string, files: readonly string[]): Step[] => {
  const count = Math.min(PARTS[name] ?? 1, files.length)
  if (count === 1) return [{ name, files: [...files] }]
  return Array.from({ length: count }, (_, part) => ({
    name: `${name}/${part + 1}`,
    files: files.filter((_, nth) => nth % count === part),
  }))
}

/**
 * The steps named by words; without words all but the long ones. A word may also be a part of a
 * test file's path.
 */
export const chosen = (steps: readonly Step[], words: readonly string[]): Step[] =>
  words.length === 0
    ? steps.filter(({ name }) => name !== NAMED_ONLY)
    : words.flatMap((word) => named(steps, word))

const named = (steps: readonly Step[], word: string): Step[] => {
  const parts = steps.filter(({ name }) => whole(name) === word)
  if (parts.length === 1) return parts
  const files = filesOf(parts.length > 0 ? parts : steps)
  return [
    { name: word, files: parts.length > 0 ? files : files.filter((one) => one.includes(word)) },
  ]
}

const filesOf = (steps: readonly Step[]) =>
  steps.flatMap((step) => ('files' in step ? step.files : [])).toSorted()

/** What a step is a part of: `browser` of `browser/2`. */
const whole = (name: string) => name.replace(/\/\d+$/, '')

const findTests = () => [...new Glob('tests/**/*.test.{ts,tsx}').scanSync('.')].toSorted()

/**
 * Tests that start servers or nodes of their own and mostly wait for them: each file is a step, for
 * together they would be the longest.
 */
const OF_SERVERS = /^tests\/(chaos\/\w+|store\/(?:mysql|galera)[\w-]*)\.test\.ts$/

/** `tests/actors/turn.test.ts` → `actors`, `tests/house.test.ts` → `house`, `tests/chaos/kills.test.ts` → `chaos/kills`. */
const stepOf = (file: string): string =>
  OF_SERVERS.exec(file)?.[1] ?? file.split('/')[1]?.replace(/\.test\.tsx?$/, '') ?? file
