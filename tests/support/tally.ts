/** What one step of the run counted; `time` in milliseconds. */
export type Tally = { name: string; passed: number; failed: number; skipped: number; time: number }

export const total = (tallies: readonly Tally[]): Tally => ({
  name: 'all',
  passed: sum(tallies.map((tally) => tally.passed)),
  failed: sum(tallies.map((tally) => tally.failed)),
  skipped: sum(tallies.map((tally) => tally.skipped)),
  time: sum(tallies.map((tally) => tally.time)),
})

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)

export const lastLine = (tally: Tally): string =>
  `${tally.passed} passed, ${tally.failed} failed${tally.skipped > 0 ? `, ${tally.skipped} skipped` : ''}`

/**
 * Counts a report in JUnit's XML. A file of `files` that the report does not know never loaded, or
 * held no test: a failure. So is a bad exit that no test explains.
 */
export const countReport = (
  name: string,
  xml: string,
  files: readonly string[],
  exit: number,
  time: number,
): Tally => {
  const all = numbersOf(/<testsuites\b[^>]*>/.exec(xml)?.[0] ?? '')
  const missing = files.filter(
    (file) => !xml.includes(` file="${file.replace(/^\.\//, '')}"`),
  ).length
  const unexplained = exit !== 0 && all.failures + missing === 0 ? 1 : 0
  return {
    name,
    passed: all.tests - all.failures - all.skipped,
    failed: all.failures + missing + unexplained,
    skipped: all.skipped,
    time,
  }
}

const numbersOf = (tag: string) => ({
  tests: attribute(tag, 'tests'),
  failures: attribute(tag, 'failures'),
  skipped: attribute(tag, 'skipped'),
})

const attribute = (tag: string, name: string) =>
  Number(new RegExp(`\\b${name}="(\\d+)"`).exec(tag)?.[1] ?? 0)
