import { Glob } from 'bun'

/** One part of the run: a tool that passes or fails, or the test files of one folder. */
export type Step = { name: string } & ({ tool: string[] } | { files: string[] })

const tools: Step[] = [
  { name: 'format', tool: ['biome', 'format'] },
  { name: 'lint', tool: ['biome', 'check', '--formatter-enabled=false', '--error-on-warnings'] },
  { name: 'types', tool: ['tsc', '--noEmit'] },
]

/** Quick answers first; what starts whole programs and breaks them comes last. */
const early = ['house', 'support', 'browser', 'actors', 'views', 'policies', 'commands']
const late = ['bus', 'store', 'binary', 'chaos']

/** Steps that compute, or start a program and read what it says, and break nothing that has a clock. */
const computing = ['actors', 'views', 'policies', 'commands', 'web', 'bench', 'security', 'cli']

/**
 * What runs one after the other, and beside each of it what may. Tests with browsers mostly wait:
 * what only computes runs meanwhile. Everything else has the machine for itself.
 */
export const lanesOf = (steps: readonly Step[]): { step: Step; beside: Step[] }[] => {
  const waits = steps.some(({ name }) => name === 'browser')
  const aside = waits ? steps.filter(({ name }) => computing.includes(name)) : []
  return steps
    .filter((step) => !aside.includes(step))
    .map((step) => ({ step, beside: step.name === 'browser' ? aside : [] }))
}

export const findSteps = (files: readonly string[] = findTests()): Step[] => {
  const names = [...new Set(files.map(stepOf))].toSorted((a, b) => rank(a) - rank(b))
  return [
    ...tools,
    ...names.map((name) => ({ name, files: files.filter((file) => stepOf(file) === name) })),
  ]
}

/** The steps named by words, all without words. A word may also be a part of a test file's path. */
export const chosen = (steps: readonly Step[], words: readonly string[]): Step[] =>
  words.length === 0 ? [...steps] : words.flatMap((word) => named(steps, word))

const named = (steps: readonly Step[], word: string): Step[] => {
  const step = steps.find(({ name }) => name === word)
  if (step !== undefined) return [step]
  const files = steps.flatMap((one) => ('files' in one ? one.files : []))
  return [{ name: word, files: files.filter((file) => file.includes(word)) }]
}

const findTests = () => [...new Glob('tests/**/*.test.{ts,tsx}').scanSync('.')].toSorted()

/** `tests/actors/turn.test.ts` → `actors`, `tests/house.test.ts` → `house`. */
const stepOf = (file: string): string => file.split('/')[1]?.replace(/\.test\.tsx?$/, '') ?? file

const rank = (name: string): number => {
  if (early.includes(name)) return early.indexOf(name)
  return late.includes(name) ? 200 + late.indexOf(name) : 100
}
