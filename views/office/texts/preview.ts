import type { Child } from 'hono/jsx'
import { ONLY_FORM } from '../../../actors/text/phrase'
import { piecesOf } from '../../../actors/text/template'
import { MessagePage } from '../../message'
import type { VisitorContext } from '../../page-context'
import { editionOf } from '../../words'
import { type Edition, languageOf } from '../../words/language'
import type { Texts } from '../../words/reword'
import { gapExamplesIn } from '../../words/texts'
import { formsNow, type VisitorText } from '../../words/visitor-texts'
import { type Sample, samples, talk } from './samples'
import { exampleNotice } from './talk'

/** Characters of no writing: they stand around what is looked at until the page is drawn. */
const [FROM, TO] = ['\uE000', '\uE001']
const NOTICES = 'notices.visitor.'
const REASONS = 'reasons.'
/** What of a page takes no mark, or is not seen. */
const UNMARKED = /<(title|option|textarea|template)\b[^>]*>.*?<\/\1>/gs

/** Where it is seen without a mark: in an empty field, or to be chosen. */
const SEEN = new RegExp(`placeholder="${FROM}|<option[^>]*>[^<]*${FROM}`)

/** Where the text stands in its preview: an address leads there. */
export const TEXT_HERE = 'text-here'
const HERE = `id="${TEXT_HERE}"`

/** One form of a text, in words that are tried. */
export type Tried = { text: VisitorText; form: string; words: string }

/** A text with something in each of its gaps. */
export const withExamples = (words: string, { language }: Pick<VisitorText, 'language'>): string =>
  piecesOf(words)
    .map((piece) => {
      if (piece.kind === 'words') return piece.text
      return piece.kind === 'variable'
        ? (gapExamplesIn(language)[piece.name] ?? piece.raw)
        : piece.raw
    })
    .join('')

/**
 * A page as a visitor would have it before them, with what is tried marked in it: HTML. `texts` is
 * what the office says otherwise now; `mark` tells these texts with what is tried from all others.
 */
export const previewPage = (
  look: VisitorContext,
  tried: Tried,
  { texts, mark }: { texts: Texts; mark: string },
): string => {
  const { text, form, words } = tried
  const forms = { ...formsNow(text, texts), [form]: `${FROM}${words}${TO}` }
  const edition: Edition = editionOf(text.language, { ...texts, [text.word]: forms }, mark)
  const shown = { ...look, language: edition }
  const drawn = samplesOf(tried, shown).map((sample) => withoutScripts(sample(shown)))
  const page =
    drawn.find((html) => finished(html).includes(HERE)) ?? drawn.find((html) => SEEN.test(html))
  return finished(page ?? withoutScripts(alone(tried)(shown)))
}

const samplesOf = ({ text, form, words }: Tried, look: VisitorContext): readonly Sample[] => {
  const { word, group } = text
  if (word.startsWith(REASONS))
    return [talk({ problem: `${FROM}${withExamples(words, text)}${TO}` })]
  if (!word.startsWith(NOTICES)) return samples[group]
  const lines = exampleNotice(look.now, languageOf(look.language), word.slice(NOTICES.length), form)
  return lines ? [talk({ lines })] : []
}

/** What is read in no page that is drawn here, or only by a screen reader, by itself. */
const alone =
  ({ text, form, words }: Tried): Sample =>
  (look) =>
    MessagePage({
      ...{ ...look, icon: 'info', lead: `${FROM}${withExamples(words, text)}${TO}` },
      title: form === ONLY_FORM ? text.word : `${text.word}.${form}`,
    })

/** A page as it is looked at, where nothing of it can be pressed: HTML. */
export const stillPage = (page: Child | string): string =>
  withoutScripts(page).replace('<body', '<body inert')

/** Without scripts, and without what a page does where none runs. */
const withoutScripts = (page: Child | string): string =>
  String(page).replace(/<(noscript|script)\b.*?<\/\1>/gs, '')

/** With the mark around what is tried. */
const finished = (page: string): string => {
  const html = page
    .replace(UNMARKED, unmarked)
    .replace(/<[^>]*>/g, unmarked)
    .replace('<body', '<body inert')
  let nth = 0
  return html
    .replaceAll(FROM, () => (nth++ === 0 ? `<mark ${HERE}>` : '<mark>'))
    .replaceAll(TO, '</mark>')
}

const unmarked = (html: string): string => html.replaceAll(FROM, '').replaceAll(TO, '')
