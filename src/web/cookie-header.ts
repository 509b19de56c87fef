/** All values that came under each name, in the order they came. */
export type Cookies = ReadonlyMap<string, readonly string[]>

/**
 * The cookies of a request. A name may come more than once, from other paths or from parent
 * domains: which of the values is ours is for the reader to tell, by its form.
 */
export const cookiesIn = (header: string | undefined): Cookies => {
  const all = new Map<string, string[]>()
  for (const pair of header?.split(';') ?? []) {
    const end = pair.indexOf('=')
    if (end < 0) continue
    const name = pair.slice(0, end).trim()
    const value = decoded(pair.slice(end + 1).trim())
    const known = all.get(name)
    if (known) known.push(value)
    else all.set(name, [value])
  }
  return all
}

const decoded = (value: string): string => {
  const bare = value.length > 1 && /^".*"$/.test(value) ? value.slice(1, -1) : value
  if (!bare.includes('%')) return bare
  try {
    return decodeURIComponent(bare)
  } catch {
    return bare
  }
}
