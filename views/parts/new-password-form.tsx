import type { Edition } from '../words/language'
import { Button } from './button'
import { CookieField } from './fields/cookie-field'
import { FormProblem } from './fields/field'
import { NewPasswordField } from './fields/new-password-field'

/** Whose password it is, by a link that sets one. */
export type PasswordLink = {
  /** From the link; goes back with the form. */
  token: string
  name: string
  email: string
  /** What is wrong with the password, or why it cannot be set now. */
  problem?: { says: string; isOfField: boolean }
}

type Props = Omit<PasswordLink, 'name'> & {
  language: Edition
  /** Where it is sent. */
  action: string
  words: { email: string; password: string; submit: string }
}

/** Sets a password by a link: of who is invited, and of who forgot theirs. */
export const NewPasswordForm = ({ language, action, token, email, problem, words }: Props) => (
  <form method="post" action={action} class="stack">
    <input type="hidden" name="token" value={token} />
    <CookieField />
    <FormProblem says={problem && !problem.isOfField ? problem.says : undefined} />
    {/* So that browsers keep the password under the right name: it is not sent. */}
    <input
      type="email"
      value={email}
      autocomplete="username"
      aria-label={words.email}
      hidden
      readonly
    />
    <NewPasswordField
      language={language}
      name="password"
      label={words.password}
      autofocus
      problem={problem?.isOfField ? problem.says : undefined}
    />
    <Button tone="primary" wide>
      {words.submit}
    </Button>
  </form>
)
