import { ONLY_FORM } from '../../../actors/text/phrase'
import { TextField } from '../../parts/fields/field'
import { TextArea } from '../../parts/fields/text-area'
import { sentenceFor, wordsIn } from '../../words'
import type { Language } from '../../words/language'
import { punctuation } from '../../words/punctuation'
import { texts } from '../../words/texts'
import type { Refused } from '../context'
import type { TextForm, TextLine } from './lines'
import { textPaths } from './paths'
import { TEXT_HERE, withExamples } from './preview'

/** What a field is called that holds a form: the only one is `text`, others `text.one`. */
export const fieldOf = (form: string): string =>
  form === ONLY_FORM ? ONLY_FORM : `${ONLY_FORM}.${form}`

/** Where the preview of a language is shown. */
export const frameOf = ({ language }: TextLine): string => `preview-${language}`

type Fields = { line: TextLine; refused: Refused | undefined; language: Language }

/** Whether it is the form of this language that was not taken. */
const againIn = (line: TextLine, refused: Refused | undefined) =>
  refused?.form === line.language ? refused : undefined

/** What stands in the fields, by their names: what was typed, else what is read now. */
export const wordsNow = (line: TextLine, refused: Refused | undefined): Record<string, string> => {
  const typed = againIn(line, refused)?.typed
  return Object.fromEntries(
    line.forms.map(({ form, text }) => [fieldOf(form), typed?.[fieldOf(form)] ?? text]),
  )
}

const isAtFault = ({ form, text }: TextForm, again: Refused | undefined): boolean => {
  if (!again) return false
  const name = fieldOf(form)
  return again.problem.reason === 'changedMeanwhile'
    ? (again.typed[name] ?? text) !== text
    : again.problem.field === name
}

/** Which form the preview shows at first: the one at fault, else the first. */
export const shownFirst = (line: TextLine, refused: Refused | undefined): string => {
  const again = againIn(line, refused)
  const shown = line.forms.find((form) => isAtFault(form, again)) ?? line.forms[0]
  return shown?.form ?? ONLY_FORM
}

/**
 * A field for each form. After a refusal with what was typed, the first fault in focus; what somebody
 * else saved meanwhile stands under the field that says otherwise.
 */
export const TextFields = (props: Fields) => {
  const again = againIn(props.line, props.refused)
  const first = props.line.forms.find((form) => isAtFault(form, again))
  return (
    <>
      {props.line.forms.map((form) => (
        <OneField {...props} form={form} isFirstFault={form === first} />
      ))}
    </>
  )
}

const OneField = ({
  line,
  form,
  refused,
  language,
  isFirstFault,
}: Fields & { form: TextForm; isFirstFault: boolean }) => {
  const words = texts[language]
  const again = againIn(line, refused)
  const name = fieldOf(form.form)
  const value = wordsNow(line, refused)[name] ?? form.text
  const common = {
    ...{ name, id: `${line.language}-${name}`, value, autofocus: isFirstFault },
    label: words.forms[form.form] ?? form.form,
    aside: words.atMost(form.limit),
    hint: `${words.builtIn}${punctuation[language].colon}${form.builtIn}`,
    problem: problemOf(form, again, language),
  }
  return (
    <div class="text-field" data-previews={TEXT_HERE} data-form={form.form}>
      {form.kind === 'label' ? (
        <TextField {...common} autocomplete="off" />
      ) : (
        <TextArea {...common} rows={2} />
      )}
      <div class="text-try">
        <button
          class="button plain"
          type="submit"
          name="form"
          value={form.form}
          formaction={textPaths.preview(line.word, line.language)}
          formmethod="get"
          formtarget={frameOf(line)}
          formnovalidate
        >
          {words.preview}
        </button>{' '}
        {form.allowed.length > 0 && <small>{words.reads(withExamples(value, line))}</small>}
      </div>
    </div>
  )
}

const problemOf = (
  form: TextForm,
  again: Refused | undefined,
  language: Language,
): string | undefined => {
  if (!again || !isAtFault(form, again)) return undefined
  return again.problem.reason === 'changedMeanwhile'
    ? wordsIn(language).office.savedMeanwhile(form.text)
    : sentenceFor(again.problem, language)
}

/** What may stand in the text for what is only known when it is read. */
export const Gaps = ({ line, language }: { line: TextLine; language: Language }) => {
  const words = texts[language]
  const [first] = line.forms
  if (!first || first.allowed.length === 0) return null
  return (
    <div class="text-gaps">
      <p class="hint">{words.gapsHint}</p>
      <ul>
        {first.allowed.map((gap) => (
          <li>
            <code class="text-gap">{`{{${gap}}}`}</code>{' '}
            {line.forms.every(({ needed }) => needed.includes(gap))
              ? words.needs(words.gaps[gap] ?? gap)
              : (words.gaps[gap] ?? gap)}
          </li>
        ))}
      </ul>
    </div>
  )
}
