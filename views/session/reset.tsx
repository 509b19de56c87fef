import type { PageContext } from '../page-context'
import { Button, LinkButton } from '../parts/button'
import { CardPage } from '../parts/card-page'
import { FormProblem, TextField } from '../parts/fields/field'
import { NewPasswordForm, type PasswordLink } from '../parts/new-password-form'
import { paths } from '../paths'
import { newPasswordScripts, plainScripts } from '../scripts'
import { newPasswordWords } from '../words/new-password'
import { resetWords } from '../words/reset'

type Forgot = PageContext & {
  /** Whether mail goes out from here. */
  mails: boolean
  isCustomer?: boolean
  email?: string
  /** What is wrong with the address, or why nothing can be sent now. */
  problem?: { says: string; isOfField: boolean }
}

/** Where somebody of the desk asks for a link to set another password. */
export const ForgotPage = ({ mails, isCustomer = false, email, problem, ...look }: Forgot) => {
  const words = resetWords[look.language].forgot
  const noMail = isCustomer ? words.noMailToCustomers : words.noMail
  return (
    <CardPage {...look} title={words.title} lead={mails ? words.lead : noMail}>
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
          {isCustomer && <input type="hidden" name="customer" value="1" />}
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
        <a href={doorOf(isCustomer)}>{words.back}</a>
      </p>
    </CardPage>
  )
}

/** Where they sign in. */
const doorOf = (isCustomer: boolean): string =>
  isCustomer ? paths.customers.signIn : paths.session.signIn

/** The same whether there is such an account or not. */
export const ForgotDonePage = ({
  isCustomer = false,
  ...look
}: PageContext & Pick<Forgot, 'isCustomer'>) => {
  const words = resetWords[look.language].forgot
  return (
    <CardPage {...look} title={words.done} lead={words.doneLead}>
      <LinkButton href={doorOf(isCustomer)}>{words.back}</LinkButton>
    </CardPage>
  )
}

/** Where somebody sets another password, by the link of a mail. */
export const ResetPage = ({ token, name, email, problem, ...look }: PageContext & PasswordLink) => {
  const words = resetWords[look.language].reset
  return (
    <CardPage
      {...look}
      title={words.title}
      lead={words.lead(name, email)}
      scripts={[...plainScripts, ...newPasswordScripts]}
    >
      <NewPasswordForm
        {...{ language: look.language, token, email, problem }}
        action={paths.session.reset}
        words={{
          email: resetWords[look.language].forgot.email,
          password: newPasswordWords[look.language].another,
          submit: words.submit,
        }}
      />
    </CardPage>
  )
}

/** Of a link that opens no more. */
export const ResetOverPage = ({ says, ...look }: PageContext & { says: string }) => {
  const words = resetWords[look.language].reset
  return (
    <CardPage {...look} title={words.over} lead={says}>
      <div class="actions">
        <LinkButton href={paths.session.forgot}>{words.again}</LinkButton>
        <LinkButton href={paths.session.signIn}>{resetWords[look.language].forgot.back}</LinkButton>
      </div>
    </CardPage>
  )
}
