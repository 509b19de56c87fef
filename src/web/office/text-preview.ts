import { Problem } from '../../../actors/problem'
import { textLimits } from '../../../actors/text/form-rules'
import { fieldOf } from '../../../views/office/texts/fields'
import { previewPage } from '../../../views/office/texts/preview'
import { formsNow, type VisitorText } from '../../../views/words/visitor-texts'
import { versionOf } from '../../reads/editable'
import { changedIn } from '../../reads/texts'
import { answerProblem } from '../answer'
import type { Ask, WebContext } from '../context'
import { saidWord } from '../said-word'

/** How a text would be read: `form` names which of its forms, beside the fields of its form. */
export const previewText = async (
  c: Ask,
  web: WebContext,
  text: VisitorText | undefined,
): Promise<Response> => {
  if (!text) return answerProblem(c, new Problem('missing', 'missing'))
  const texts = changedIn(text.language, await web.desk.store.texts.all())
  const now = formsNow(text, texts)
  const asked = c.req.query('form') ?? ''
  const form = Object.hasOwn(now, asked) ? asked : (Object.keys(now)[0] ?? '')
  // What a link of others has in its place is no word of the desk.
  const typed = saidWord(c, web, fieldOf(form))?.slice(0, 2 * textLimits.sentence)
  const words = typed?.toWellFormed() || now[form] || ''
  const tried = { text, form, words }
  const mark = `t${versionOf({ texts, word: text.word, form, words })}`
  return c.html(previewPage({ ...c.get('look'), here: c.req.path }, tried, { texts, mark }))
}
