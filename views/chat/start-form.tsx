import type { ShownForm } from '../../actors/start/form'
import { CookieField } from '../parts/fields/cookie-field'
import { FormProblem } from '../parts/fields/field'
import { TextArea } from '../parts/fields/text-area'
import { paths } from '../paths'
import { wordsIn } from '../words'
import type { Edition } from '../words/language'
import { Asked, nothingAsked, Questions } from './asked'
import { PrivacyLink } from './frame'
import type { StartChoice } from './start-choice'
import { DepartmentField, type Draft, PersonFields } from './start-fields'
import { startParts, toldOf } from './start-parts'

export type StartFormProps = {
  language: Edition
  /** To choose from, the first is the default; asked only when there are several. */
  departments: readonly StartChoice[]
  clientId: string
  /** Under what this browser keeps what is written, until it is sent: a mark of who writes. */
  keptAs: string
  /** Answers are mailed to who has gone. */
  mails?: boolean
  draft?: Draft
  /** What the office asks in the department that is chosen. */
  asked?: ShownForm
  /** Whom a link leads to, and what it carries. */
  wanted?: { token: string; name: string; free: boolean }
  /** Why it did not go: one sentence, and the field at fault if it was one. */
  problem?: { says: string; field?: string }
  /** Where it is told what becomes of what they write. */
  privacy?: string
}

/** Who they are, if they like to say, and what it is about. Keeps what was written when it did not go. */
export const StartForm = ({ language, departments, draft, problem, ...form }: StartFormProps) => {
  const words = wordsIn(language).chat
  const { asked = nothingAsked, wanted } = form
  const keys = new Set(asked.fields.map(({ key }) => key))
  const nameOf = (field: string | undefined) =>
    field !== undefined && keys.has(field) ? `field.${field}` : field
  const problemOf = (field: string) =>
    nameOf(problem?.field) === field ? problem?.says : undefined
  const fields = { language, draft, problemOf, asked: keys, departments, mails: form.mails }
  const chooses = departments.length > 1
  const own = ['name', 'email', 'text', 'consent', ...(chooses ? ['department'] : [])]
  const known = [...own, ...asked.fields.map(({ key }) => `field.${key}`)].some(problemOf)
  return (
    <form method="post" action={paths.chat.page} class="stack" data-kept={form.keptAs}>
      <input type="hidden" name="client_id" value={form.clientId} />
      <CookieField />
      <FormProblem says={known ? undefined : problem?.says} />
      {wanted && <input type="hidden" name="link" value={wanted.token} />}
      {chooses && <DepartmentField {...fields} />}
      <div class="stack" id="asked">
        <PersonFields {...fields} />
        <Asked {...fields} asked={asked} answers={draft?.answers ?? {}} />
        <Questions language={language} asked={asked} />
      </div>
      <TextArea
        name="text"
        label={words.message}
        placeholder={words.messagePlaceholder}
        required
        value={draft?.text}
        problem={problemOf('text')}
      />
      {form.privacy !== undefined && (
        <p class="privacy-before">
          <PrivacyLink href={form.privacy}>{words.privacyBefore}</PrivacyLink>
        </p>
      )}
      {startParts.ways.draw({ language, departments: toldOf(departments, draft?.department) })}
    </form>
  )
}
