import type { PageContext } from '../page-context'
import { Button, LinkButton } from '../parts/button'
import { CardPage } from '../parts/card-page'
import { CookieField } from '../parts/fields/cookie-field'
import { FormProblem, TextField } from '../parts/fields/field'
import { PasswordField } from '../parts/fields/password-field'
import { paths } from '../paths'
import { passkeyScripts, passwordScripts, signedOutScripts } from '../scripts'
import { wordsIn } from '../words'
import type { Language } from '../words/language'
import { providers } from '../words/providers'
import { resetWords } from '../words/reset'
import { PasskeySignIn } from './passkeys'

/** A service that says who somebody is. */
export type SignInService = { id: string; label: string }

export type SignInPageProps = PageContext & {
  email?: string
  /** Where to go on afterwards: a path of the desk. */
  next?: string
  /** One sentence: the same for an unknown account and a wrong password. */
  problem?: string
  /** Services by which they can sign in, too. */
  services: readonly SignInService[]
  /** What they should know first. */
  notice?: SignInNotice
}

/**
 * `shutOut`: they were signed in here until their account was disabled; `ended`: until their session
 * was over. `notSetUp`: nobody has an account yet. `halfOver`: they showed one factor, and not the other in time.
 */
export type SignInNotice = 'shutOut' | 'ended' | 'notSetUp' | 'halfOver'

/** For the people behind the desk. */
export const SignInPage = ({
  email,
  next,
  problem,
  notice,
  services,
  ...look
}: SignInPageProps) => {
  const words = wordsIn(look.language).pages.signIn
  return (
    <CardPage
      {...look}
      title={words.title}
      lead={words.lead}
      scripts={[...signedOutScripts, ...passwordScripts, ...passkeyScripts]}
    >
      <form method="post" action={paths.session.signIn} class="stack">
        <CookieField />
        {next && <input type="hidden" name="next" value={next} />}
        <FormProblem says={problem ?? (notice && words[notice])} />
        <TextField
          name="email"
          type="email"
          label={words.email}
          autocomplete="username"
          required
          autofocus={!email}
          value={email}
        />
        <PasswordField
          language={look.language}
          name="password"
          label={words.password}
          autocomplete="current-password"
          required
          autofocus={Boolean(email)}
        />
        <Button tone="primary" wide>
          {words.submit}
        </Button>
      </form>
      <PasskeySignIn language={look.language} next={next} />
      <Services {...{ services, next, language: look.language }} />
      <p class="card-foot">
        <a href={paths.session.forgot}>{resetWords[look.language].link}</a>
      </p>
      <p class="card-foot">
        {words.visitor} <a href={paths.chat.page}>{words.chat}</a>
      </p>
    </CardPage>
  )
}

const Services = ({
  services,
  next,
  language,
}: Pick<SignInPageProps, 'services' | 'next'> & { language: Language }) =>
  services.length === 0 ? null : (
    <div class="stack services">
      {services.map(({ id, label }) => (
        <LinkButton href={paths.session.providerFor(id, next)}>
          {providers[language].with(label)}
        </LinkButton>
      ))}
    </div>
  )
