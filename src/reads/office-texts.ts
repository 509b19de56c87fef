import { rulesOf } from '../../actors/text/form-rules'
import type { Wording } from '../../actors/text/wording'
import type { TextLine, TextList } from '../../views/office/texts/lines'
import { type Language, languages } from '../../views/words/language'
import {
  formsNow,
  type VisitorText,
  visitorText,
  visitorTextsIn,
} from '../../views/words/visitor-texts'
import type { Store } from '../store/store'

/** What of all texts is asked for. */
export type TextsWanted = { language: Language; q: string; changedOnly: boolean }

/** Every text of a language that fits what was asked, with what it is now. */
export const readTexts = async (
  store: Pick<Store, 'texts'>,
  { language, q, changedOnly }: TextsWanted,
): Promise<TextList> => {
  const known = byWord(await store.texts.all(), language)
  const lines = visitorTextsIn(language).map((text) => lineOf(text, known.get(text.word)))
  const changed = lines.filter((line) => line.changed)
  const wanted = changedOnly ? changed : lines
  return {
    ...{ language, q, changedOnly, all: lines.length, changed: changed.length },
    lines: q === '' ? wanted : wanted.filter(hasIn(q.toLowerCase())),
  }
}

/** One text in every language; undefined for what visitors do not read. */
export const readText = async (
  store: Pick<Store, 'texts'>,
  word: string,
): Promise<{ lines: TextLine[] } | undefined> => {
  const texts = languages.flatMap((language) => visitorText(language, word) ?? [])
  if (texts.length === 0) return undefined
  const known = await Promise.all(texts.map(({ language }) => store.texts.find(language, word)))
  return { lines: texts.map((text, nth) => lineOf(text, known[nth])) }
}

const byWord = (all: readonly Wording[], language: Language) =>
  new Map(all.flatMap((one) => (one.language === language ? [[one.word, one] as const] : [])))

const lineOf = (text: VisitorText, known: Wording | undefined): TextLine => {
  const { word, group, language } = text
  const now = formsNow(text, known ? { [word]: known.forms } : {})
  const forms = rulesOf(text.forms).map((rules) => {
    const said = now[rules.form] ?? rules.builtIn
    return { ...rules, text: said, changed: said !== rules.builtIn }
  })
  return {
    ...{ word, group, language, forms, changed: forms.some(({ changed }) => changed) },
    version: known?.version ?? '',
    last: known ? { byName: known.byName, at: known.at } : null,
  }
}

/** In its name, in what it says now, or in what is built in; whatever the case. */
const hasIn =
  (sought: string) =>
  ({ word, forms }: TextLine): boolean =>
    [word, ...forms.flatMap(({ text, builtIn }) => [text, builtIn])].some((each) =>
      each.toLowerCase().includes(sought),
    )

/** A form of a text as tables and programs are told of it. */
export type TextRow = {
  language: Language
  /** As the command line names it: the word, and its form where there are several. */
  key: string
  group: string
  text: string
  built_in: string
  changed: boolean
  /** Names of what may stand in its gaps. */
  gaps: readonly string[]
  limit: number
}

export const textRows = (lines: readonly TextLine[]): TextRow[] =>
  lines.flatMap(({ language, word, group, forms }) =>
    forms.map(({ form, text, builtIn, changed, allowed, limit }) => ({
      ...{ language, key: forms.length > 1 ? `${word}.${form}` : word, group, text },
      ...{ built_in: builtIn, changed, gaps: allowed, limit },
    })),
  )
