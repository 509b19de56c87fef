import type { Forms } from './phrase'

/** A text as the office words it: what of its forms is not as it is built in. */
export type Wording = {
  /** As pages call it. */
  language: string
  /** Where it stands among the words, like `chat.hello`. */
  word: string
  forms: Forms
  /** Tells this state of it from all others. */
  version: string
  /** ms UTC */
  at: number
  /** Who wrote it, by their name; empty from the command line. */
  byName: string
}

/** Bytes of such a place, and more than any of them has. */
export const WORD_KEY_BYTES = 64
