import { LRUCache } from 'lru-cache'
import table from 'unhomoglyph/data.json'
import { readsAlike } from './names'

/** Which signs look like which others, as Unicode lists them (Technical Standard 39). */
const prototypes = new Map<string, string>(Object.entries(table))

/** Some 500 names are before an agent at most, and of each only the first signs are looked at. */
const KNOWN = 2000
const LOOKED_AT_CHARS = 256
/** Lists ask for the same names each time they are drawn. */
const skeletons = new LRUCache<string, string>({
  max: KNOWN,
  memoMethod: (text) => makeSkeleton(text.slice(0, LOOKED_AT_CHARS)),
})

/**
 * What a reader takes a text for: texts that look alike have one skeleton. Upper and lower case,
 * and how many spaces there are, make no difference.
 */
export const skeletonOf = (text: string): string => skeletons.memo(text)

const makeSkeleton = (text: string): string => {
  const seen = text.normalize('NFD').replace(/\p{Default_Ignorable_Code_Point}/gu, '')
  return Array.from(seen, (sign) => prototypes.get(sign) ?? sign)
    .join('')
    .normalize('NFD')
    .replace(/\s+/g, ' ')
    .toLowerCase()
}

/** Whether somebody takes one name for the other: they read or look alike. */
export const isTakenFor = (one: string, other: string): boolean =>
  readsAlike(one, other) || skeletonOf(one) === skeletonOf(other)

/** Whether a word of another script looks like one in Latin letters, as `аррӏе` does. */
export const looksLatin = (word: string): boolean =>
  !/[\p{sc=Latin}]/u.test(word) && /\P{ASCII}/u.test(word) && /^[ -~]+$/.test(skeletonOf(word))
