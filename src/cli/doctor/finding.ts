/** What one look at the desk found: one line, and what to do about it. */
export type Finding = {
  mark: 'good' | 'fair' | 'bad'
  /** What was looked at, in one word. */
  what: string
  says: string
  /** What puts it right; printed under the line. */
  fix?: string
}

export const good = (what: string, says: string): Finding => ({ mark: 'good', what, says })
export const fair = (what: string, says: string, fix?: string): Finding => ({
  mark: 'fair',
  what,
  says,
  fix,
})
export const bad = (what: string, says: string, fix?: string): Finding => ({
  mark: 'bad',
  what,
  says,
  fix,
})

const marks = { good: '✓', fair: '!', bad: '✗' } as const

/** One line a finding, its fix indented below. */
export const lineOf = ({ mark, what, says, fix }: Finding): string => {
  const line = `${marks[mark]} ${what.padEnd(8)} ${says}`
  const steps = fix?.split('\n').map((step) => `           ${step}`) ?? []
  return [line, ...steps].join('\n')
}

/** The reason in an error, on one line and without what a stack would add. */
export const reasonOf = (problem: unknown): string => {
  const text = problem instanceof Error ? problem.message : String(problem)
  return text.split('\n')[0]?.trim() || 'no reason was given'
}
