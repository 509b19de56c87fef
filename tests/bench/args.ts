/** `P1 P4 --quick`: which yardsticks, and whether for a first look only. */
export type Args = { ids: string[]; quick: boolean }

/** Throws a sentence when a word is neither. */
export const readArgs = (words: readonly string[], known: readonly string[]): Args => {
  const ids = words.filter((word) => !word.startsWith('--')).map((word) => word.toUpperCase())
  const unknown = [
    ...ids.filter((id) => !known.includes(id)),
    ...words.filter((word) => word.startsWith('--') && word !== '--quick'),
  ]
  if (unknown.length > 0)
    throw new Error(`There is no ${unknown.join(', ')}. There are ${known.join(' ')} and --quick.`)
  return { ids: ids.length > 0 ? ids : [...known], quick: words.includes('--quick') }
}
