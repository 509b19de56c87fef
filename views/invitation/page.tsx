import { Layout } from '../layout'
import type { PageContext } from '../page-context'
import { Brand } from '../parts/brand'
import { LinkButton } from '../parts/button'
import { NewPasswordForm, type PasswordLink } from '../parts/new-password-form'
import { Switches } from '../parts/switches'
import { paths } from '../paths'
import { newPasswordScripts, plainScripts } from '../scripts'
import { newPasswordWords } from '../words/new-password'
import { people } from '../words/people'

/** Where somebody sets a password of their own. */
export const InvitationPage = ({
  token,
  name,
  email,
  problem,
  ...look
}: PageContext & PasswordLink) => {
  const words = people[look.language].invitation
  return (
    <Layout
      {...look}
      title={words.title}
      kind="plain"
      scripts={[...plainScripts, ...newPasswordScripts]}
    >
      <main class="card">
        <Brand name={look.brand} />
        <h1>{words.title}</h1>
        <p class="lead">{words.lead(name, email)}</p>
        <NewPasswordForm
          {...{ language: look.language, token, email, problem }}
          action={paths.invitation}
          words={{
            email: people[look.language].email,
            password: newPasswordWords[look.language].own,
            submit: words.submit,
          }}
        />
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
