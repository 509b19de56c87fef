/** The languages every page is written in. */
export const languages = ['en', 'zh'] as const
export type Language = (typeof languages)[number]

/** For `<html lang>`. */
export const htmlLang: Record<Language, string> = { en: 'en', zh: 'zh-Hans' }

/** What each language calls itself. */
export const ownName: Record<Language, string> = { en: 'English', zh: '简体中文' }

/**
 * A language as visitors read it: as it is built in, or with the texts that the office changed in it.
 * It is a tag of BCP 47, whose private part tells one set of texts from another.
 */
export type Edition = Language | `${Language}-x-${string}`

export const languageOf = (edition: Edition): Language =>
  languages.find((each) => edition.startsWith(each)) ?? 'en'
