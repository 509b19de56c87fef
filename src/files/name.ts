import { limits } from '../../actors/limits'

/** What people call a file that has no name of its own. */
const NAMELESS = 'file'

/** Signs that steer what stands around them; joiners make one sign of several, as in many emoji. */
const STEERING = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\u2028\u2029]/gu

/**
 * The name of a file as it is shown and saved: as its sender wrote it, but for folders, for signs
 * that nobody sees, and for what is longer than any system takes. Nothing is ever kept under it.
 */
export const shownFileName = (sent: string): string => {
  const last = sent.toWellFormed().replace(STEERING, '').split(/[/\\]/).at(-1)?.trim() ?? ''
  if (/^\.*$/.test(last)) return NAMELESS
  const signs = [...last]
  if (signs.length <= limits.fileName) return last
  const ending = [...endingOf(last)]
  const isEnding = ending.length > 0 && ending.length < 20
  const tail = isEnding ? ['.', ...ending] : []
  return [...signs.slice(0, limits.fileName - tail.length), ...tail].join('')
}

/** What stands behind the last dot, in small letters; empty where there is none. */
export const endingOf = (name: string): string =>
  /.\.([^.]*)$/u.exec(name)?.[1]?.toLowerCase() ?? ''

/** All that stands between dots, in small letters, but for the beginning and the end. */
export const innerEndingsOf = (name: string): readonly string[] =>
  name.toLowerCase().split('.').slice(1, -1)
