import type { Reason } from '../../../actors/problem'
import { wordsIn } from '../../../views/words'

/** A Problem's sentence, for the terminal. */
export const sentence = (reason: Reason, values: Record<string, string | number>): string =>
  wordsIn('en').reasons[reason](values)
