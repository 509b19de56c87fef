import { paths } from '../../paths'
import { query } from '../../paths/query'
import type { Language } from '../../words/language'
import { TEXT_HERE } from './preview'

const list = paths.office.of('texts')
const of = (word: string, ...below: string[]) => paths.office.of('texts', word, ...below)

/** Which texts are listed, and in which language they are shown. */
export type TextsAsked = { in?: string; q?: string; changed?: string }

export const textPaths = {
  list,
  asked: (asked: TextsAsked) => `${list}${query(asked)}`,
  csv: (asked: TextsAsked) => `${list}.csv${query(asked)}`,
  json: (asked: TextsAsked) => `${list}.json${query(asked)}`,
  /** One of them, in every language. */
  one: (word: string) => of(word),
  change: (word: string, language: string) => of(word, language),
  reset: (word: string, language: string) => of(word, language, 'removal'),
  /** How it would be read: the fields of its form come with it. */
  preview: (word: string, language: string) => of(word, language, 'preview'),
  /** The same at the place of the text. */
  previewOf: (word: string, language: Language, fields: Readonly<Record<string, string>>) =>
    `${of(word, language, 'preview')}${query(fields)}#${TEXT_HERE}`,
} as const
