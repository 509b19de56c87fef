import type { FileNames } from '../../views/page-context'

/** Strings, in which spaces count, and comments, in which quotes mean nothing. */
const STRING = /("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')/
const ASIDE = new RegExp(`/\\*[^]*?\\*/|${STRING.source}`, 'g')

/**
 * A stylesheet without what only its writers read, and with the files it names called as pages call
 * them: what a browser has fetched for the one it has for the other.
 */
export const smallStyle = (css: string, names: FileNames): string =>
  css
    .replace(/url\("([\w.-]+)"\)/g, (whole, file) =>
      names[file] ? `url("${names[file]}")` : whole,
    )
    .replace(ASIDE, (part) => (part.startsWith('/*') ? '' : part))
    .split(STRING)
    .map((part, n) => (n % 2 === 0 ? squeezed(part) : part))
    .join('')
    .trim()

/** Without spaces that say nothing: those in values, in `calc` and between selectors stay. */
const squeezed = (css: string): string =>
  css
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};]) ?/g, '$1')
    .replace(/([,:]) /g, '$1')
    .replace(/;}/g, '}')
