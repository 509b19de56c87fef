import { Button } from '../parts/button'
import { TextArea } from '../parts/fields/text-area'
import { wordsIn } from '../words'
import { forms } from '../words/forms'
import type { OfficeContext } from './context'
import { type FieldList, FieldPanels } from './field-panel'
import { type FormDetails, problemIn, YesNo } from './form-fields'
import { formPaths } from './forms'
import { OfficeFrame } from './frame'
import { Panel } from './panel'
import { FormRefused } from './refused'

export type FormProps = OfficeContext & { details: FormDetails }

/** What one department, or the whole desk, asks before a chat. */
export const FormPage = ({ details, ...context }: FormProps) => {
  const words = forms[context.language]
  const { fields } = details.form
  return (
    <OfficeFrame
      {...context}
      title={details.name ?? words.whole}
      parent={{ path: formPaths.list, name: words.title }}
      aside={<span class="aside">{words.count(fields.length)}</span>}
    >
      <FieldPanels {...context} list={listOf(details, words)} />
      <Consent {...context} details={details} />
      <Welcome {...context} details={details} />
    </OfficeFrame>
  )
}

const listOf = (
  { of, form, version, most }: FormDetails,
  words: { fieldHint: string; keyHint: string },
): FieldList => ({
  ...{ fields: form.fields, version, most },
  ...{ saves: formPaths.fields(of), removes: formPaths.removal(of) },
  hints: { field: words.fieldHint, key: words.keyHint },
})

const Consent = ({ details, refused, language }: FormProps) => {
  const words = forms[language]
  const { of, form, version } = details
  const newest = form.consent.texts.at(-1)
  const typed = refused?.form === 'consent' ? refused.typed : undefined
  const saved = {
    ...{ text_en: newest?.text.en, text_zh: newest?.text.zh },
    required: form.consent.required ? 'yes' : 'no',
  }
  const problemOf = problemIn(refused, 'consent', language, saved)
  return (
    <Panel id="consent" title={words.consent} hint={words.consentHint}>
      <form method="post" action={formPaths.consent(of)} class="stack">
        <FormRefused refused={refused} form="consent" language={language} />
        <input type="hidden" name="version" value={version} />
        {newest && <p class="hint">{words.consentVersion(newest.version)}</p>}
        {(['en', 'zh'] as const).map((of) => (
          <TextArea
            name={`text_${of}`}
            label={words.text[of]}
            value={typed?.[`text_${of}`] ?? saved[`text_${of}`]}
            problem={problemOf(`text_${of}`)}
          />
        ))}
        <YesNo
          id="consent-required"
          name="required"
          label={words.needed}
          language={language}
          value={typed?.required ?? saved.required}
        />
        <div class="actions">
          <Button>{wordsIn(language).office.save}</Button>
        </div>
      </form>
    </Panel>
  )
}

/** How a department greets, and what can be asked by a button. */
export const Welcome = ({ details, refused, language }: FormProps) => {
  const words = forms[language]
  const { of, form, version } = details
  const typed = refused?.form === 'welcome' ? refused.typed : undefined
  const saved = {
    ...{ greeting_en: form.greeting.en, greeting_zh: form.greeting.zh },
    questions: form.questions.map(({ en, zh }) => (zh ? `${en} | ${zh}` : en)).join('\n'),
  }
  const problemOf = problemIn(refused, 'welcome', language, saved)
  return (
    <Panel id="welcome" title={words.welcome} hint={words.welcomeHint}>
      <form method="post" action={formPaths.welcome(of)} class="stack">
        <FormRefused refused={refused} form="welcome" language={language} />
        <input type="hidden" name="version" value={version} />
        {(['en', 'zh'] as const).map((of) => (
          <TextArea
            name={`greeting_${of}`}
            label={words.greeting[of]}
            rows={2}
            value={typed?.[`greeting_${of}`] ?? saved[`greeting_${of}`]}
            problem={problemOf(`greeting_${of}`)}
          />
        ))}
        <TextArea
          name="questions"
          label={words.questions}
          hint={words.questionsHint}
          value={typed?.questions ?? saved.questions}
          problem={problemOf('questions')}
        />
        <div class="actions">
          <Button>{wordsIn(language).office.save}</Button>
        </div>
      </form>
    </Panel>
  )
}
