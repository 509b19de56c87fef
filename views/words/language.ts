/** The languages every page is written in. */
export const languages = ['en', 'zh'] as const
export type Language = (typeof languages)[number]

/** For `<html lang>`. */
export const htmlLang: Record<Language, string> = { en: 'en', zh: 'zh-Hans' }

/** What each language calls itself. */
export const ownName: Record<Language, string> = { en: 'English', zh: '简体中文' }
