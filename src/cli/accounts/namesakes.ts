import { skeletonOf } from '../../../actors/text/look-alikes'
import type { AccountLine } from './listing'

/**
 * Colleagues whose names a reader takes for this one. Two people may be called the same, so they are
 * told of and not refused.
 */
const namesakesOf = (line: AccountLine, lines: readonly AccountLine[]): AccountLine[] =>
  lines.filter(({ id, name }) => id !== line.id && skeletonOf(name) === skeletonOf(line.name))

export const namesakeWords = (
  line: AccountLine | undefined,
  lines: readonly AccountLine[],
): string[] => {
  const others = line ? namesakesOf(line, lines) : []
  if (!line || others.length === 0) return []
  const names = others.map(({ name, email }) => `${name} (${email})`).join(', ')
  return [`Readers may take ${line.name} for ${names}: the names look alike`]
}

/** The same for programs: their addresses; nothing where there is none. */
export const namesakeFields = (line: AccountLine, lines: readonly AccountLine[]) => {
  const others = namesakesOf(line, lines).map(({ email }) => email)
  return others.length === 0 ? {} : { looksLike: others }
}
