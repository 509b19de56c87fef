import type { VisitorContext } from '../page-context'
import { Button, LinkButton } from '../parts/button'
import { CookieField } from '../parts/fields/cookie-field'
import { FormProblem } from '../parts/fields/field'
import { NewPasswordField } from '../parts/fields/new-password-field'
import { paths } from '../paths'
import { wordsIn } from '../words'
import { Card, type Refused, saysOf } from './card'

const { customers: at } = paths

type Reset = VisitorContext & {
  /** From the link; goes back with the form. */
  token: string
  email: string
  refused?: Refused
}

/** Where a customer sets another password, by the link of a mail. */
export const CustomerResetPage = ({ token, email, refused, ...look }: Reset) => {
  const { mail, email: label } = wordsIn(look.language).customers
  return (
    <Card {...look} title={mail.resetTitle} lead={mail.resetLead(email)} secret="new">
      <form method="post" action={at.reset} class="stack">
        <input type="hidden" name="token" value={token} />
        <CookieField />
        <FormProblem says={refused?.field === undefined ? refused?.says : undefined} />
        {/* So that browsers keep the password under the right name: it is not sent. */}
        <input
          type="email"
          value={email}
          autocomplete="username"
          aria-label={label}
          hidden
          readonly
        />
        <NewPasswordField
          language={look.language}
          name="password"
          label={mail.fresh}
          autofocus
          problem={saysOf(refused, 'password')}
        />
        <Button tone="primary" wide>
          {mail.resetDo}
        </Button>
      </form>
    </Card>
  )
}

type Move = VisitorContext & { token: string; email: string; isDone: boolean }

/** Where the link to a new address leads: it is pressed, for programs that look at mail open links too. */
export const MovePage = ({ token, email, isDone, ...look }: Move) => {
  const { mail } = wordsIn(look.language).customers
  if (isDone)
    return (
      <Card {...look} title={mail.moved} lead={mail.movedLead(email)}>
        <div class="actions">
          <LinkButton href={at.page}>{mail.signIn}</LinkButton>
        </div>
      </Card>
    )
  return (
    <Card {...look} title={mail.moveTitle} lead={mail.moveLead(email)}>
      <form method="post" action={at.move} class="stack">
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="email" value={email} />
        <Button tone="primary" wide>
          {mail.moveDo}
        </Button>
      </form>
    </Card>
  )
}

/** Of a link that opens no more. */
export const LinkOverPage = ({ says, ...look }: VisitorContext & { says: string }) => {
  const { mail } = wordsIn(look.language).customers
  return (
    <Card {...look} title={mail.over} lead={says}>
      <div class="actions">
        <LinkButton href={at.forgot}>{mail.again}</LinkButton>
        <LinkButton href={at.signIn}>{mail.signIn}</LinkButton>
      </div>
    </Card>
  )
}
