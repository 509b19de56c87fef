import { limits } from '../../actors/limits'
import { Layout } from '../layout'
import type { PageContext } from '../page-context'
import { Brand } from '../parts/brand'
import { Button, LinkButton } from '../parts/button'
import { CookieField } from '../parts/fields/cookie-field'
import { FormProblem } from '../parts/fields/field'
import { PasswordField } from '../parts/fields/password-field'
import { Switches } from '../parts/switches'
import { paths } from '../paths'
import { passwordScripts, plainScripts } from '../scripts'
import { people } from '../words/people'

type Page = PageContext & {
  /** From the link; goes back with the form. */
  token: string
  name: string
  email: string
  /** What is wrong with the password, or why it cannot be set now. */
  problem?: { says: string; isOfField: boolean }
}

/** Where somebody sets a password of their own. */
export const InvitationPage = ({ token, name, email, problem, ...look }: Page) => {
  const words = people[look.language].invitation
  return (
    <Layout
      {...look}
      title={words.title}
      kind="plain"
      scripts={[...plainScripts, ...passwordScripts]}
    >
      <main class="card">
        <Brand name={look.brand} />
        <h1>{words.title}</h1>
        <p class="lead">{words.lead(name, email)}</p>
        <form method="post" action={paths.invitation} class="stack">
          <input type="hidden" name="token" value={token} />
          <CookieField />
          <FormProblem says={problem && !problem.isOfField ? problem.says : undefined} />
          {/* So that browsers keep the password under the right name: it is not sent. */}
          <input
            type="email"
            value={email}
            autocomplete="username"
            aria-label={people[look.language].email}
            hidden
            readonly
          />
          <PasswordField
            language={look.language}
            name="password"
            label={words.password}
            hint={words.hint(limits.passwordMin)}
            autocomplete="new-password"
            required
            autofocus
            problem={problem?.isOfField ? problem.says : undefined}
          />
          <Button tone="primary" wide>
            {words.submit}
          </Button>
        </form>
      </main>
      <footer class="page-foot">
        <Switches {...look} />
      </footer>
    </Layout>
  )
}

/** Of a link that opens no more. */
export const InvitationOverPage = ({ says, ...look }: PageContext & { says: string }) => {
  const words = people[look.language].invitation
  return (
    <Layout {...look} title={words.over} kind="plain" scripts={plainScripts}>
      <main class="card">
        <Brand name={look.brand} />
        <h1>{words.over}</h1>
        <p class="lead">{says}</p>
        <LinkButton href={paths.session.signIn}>{words.signIn}</LinkButton>
      </main>
      <footer class="page-foot">
        <Switches {...look} />
      </footer>
    </Layout>
  )
}
