import { Layout } from '../layout'
import type { PageContext } from '../page-context'
import { Brand } from '../parts/brand'
import { Button } from '../parts/button'
import { CookieField } from '../parts/fields/cookie-field'
import { FormProblem, TextField } from '../parts/fields/field'
import { NewPasswordField } from '../parts/fields/new-password-field'
import { Switches } from '../parts/switches'
import { paths } from '../paths'
import { newPasswordScripts, plainScripts } from '../scripts'
import { wordsIn } from '../words'
import { newPasswordWords } from '../words/new-password'

export type InstallPageProps = PageContext & {
  /** From the link that the server printed; goes back with the form. */
  token: string
  draft?: { name?: string; email?: string }
  /** All that is wrong, each with the field at fault if it is one. */
  problems?: readonly { says: string; field?: string }[]
}

/** The owner's account. */
export const InstallPage = (props: InstallPageProps) => {
  const words = wordsIn(props.language).pages.install
  return (
    <Layout
      {...props}
      title={words.title}
      kind="plain"
      scripts={[...plainScripts, ...newPasswordScripts]}
    >
      <main class="card">
        <Brand />
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
        <InstallForm {...props} />
      </main>
      <footer class="page-foot">
        <Switches {...props} />
      </footer>
    </Layout>
  )
}

const fields = ['name', 'email', 'password'] as const

const InstallForm = ({ language, token, draft, problems = [] }: InstallPageProps) => {
  const words = wordsIn(language).pages.install
  const problemOf = (name: string) => problems.find(({ field }) => field === name)?.says
  const [first = 'name'] = fields.filter(problemOf)
  const [general] = problems.filter(({ field }) => !fields.some((name) => name === field))
  return (
    <form method="post" action={paths.install} class="stack">
      <input type="hidden" name="token" value={token} />
      <CookieField />
      <FormProblem says={general?.says} />
      <TextField
        name="name"
        label={words.name}
        hint={words.nameHint}
        autocomplete="name"
        required
        autofocus={first === 'name'}
        value={draft?.name}
        problem={problemOf('name')}
      />
      <TextField
        name="email"
        type="email"
        label={words.email}
        autocomplete="username"
        required
        autofocus={first === 'email'}
        value={draft?.email}
        problem={problemOf('email')}
      />
      <NewPasswordField
        language={language}
        name="password"
        label={newPasswordWords[language].own}
        autofocus={first === 'password'}
        problem={problemOf('password')}
      />
      <Button tone="primary" wide>
        {words.submit}
      </Button>
    </form>
  )
}
