import { limits } from '../../actors/limits'
import { Layout } from '../layout'
import type { Look } from '../look'
import { Brand } from '../parts/brand'
import { Button } from '../parts/button'
import { FormProblem, SelectField, TextArea, TextField, units } from '../parts/field'
import { LanguageSwitch, ThemeSwitch } from '../parts/switches'
import { paths } from '../paths'
import { wordsIn } from '../words'

/** A department to choose, and whether somebody is there now. */
export type Choice = { id: string; name: string; staffed: boolean }

export type StartPageProps = Look & {
  /** To choose from, the first is the default; asked only when there are several. */
  departments: readonly Choice[]
  clientId: string
  /** What was written before it did not go. */
  draft?: { name?: string; email?: string; department?: string; text?: string }
  /** Why it did not go: one sentence, and the field at fault if it was one. */
  problem?: { says: string; field?: string }
}

/** The visitor's first page: a name and an address if he likes, and the message itself. */
export const StartPage = (props: StartPageProps) => {
  const words = wordsIn(props.language).chat
  return (
    <Layout {...props} title={words.title} kind="visitor">
      <main class="chat start">
        <header class="start-head">
          <Brand />
          <LanguageSwitch {...props} />
        </header>
        <div class="start-in">
          <h1>{words.hello}</h1>
          <p class="lead">{words.lead}</p>
          <StartForm {...props} />
        </div>
      </main>
      <footer class="page-foot">
        <ThemeSwitch {...props} />
      </footer>
    </Layout>
  )
}

const StartForm = ({ language, departments, clientId, draft, problem }: StartPageProps) => {
  const words = wordsIn(language).chat
  const problemOf = (field: string) => (problem?.field === field ? problem.says : undefined)
  const chooses = departments.length > 1
  const known = ['name', 'email', 'text', ...(chooses ? ['department'] : [])].some(problemOf)
  return (
    <form method="post" action={paths.chat.page} class="stack">
      <input type="hidden" name="client_id" value={clientId} />
      <FormProblem says={known ? undefined : problem?.says} />
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
      {chooses && (
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
      )}
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
