import { Glob } from 'bun'

/** A file of the tree: its path from the root, and its text. */
export type Source = { path: string; text: string }

/** Something the house does not allow, told so that the reader can go there. */
export type Breach = string

/** The files of the tree that match, ordered by path. Our own tree only: nothing installed or built. */
export const sources = async (...patterns: string[]): Promise<Source[]> => {
  const paths = new Set(patterns.flatMap((pattern) => [...new Glob(pattern).scanSync('.')]))
  const own = [...paths].filter((path) => !/^(node_modules|dist|data)\//.test(path)).toSorted()
  return Promise.all(own.map(async (path) => ({ path, text: await Bun.file(path).text() })))
}

/** Where in a text the patterns are found, as breaches. */
export const find = (source: Source, pattern: RegExp, what: string): Breach[] =>
  [...source.text.matchAll(new RegExp(pattern.source, `${pattern.flags.replace('g', '')}g`))].map(
    (match) => `${source.path}:${lineAt(source.text, match.index)} ${what}: ${match[0].trim()}`,
  )

const lineAt = (text: string, index: number) => text.slice(0, index).split('\n').length

/**
 * The same source with its comments blanked, so that prose may name what code may not use. A quote
 * that its line does not close is an apostrophe in a page's words, not the start of a string.
 */
export const withoutComments = ({ path, text }: Source): Source => ({
  path,
  text: text.replaceAll(commentOrString, (found) =>
    found.startsWith('/*') || found.startsWith('//') ? found.replaceAll(/[^\n]/g, ' ') : found,
  ),
})

const commentOrString =
  /'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\[\s\S])*`|\/\*[\s\S]*?\*\/|(?<!:)\/\/[^\n]*/g
