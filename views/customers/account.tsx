import type { Child } from 'hono/jsx'
import { Layout } from '../layout'
import type { VisitorContext } from '../page-context'
import { Act, Button, LinkButton } from '../parts/button'
import { FormProblem, TextField } from '../parts/fields/field'
import { NewPasswordField } from '../parts/fields/new-password-field'
import { PasswordField } from '../parts/fields/password-field'
import { LanguageSwitch } from '../parts/switches'
import { When } from '../parts/time'
import { paths } from '../paths'
import { leaveScripts, newPasswordScripts, plainScripts } from '../scripts'
import { wordsIn } from '../words'
import { type Refused, saysOf } from './card'
import type { WordsOf } from './mine'

const { customers: at } = paths

/** The forms of the page, by the name of what each changes. */
export type AccountForm = 'name' | 'email' | 'password' | 'removal'
export type AccountSaid = 'saved' | 'mailed' | 'password' | 'ended'

/** Somewhere that they are signed in, by the mark that pages have of it. */
export type CustomerSessionLine = {
  mark: string
  browser: string | null
  since: number
  isThis: boolean
}

export type AccountProps = VisitorContext &
  WordsOf & {
    name: string
    email: string
    /** Whether mail goes out from here. */
    mails: boolean
    sessions: readonly CustomerSessionLine[]
    said?: AccountSaid
    refused?: Refused & { form: AccountForm }
  }

/** What is kept of a customer, and all they can do to it. */
export const AccountPage = (props: AccountProps) => {
  const { language, said, refused } = props
  const words = wordsIn(language).customers.account
  const scripts = [...plainScripts, ...leaveScripts, ...newPasswordScripts]
  return (
    <Layout {...props} title={words.title} kind="plain" scripts={scripts} clock={props.zone}>
      <main class="past mine" data-words-of={props.wordsOf?.join(' ')}>
        <header class="past-head">
          <h1>{words.title}</h1>
          <LanguageSwitch {...props} />
        </header>
        <p>
          <a class="past-link" href={at.page}>
            {words.back}
          </a>
        </p>
        {said && (
          <p class="mine-said" role="status">
            {words.said[said]}
          </p>
        )}
        <FormProblem says={refused && refused.field === undefined ? refused.says : undefined} />
        <Name {...props} />
        <Mail {...props} />
        <Password {...props} />
        <SignedIn {...props} />
        <Part title={words.data} hint={words.dataHint}>
          <LinkButton href={at.export} icon="download">
            {words.dataDo}
          </LinkButton>
        </Part>
        <Removal {...props} />
      </main>
    </Layout>
  )
}

const Part = ({ title, hint, children }: { title: string; hint: string; children?: Child }) => (
  <section class="mine-part">
    <h2>{title}</h2>
    <p class="hint">{hint}</p>
    {children}
  </section>
)

/** What was refused of one of the forms. */
const of = ({ refused }: AccountProps, form: AccountForm): Refused | undefined =>
  refused?.form === form ? refused : undefined

const Name = (props: AccountProps) => {
  const words = wordsIn(props.language).customers.account
  const refused = of(props, 'name')
  const problem = saysOf(refused, 'name')
  return (
    <Part title={words.details} hint={words.detailsHint}>
      <form method="post" action={at.account} class="stack">
        <TextField
          name="name"
          label={words.name}
          autocomplete="name"
          required
          value={refused?.typed.name ?? props.name}
          problem={problem}
          autofocus={problem !== undefined}
        />
        <div class="actions">
          <Button>{words.save}</Button>
        </div>
      </form>
    </Part>
  )
}

type Current = { props: AccountProps; form: AccountForm; label: string }

/** What is not to be undone asks for the password; each of them has a field of its own. */
const CurrentPassword = ({ props, form, label }: Current) => {
  const problem = saysOf(of(props, form), 'current_password')
  return (
    <PasswordField
      language={props.language}
      name="current_password"
      id={`${form}-current`}
      label={label}
      autocomplete="current-password"
      required
      problem={problem}
      autofocus={problem !== undefined}
    />
  )
}

const Mail = (props: AccountProps) => {
  const words = wordsIn(props.language).customers.account
  const refused = of(props, 'email')
  const problem = saysOf(refused, 'email')
  return (
    <Part title={words.mail} hint={props.mails ? words.mailHintMailed : words.mailHint}>
      <p class="mine-now">
        <bdi>{props.email}</bdi>
      </p>
      <form method="post" action={at.email} class="stack">
        <TextField
          name="email"
          type="email"
          label={words.newMail}
          autocomplete="email"
          required
          value={refused?.typed.email}
          problem={problem}
          autofocus={problem !== undefined}
        />
        <CurrentPassword props={props} form="email" label={words.current} />
        <div class="actions">
          <Button>{words.mailDo}</Button>
        </div>
      </form>
    </Part>
  )
}

const Password = (props: AccountProps) => {
  const words = wordsIn(props.language).customers.account
  const problem = saysOf(of(props, 'password'), 'new_password')
  return (
    <Part title={words.passwordTitle} hint={words.passwordLead}>
      <form method="post" action={at.password} class="stack">
        <CurrentPassword props={props} form="password" label={words.current} />
        <NewPasswordField
          language={props.language}
          name="new_password"
          label={words.fresh}
          problem={problem}
          autofocus={problem !== undefined}
        />
        <div class="actions">
          <Button>{words.passwordDo}</Button>
        </div>
      </form>
    </Part>
  )
}

const SignedIn = ({ sessions, language, now, zone }: AccountProps) => {
  const words = wordsIn(language).customers.account
  return (
    <section class="mine-part">
      <h2>{words.sessions}</h2>
      <ul class="mine-sessions">
        {sessions.map(({ mark, browser, since, isThis }) => (
          <li>
            <span>
              <bdi>{browser ?? words.unknownBrowser}</bdi>{' '}
              <small>
                {words.since} <When {...{ at: since, now, zone, language }} />
              </small>
            </span>{' '}
            {isThis ? (
              <span class="aside">{words.thisOne}</span>
            ) : (
              <Act action={at.sessionRemoval(mark)}>{words.end}</Act>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 2 && <Act action={at.sessionsRemoval}>{words.endOthers}</Act>}
    </section>
  )
}

const Removal = (props: AccountProps) => {
  const words = wordsIn(props.language).customers.account
  const refused = of(props, 'removal')
  const problem = saysOf(refused, 'confirmation')
  return (
    <Part title={words.removal} hint={words.removalHint}>
      <form method="post" action={at.removal} class="stack">
        <TextField
          name="confirmation"
          type="email"
          label={words.confirmation}
          autocomplete="off"
          required
          value={refused?.typed.confirmation}
          problem={problem}
          autofocus={problem !== undefined}
        />
        <CurrentPassword props={props} form="removal" label={words.current} />
        <div class="actions">
          <Button tone="danger">{words.removalDo}</Button>
        </div>
      </form>
    </Part>
  )
}
