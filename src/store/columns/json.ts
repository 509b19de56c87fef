/**
 * The one way values become text and back: MariaDB would answer its own JSON as strings. What is
 * no JSON any more, by a damaged disk or somebody's hand, reads as null unless its column says
 * otherwise: whoever needs the value stops alone, and not every list that it is in.
 */
export const codec = <T>(whole: (stored: unknown) => T) => ({
  toDriver: (value: T): string => JSON.stringify(value),
  fromDriver: (text: string): T => whole(parsed(text)),
})

/** What stands for a value that is damaged. */
export const orElse =
  <T>(damaged: T) =>
  (stored: unknown): T =>
    (stored as T | null) ?? damaged

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
