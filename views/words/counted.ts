import { type Filled, type Forms, type Phrase, phrase } from '../../actors/text/phrase'
import type { Language } from './language'

const rules: Readonly<Record<Language, Intl.PluralRules>> = {
  en: new Intl.PluralRules('en'),
  zh: new Intl.PluralRules('zh'),
}

/** A sentence of a number, which fills `{{n}}` and chooses the form: as many as its language has. */
export const counted = (language: Language, forms: Forms): Phrase<[n: number]> =>
  phrase(forms, (n: number): Filled => [{ n }, rules[language].select(n)])
