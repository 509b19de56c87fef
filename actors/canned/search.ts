import type { CannedReply } from './reply'

/** As it is compared: upper and lower case, full and half width, accents make no difference. */
export const folded = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').normalize('NFKC').toUpperCase().toLowerCase()

const textOf = ({ body, bodies }: CannedReply) => [body, ...Object.values(bodies)].join('\n')

/** How well it fits, less is better; undefined when a word of the question is nowhere in it. */
const rankOf = (reply: CannedReply, words: readonly string[]): number | undefined => {
  const places = [reply.code, reply.title, reply.folder, textOf(reply)].map(folded)
  if (!words.every((word) => places.some((place) => place.includes(word)))) return undefined
  const [first = ''] = words
  if (places[0] === first) return 0
  if (places[0]?.startsWith(first)) return 1
  return 2 + places.findIndex((place) => place.includes(first))
}

/**
 * Those that a question fits, by what they are called, their title, folder and words: first what
 * begins so, then one's own, then what is used most.
 */
export const searchCanned = (all: readonly CannedReply[], question: string): CannedReply[] => {
  const words = folded(question.replace(/^\s*\//, ''))
    .split(/\s+/)
    .filter(Boolean)
  const ranked = all.flatMap((reply) => {
    const rank = rankOf(reply, words)
    return rank === undefined ? [] : [{ reply, rank }]
  })
  const isOwn = ({ scope }: CannedReply) => (scope === 'mine' ? 0 : 1)
  return ranked
    .sort(
      ({ reply: one, rank }, { reply: other, rank: otherRank }) =>
        rank - otherRank ||
        isOwn(one) - isOwn(other) ||
        other.uses - one.uses ||
        (one.code < other.code ? -1 : 1),
    )
    .map(({ reply }) => reply)
}
