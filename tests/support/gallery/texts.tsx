import { rulesOf } from '../../../actors/text/form-rules'
import type { OfficeContext } from '../../../views/office/context'
import type { TextLine } from '../../../views/office/texts/lines'
import { TextsPage, textsInMenu } from '../../../views/office/texts/list'
import { TextPage } from '../../../views/office/texts/one'
import { type Language, languages } from '../../../views/words/language'
import { formsNow, visitorTextsIn } from '../../../views/words/visitor-texts'
import * as data from './data'
import { lookOf, type Picture } from './picture'

const WORDS = ['chat.hello', 'chat.lineBefore', 'notices.visitor.closed']
const FORMS: Readonly<Record<string, string>> = { text: 'Ahoy! What may we do for you today?' }

/** The first of them as somebody has changed it, the others as they are built in. */
const linesIn = (language: Language): TextLine[] =>
  visitorTextsIn(language)
    .filter(({ word }) => WORDS.includes(word))
    .map((text) => {
      const isChanged = text.word === WORDS[0]
      const now = formsNow(text, isChanged ? { [text.word]: FORMS } : {})
      const forms = rulesOf(text.forms).map((rules) => {
        const said = now[rules.form] ?? rules.builtIn
        return { ...rules, text: said, changed: said !== rules.builtIn }
      })
      return {
        ...{ word: text.word, group: text.group, language, forms, changed: isChanged },
        version: isChanged ? 'one' : '',
        last: isChanged ? { byName: 'Olga', at: data.now - 3_600_000 } : null,
      }
    })

const contextOf = (given: Parameters<Picture['page']>[0]): OfficeContext => ({
  ...lookOf(given),
  ...{ menu: [textsInMenu], page: textsInMenu, me: { id: data.olga, name: 'Olga' } },
})
const listed = { q: '', changedOnly: false, all: 312, changed: 1 }
const oneOf = (word: string) =>
  languages.flatMap((language) => linesIn(language).filter((line) => line.word === word))

export const textPictures: Picture[] = [
  {
    name: 'office-texts',
    page: (given) => (
      <TextsPage {...contextOf(given)} list={{ ...listed, language: 'en', lines: linesIn('en') }} />
    ),
  },
  {
    name: 'office-texts-none',
    once: true,
    page: (given) => (
      <TextsPage
        {...contextOf(given)}
        list={{ ...listed, language: 'en', q: 'no such', lines: [] }}
      />
    ),
  },
  ...WORDS.map(
    (word): Picture => ({
      name: `office-texts-${word.split('.').at(-1)?.toLowerCase()}`,
      page: (given) => <TextPage {...contextOf(given)} lines={oneOf(word)} />,
    }),
  ),
]
