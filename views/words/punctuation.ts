import type { Language } from './language'

/**
 * What stands between words that a page puts together: behind what names something, between what
 * is side by side, between the items of a list, and before the name of the desk in a title.
 */
export const punctuation: Record<
  Language,
  { colon: string; between: string; list: string; title: string }
> = {
  en: { colon: ': ', between: ' · ', list: ', ', title: ' · ' },
  zh: { colon: '：', between: '，', list: '、', title: '｜' },
}
