import type { PageContext } from '../page-context'
import { LinkButton } from '../parts/button'
import { CardPage } from '../parts/card-page'
import { NewPasswordForm, type PasswordLink } from '../parts/new-password-form'
import { paths } from '../paths'
import { newPasswordScripts, plainScripts } from '../scripts'
import { newPasswordWords } from '../words/new-password'
import { people } from '../words/people'

/** Where somebody sets a password of their own. */
export const GivenLinkPage = ({
  token,
  name,
  email,
  problem,
  ...look
}: PageContext & PasswordLink) => {
  const words = people[look.language].givenLink
  return (
    <CardPage
      {...look}
      title={words.title}
      lead={words.lead(name, email)}
      scripts={[...plainScripts, ...newPasswordScripts]}
    >
      <NewPasswordForm
        {...{ language: look.language, token, email, problem }}
        action={paths.passwordLink}
        words={{
          email: people[look.language].email,
          password: newPasswordWords[look.language].own,
          submit: words.submit,
        }}
      />
    </CardPage>
  )
}

/** Of a link that opens no more. */
export const GivenLinkOverPage = ({ says, ...look }: PageContext & { says: string }) => {
  const words = people[look.language].givenLink
  return (
    <CardPage {...look} title={words.over} lead={says}>
      <LinkButton href={paths.session.signIn}>{words.signIn}</LinkButton>
    </CardPage>
  )
}
