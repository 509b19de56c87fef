import { wordsIn } from '../words'
import type { Edition } from '../words/language'
import { type DrawnLetter, drawLetter } from './letter'

type CustomerLetter = {
  of: 'confirm' | 'known' | 'move' | 'reset'
  language: Edition
  name: string
  link: string
}

/** What visitors are mailed about an account of theirs. */
export const customerLetter = ({ of, language, name, link }: CustomerLetter): DrawnLetter => {
  const words = wordsIn(language)
  const { subject, lead, go, holds, why } = words.customers.letters[of]
  return drawLetter({
    ...{ language, subject, opening: [words.letters.hello(name), lead] },
    ...{ go: { label: go, link }, closing: [holds], why },
  })
}
