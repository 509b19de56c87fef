import type { VisitorContext } from '../page-context'
import { Button, LinkButton } from '../parts/button'
import { Tick } from '../parts/fields/asked-fields'
import { CookieField } from '../parts/fields/cookie-field'
import { FormProblem, TextField } from '../parts/fields/field'
import { NewPasswordField } from '../parts/fields/new-password-field'
import { PasswordField } from '../parts/fields/password-field'
import { paths } from '../paths'
import { wordsIn } from '../words'
import { Card, type Refused, saysOf, TryFields } from './card'

const { customers: at } = paths

type Forms = VisitorContext & { refused?: Refused; task?: string }

type SignIn = Forms & {
  /** Of the mail that opens a new account; empty for none. */
  confirm: string
  /** What happened before, in a word. */
  after?: 'signedOut' | 'made' | 'removed'
}

/** Where customers sign in; who works here has a door of their own. */
export const CustomerSignInPage = ({ refused, task, confirm, after, ...look }: SignIn) => {
  const { signIn, email, password } = wordsIn(look.language).customers
  const isOut = after === 'signedOut' || after === 'removed'
  const lead = after ? signIn[after] : confirm ? signIn.confirm : signIn.lead
  return (
    <Card {...look} {...{ title: signIn.title, lead, task }} isOut={isOut} secret="known">
      <form method="post" action={at.signIn} class="stack">
        <CookieField />
        {confirm && <input type="hidden" name="confirm" value={confirm} />}
        <FormProblem says={refused?.field === undefined ? refused?.says : undefined} />
        <TextField
          name="email"
          type="email"
          label={email}
          autocomplete="username"
          required
          autofocus={!refused?.typed.email}
          value={refused?.typed.email}
          problem={saysOf(refused, 'email')}
        />
        <PasswordField
          language={look.language}
          name="password"
          label={password}
          autocomplete="current-password"
          required
          autofocus={Boolean(refused?.typed.email)}
          problem={saysOf(refused, 'password')}
        />
        <TryFields language={look.language} task={task} />
        <Button tone="primary" wide>
          {signIn.submit}
        </Button>
      </form>
      <p class="card-foot">
        <a href={at.forgot}>{signIn.forgot}</a>
      </p>
      <p class="card-foot">
        {signIn.register} <a href={at.register}>{signIn.registerDo}</a>
      </p>
      <p class="card-foot">
        <a href={paths.chat.page}>{signIn.chat}</a>
      </p>
    </Card>
  )
}

/** Where a visitor makes an account. */
export const RegisterPage = ({ refused, task, ...look }: Forms) => {
  const { register, email, password } = wordsIn(look.language).customers
  const { typed = {} } = refused ?? {}
  const first = refused?.field ?? 'name'
  return (
    <Card {...look} {...{ title: register.title, lead: register.lead, task }} secret="new">
      <form method="post" action={at.register} class="stack">
        <FormProblem says={refused?.field === undefined ? refused?.says : undefined} />
        <TextField
          name="name"
          label={register.name}
          autocomplete="name"
          required
          autofocus={first === 'name'}
          value={typed.name}
          problem={saysOf(refused, 'name')}
        />
        <TextField
          name="email"
          type="email"
          label={email}
          autocomplete="username"
          required
          autofocus={first === 'email'}
          value={typed.email}
          problem={saysOf(refused, 'email')}
        />
        <NewPasswordField
          language={look.language}
          name="password"
          label={password}
          autofocus={first === 'password'}
          problem={saysOf(refused, 'password')}
        />
        <Tick
          name="consent"
          label={register.consent}
          required
          checked={typed.consent === 'yes'}
          problem={saysOf(refused, 'consent')}
        />
        <TryFields language={look.language} task={task} />
        <Button tone="primary" wide>
          {register.submit}
        </Button>
      </form>
      <p class="card-foot">
        {register.has} <a href={at.signIn}>{register.signIn}</a>
      </p>
    </Card>
  )
}

/** The same whether the address had an account or not. */
export const RegisteredPage = (look: VisitorContext) => {
  const { register, signIn } = wordsIn(look.language).customers
  return (
    <Card {...look} title={register.sent} lead={register.sentLead}>
      <div class="actions">
        <LinkButton href={paths.chat.page}>{signIn.chat}</LinkButton>
      </div>
    </Card>
  )
}
