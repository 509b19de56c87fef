import type { VisitorContext } from '../page-context'
import { Button, LinkButton } from '../parts/button'
import { NewPasswordForm } from '../parts/new-password-form'
import { paths } from '../paths'
import { wordsIn } from '../words'
import { Card, type Refused } from './card'

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
      <NewPasswordForm
        {...{ language: look.language, action: at.reset, token, email }}
        words={{ email: label, password: mail.fresh, submit: mail.resetDo }}
        {...(refused
          ? { problem: { says: refused.says, isOfField: refused.field !== undefined } }
          : {})}
      />
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
        <input type="hidden" name="address" value={email} />
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
