import { limits } from '../../actors/limits'
import { Button } from '../parts/button'
import { FormProblem, TextField, units } from '../parts/fields/field'
import { SelectField } from '../parts/fields/select-field'
import { TextArea } from '../parts/fields/text-area'
import { paths } from '../paths'
import { wordsIn } from '../words'
import type { Language } from '../words/language'

/** A department to choose, and whether somebody is there now. */
export type Choice = { id: string; name: string; staffed: boolean }

export type StartFormProps = {
  language: Language
  /** To choose from, the first is the default; asked only when there are several. */
  departments: readonly Choice[]
  clientId: string
  /** What was written before it did not go. */
  draft?: { name?: string; email?: string; department?: string; text?: string }
  /** Why it did not go: one sentence, and the field at fault if it was one. */
  problem?: { says: string; field?: string }
}

/** What the fields are drawn from: the words, what was written, and what is wrong with which. */
type Fields = {
  language: Language
  draft: StartFormProps['draft']
  problemOf: (field: string) => string | undefined
}

/** Who they are, if they like to say, and what it is about. Keeps what was written when it did not go. */
export const StartForm = ({ language, departments, clientId, draft, problem }: StartFormProps) => {
  const words = wordsIn(language).chat
  const problemOf = (field: string) => (problem?.field === field ? problem.says : undefined)
  const fields = { language, draft, problemOf }
  const chooses = departments.length > 1
  const known = ['name', 'email', 'text', ...(chooses ? ['department'] : [])].some(problemOf)
  return (
    <form method="post" action={paths.chat.page} class="stack">
      <input type="hidden" name="client_id" value={clientId} />
      <FormProblem says={known ? undefined : problem?.says} />
      <PersonFields {...fields} />
      {chooses && <DepartmentField {...fields} departments={departments} />}
      <TextArea
        name="text"
        label={words.message}
        placeholder={words.messagePlaceholder}
        required
        value={draft?.text}
        problem={problemOf('text')}
      />
      <Button tone="primary" icon="send" wide>
        {words.start}
      </Button>
    </form>
  )
}

const PersonFields = ({ language, draft, problemOf }: Fields) => {
  const words = wordsIn(language).chat
  return (
    <div class="pair">
      <TextField
        name="name"
        label={words.name}
        aside={words.optional}
        placeholder={words.namePlaceholder}
        autocomplete="given-name"
        maxlength={units(limits.name)}
        value={draft?.name}
        problem={problemOf('name')}
      />
      <TextField
        name="email"
        type="email"
        label={words.email}
        aside={words.optional}
        placeholder={words.emailPlaceholder}
        autocomplete="email"
        maxlength={limits.email}
        value={draft?.email}
        problem={problemOf('email')}
      />
    </div>
  )
}

const DepartmentField = ({
  language,
  departments,
  draft,
  problemOf,
}: Fields & Pick<StartFormProps, 'departments'>) => {
  const words = wordsIn(language).chat
  return (
    <SelectField
      name="department"
      label={words.department}
      options={departments.map(({ id, name, staffed }) => ({
        value: id,
        label: staffed ? name : `${name} · ${words.unstaffed}`,
      }))}
      value={draft?.department}
      problem={problemOf('department')}
    />
  )
}
