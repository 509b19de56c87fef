import { type Breach, type Source, withoutComments } from './source'

/** What is told of one thing the desk can do: in which words, and in how many files at most. */
type Feature = {
  name: string
  /** Its own words, in code; what says the same of something else is named in `but`. */
  words: RegExp
  but: Record<string, string>
  /** Source files it may be told in: what another of its kind costs, and what taking it out does. */
  files: number
}

/** Words as such, and as parts of a name that is written together. */
const word = (...words: string[]) => {
  const inner = words.map((each) => `${each[0]?.toUpperCase()}${each.slice(1)}`)
  return new RegExp(
    `(?<![A-Za-z$])(?:${words.join('|')})(?![a-z])|(?<![A-Z])(?:${inner.join('|')})(?![a-z])`,
  )
}

/** One of each kind that the desk is to have many more of. */
export const features: readonly Feature[] = [
  {
    name: 'tags, which colleagues put on a conversation',
    words: word('tags?', 'tagged'),
    but: {
      'src/web/assets.ts': 'the tag by which a browser knows a file again',
      'src/web/headers.ts': 'the header that keeps search engines out',
      'actors/text/names.ts': 'what flags of regions are made of',
    },
    files: 8,
  },
  {
    name: 'notes between colleagues',
    words: word('notes?', 'noted'),
    but: {
      'static/sound.js': 'what one hears',
      'src/cli/demo/afternoon.ts': 'somebody says so in a chat of the demo',
    },
    files: 8,
  },
  {
    name: 'the departments of the office',
    words:
      /\boffice\/departments?\b|\boffice-departments\b|^views\/words\/office[\s\S]*\bdepartments:/,
    but: {},
    files: 6,
  },
]

const isSource = ({ path }: Source) => /^(actors|src|views|static)\//.test(path)

/** The files that tell of it, ordered by path. */
export const filesOf = ({ words, but }: Feature, sources: readonly Source[]): string[] =>
  sources
    .filter((source) => isSource(source) && but[source.path] === undefined)
    .filter((source) => words.test(`${source.path}\n${withoutComments(source).text}`))
    .map(({ path }) => path)

/** A feature that is told in more files than another of its kind may cost. */
export const costBreaches = (sources: readonly Source[]): Breach[] =>
  features.flatMap((feature) => {
    const files = filesOf(feature, sources)
    return files.length > feature.files
      ? [`${feature.name} are told in ${files.length} files: ${files.join(', ')}`]
      : []
  })
