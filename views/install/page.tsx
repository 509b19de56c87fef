import { limits } from '../../actors/limits'
import { Layout } from '../layout'
import type { PageContext } from '../page-context'
import { Brand } from '../parts/brand'
import { Button } from '../parts/button'
import { CookieField } from '../parts/fields/cookie-field'
import { FormProblem, TextField } from '../parts/fields/field'
import { Switches } from '../parts/switches'
import { paths } from '../paths'
import { plainScripts } from '../scripts'
import { wordsIn } from '../words'

export type InstallPageProps = PageContext & {
  /** From the link that the server printed; goes back with the form. */
  token: string
  draft?: { name?: string; email?: string }
  problem?: { says: string; field?: string }
}

/** The owner's account. */
export const InstallPage = (props: InstallPageProps) => {
  const words = wordsIn(props.language).pages.install
  return (
    <Layout {...props} title={words.title} kind="plain" scripts={plainScripts}>
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

const InstallForm = ({ language, token, draft, problem }: InstallPageProps) => {
  const words = wordsIn(language).pages.install
  const problemOf = (field: string) => (problem?.field === field ? problem.says : undefined)
  const known = ['name', 'email', 'password'].some(problemOf)
  return (
    <form method="post" action={paths.install} class="stack">
      <input type="hidden" name="token" value={token} />
      <CookieField />
      <FormProblem says={known ? undefined : problem?.says} />
      <TextField
        name="name"
        label={words.name}
        hint={words.nameHint}
        autocomplete="name"
        required
        value={draft?.name}
        problem={problemOf('name')}
      />
      <TextField
        name="email"
        type="email"
        label={words.email}
        autocomplete="username"
        required
        value={draft?.email}
        problem={problemOf('email')}
      />
      <TextField
        name="password"
        type="password"
        label={words.password}
        hint={words.passwordHint(limits.passwordMin)}
        autocomplete="new-password"
        required
        problem={problemOf('password')}
      />
      <Button tone="primary" wide>
        {words.submit}
      </Button>
    </form>
  )
}
