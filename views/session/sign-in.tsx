import { Layout } from '../layout'
import type { PageContext } from '../page-context'
import { Brand } from '../parts/brand'
import { Button } from '../parts/button'
import { CookieField } from '../parts/fields/cookie-field'
import { FormProblem, TextField } from '../parts/fields/field'
import { Switches } from '../parts/switches'
import { paths } from '../paths'
import { signedOutScripts } from '../scripts'
import { wordsIn } from '../words'

export type SignInPageProps = PageContext & {
  email?: string
  /** Where to go on afterwards: a path of the desk. */
  next?: string
  /** One sentence: the same for an unknown account and a wrong password. */
  problem?: string
  /** They were signed in here until their account was disabled. */
  shutOut?: boolean
}

/** For the people behind the desk. */
export const SignInPage = ({ email, next, problem, shutOut, ...look }: SignInPageProps) => {
  const words = wordsIn(look.language).pages.signIn
  return (
    <Layout {...look} title={words.title} kind="plain" scripts={signedOutScripts}>
      <main class="card">
        <Brand />
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
        <form method="post" action={paths.session.signIn} class="stack">
          <CookieField />
          {next && <input type="hidden" name="next" value={next} />}
          <FormProblem says={problem ?? (shutOut ? words.shutOut : undefined)} />
          <TextField
            name="email"
            type="email"
            label={words.email}
            autocomplete="username"
            required
            autofocus={!email}
            value={email}
          />
          <TextField
            name="password"
            type="password"
            label={words.password}
            autocomplete="current-password"
            required
            autofocus={Boolean(email)}
          />
          <Button tone="primary" wide>
            {words.submit}
          </Button>
        </form>
        <p class="card-foot">
          {words.visitor} <a href={paths.chat.page}>{words.chat}</a>
        </p>
      </main>
      <footer class="page-foot">
        <Switches {...look} />
      </footer>
    </Layout>
  )
}
