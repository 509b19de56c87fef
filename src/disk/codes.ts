/** How many causes of an error are looked at, so that one that causes itself is no trap. */
const CAUSES = 8

/** An error and all that caused it, the outermost first; nothing of what is no error. */
export const causesOf = (problem: unknown): Error[] => {
  const causes: Error[] = []
  let one = problem
  for (let n = 0; n < CAUSES && one instanceof Error; n += 1) {
    causes.push(one)
    one = one.cause
  }
  return causes
}

/** Their codes. */
export const codesOf = (problem: unknown): string[] =>
  causesOf(problem).flatMap((one) =>
    'code' in one && typeof one.code === 'string' ? [one.code] : [],
  )
