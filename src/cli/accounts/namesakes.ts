import { skeletonOf } from '../../../actors/text/look-alikes'
import type { AccountLine } from './listing'

/**
 * Colleagues whose names a reader takes for this one. Two people may be called the same, so they are
 * told of and not refused.
 */
export const namesakesOf = (line: AccountLine, lines: readonly AccountLine[]): AccountLine[] =>
  lines.filter(({ id, name }) => id !== line.id && skeletonOf(name) === skeletonOf(line.name))

export const namesakeWords = (line: AccountLine, lines: readonly AccountLine[]): string[] => {
  const others = namesakesOf(line, lines).map(({ name, email }) => `${name} (${email})`)
  return others.length === 0
    ? []
    : [`Readers may take ${line.name} for ${others.join(', ')}: the names look alike`]
}

/** The same for programs: their addresses; nothing where there is none. */
export const namesakeFields = (line: AccountLine, lines: readonly AccountLine[]) => {
  const others = namesakesOf(line, lines).map(({ email }) => email)
  return others.length === 0 ? {} : { looksLike: others }
}
