/** How many causes of an error are looked at, so that one that causes itself is no trap. */
const CAUSES = 8

/** The codes of an error and of all that caused it, the outermost first. */
export const codesOf = (problem: unknown): string[] => {
  const codes: string[] = []
  let one = problem
  for (let n = 0; n < CAUSES && one instanceof Error; n += 1) {
    const { code } = one as { code?: unknown }
    if (typeof code === 'string') codes.push(code)
    one = one.cause
  }
  return codes
}
