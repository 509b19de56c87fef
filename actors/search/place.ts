/** Code points of what colleagues wrote beside the talk; what is longer is told apart by its row. */
const BESIDE_CHARS = 40

/** One word of every database: ASCII has only letters, digits and low lines then. */
export const oneWord = (text: string): string =>
  text.toLowerCase().replace(/(?![a-z0-9])[\0-\x7F]/g, '_')

/** Words for where a conversation is: each of its lines has them. */
export const placeWord = {
  department: (id: string) => `_d_${oneWord(id)}`,
  /** With whom it is, or at whom it rings. */
  holder: (id: string) => `_h_${oneWord(id)}`,
  /** What colleagues did beside it, by its key. */
  beside: (key: string) => `_t_${Array.from(oneWord(key)).slice(0, BESIDE_CHARS).join('')}`,
} as const

/** Where a conversation is, as far as it is searched by. */
export type Place = {
  department: string
  agent: string | null
  offeredTo: string | null
  /** As its row has them: each between two ends of a line. */
  searchKeys: string | null
}

export const placeWords = ({ department, agent, offeredTo, searchKeys }: Place): string[] => {
  const holders = [agent, offeredTo].filter((id) => id !== null)
  const keys = (searchKeys ?? '').split('\n').filter((key) => key !== '')
  const words = [
    placeWord.department(department),
    ...holders.map(placeWord.holder),
    ...keys.map(placeWord.beside),
  ]
  return [...new Set(words)]
}

/** Those of some words, with spaces between them, that say where a conversation is. */
export const placeWordsIn = (words: string): string[] =>
  words.split(' ').filter((word) => /^_[dht]_/.test(word))
