import type { Child } from 'hono/jsx'
import { Layout } from '../layout'
import type { PageContext } from '../page-context'
import { Brand } from '../parts/brand'
import { Button, LinkButton } from '../parts/button'
import { FormProblem, TextField } from '../parts/fields/field'
import { NewPasswordForm, type PasswordLink } from '../parts/new-password-form'
import { Switches } from '../parts/switches'
import { paths } from '../paths'
import { newPasswordScripts, plainScripts } from '../scripts'
import { newPasswordWords } from '../words/new-password'
import { resetWords } from '../words/reset'

type Card = PageContext & {
  title: string
  lead: string
  scripts?: readonly string[]
  children?: Child
}

const Card = ({ title, lead, scripts = [], children, ...look }: Card) => (
  <Layout {...look} title={title} kind="plain" scripts={[...plainScripts, ...scripts]}>
    <main class="card">
      <Brand name={look.brand} />
      <h1>{title}</h1>
      <p class="lead">{lead}</p>
      {children}
    </main>
    <footer class="page-foot">
      <Switches {...look} />
    </footer>
  </Layout>
)

type Forgot = PageContext & {
  /** Whether mail goes out from here. */
  mails: boolean
  email?: string
  /** What is wrong with the address, or why nothing can be sent now. */
  problem?: { says: string; isOfField: boolean }
}

/** Where somebody of the desk asks for a link to set another password. */
export const ForgotPage = ({ mails, email, problem, ...look }: Forgot) => {
  const words = resetWords[look.language].forgot
  return (
    <Card {...look} title={words.title} lead={mails ? words.lead : words.noMail}>
      <FormProblem says={problem && !problem.isOfField ? problem.says : undefined} />
      {(mails || problem) && (
        <form method="post" action={paths.session.forgot} class="stack">
          <TextField
            name="email"
            type="email"
            label={words.email}
            autocomplete="username"
            required
            autofocus
            value={email}
            problem={problem?.isOfField ? problem.says : undefined}
          />
          {/* What fills in everything fills in this too. */}
          <div hidden>
            <label for="website">{words.website}</label>
            <input id="website" name="website" tabindex={-1} autocomplete="off" value="" />
          </div>
          <Button tone="primary" wide>
            {words.submit}
          </Button>
        </form>
      )}
      <p class="card-foot">
        <a href={paths.session.signIn}>{words.back}</a>
      </p>
    </Card>
  )
}

/** The same whether there is such an account or not. */
export const ForgotDonePage = (look: PageContext) => {
  const words = resetWords[look.language].forgot
  return (
    <Card {...look} title={words.done} lead={words.doneLead}>
      <LinkButton href={paths.session.signIn}>{words.back}</LinkButton>
    </Card>
  )
}

/** Where somebody sets another password, by the link of a mail. */
export const ResetPage = ({ token, name, email, problem, ...look }: PageContext & PasswordLink) => {
  const words = resetWords[look.language].reset
  return (
    <Card {...look} title={words.title} lead={words.lead(name, email)} scripts={newPasswordScripts}>
      <NewPasswordForm
        {...{ language: look.language, token, email, problem }}
        action={paths.session.reset}
        words={{
          email: resetWords[look.language].forgot.email,
          password: newPasswordWords[look.language].another,
          submit: words.submit,
        }}
      />
    </Card>
  )
}

/** Of a link that opens no more. */
export const ResetOverPage = ({ says, ...look }: PageContext & { says: string }) => {
  const words = resetWords[look.language].reset
  return (
    <Card {...look} title={words.over} lead={says}>
      <div class="actions">
        <LinkButton href={paths.session.forgot}>{words.again}</LinkButton>
        <LinkButton href={paths.session.signIn}>{resetWords[look.language].forgot.back}</LinkButton>
      </div>
    </Card>
  )
}
