import type { PageContext } from '../page-context'
import { Button, LinkButton } from '../parts/button'
import { CardPage } from '../parts/card-page'
import { CodeField } from '../parts/fields/code-field'
import { FormProblem } from '../parts/fields/field'
import { type Qr, QrPicture } from '../parts/qr'
import { paths } from '../paths'
import { passkeyScripts, passwordScripts, plainScripts } from '../scripts'
import { wordsIn } from '../words'
import { factors } from '../words/factors'
import type { Language } from '../words/language'
import { passkeys as passkeyWords } from '../words/passkeys'
import { AskPassword, type PasskeyLine, Passkeys, type Refused } from './passkeys'

const scripts = [...plainScripts, ...passwordScripts, ...passkeyScripts]

/** What the page of one's own second factor shows, whatever there is of it. */
export type Common = PageContext & {
  email: string
  /** Where they go on afterwards. */
  next?: string
  /** Whether they are asked for their password. */
  asks: boolean
  passkeys: readonly PasskeyLine[]
  refused?: Refused
  /** What was just done. */
  said?: 'added' | 'removed'
  /** What was typed for the name of a passkey. */
  typed?: string
}

type FactorProps = Common & {
  /** Their role asks for it, and nothing else opens. */
  isConfined: boolean
  /** What the app reads, and what somebody types into it. */
  qr: Qr
  secret: string
  offer: string
}

/** Where somebody makes an app their second factor. */
export const FactorPage = (props: FactorProps) => {
  const { isConfined, asks, qr, secret, offer, email, next, refused, language } = props
  const words = factors[language].enrol
  const own = refused?.form === 'app' ? refused : undefined
  return (
    <CardPage
      {...lookOf(props)}
      title={words.title}
      lead={isConfined ? words.forced : words.lead}
      scripts={scripts}
    >
      <Said {...props} has={['app', 'passkey']} />
      <form method="post" action={paths.session.factor} class="stack">
        <input type="hidden" name="offer" value={offer} />
        {next && <input type="hidden" name="next" value={next} />}
        <Email email={email} language={language} />
        <FormProblem says={own && !own.field ? own.says : undefined} />
        <p>{words.scan}</p>
        <QrPicture qr={qr} label={words.picture} />
        <p class="hint">
          {words.typed} <code class="key">{inGroups(secret)}</code>
        </p>
        <p class="hint">{words.again}</p>
        {asks && <AskPassword language={language} refused={own} />}
        <CodeField
          label={words.code}
          hint={words.codeHint}
          problem={own?.field === 'one_time_code' ? own.says : undefined}
          autofocus={own?.field === 'one_time_code'}
        />
        <Button tone="primary" wide>
          {words.submit}
        </Button>
      </form>
      <OwnPasskeys {...props} />
      <Foot language={language} isConfined={isConfined} />
    </CardPage>
  )
}

/** What a page of a card is given of all that. */
const lookOf = ({
  email: _email,
  next: _next,
  asks: _asks,
  passkeys: _passkeys,
  refused: _refused,
  said: _said,
  typed: _typed,
  ...look
}: Common): PageContext => look

const OwnPasskeys = ({ language, now, zone, passkeys, asks, next, refused, typed }: Common) => (
  <Passkeys {...{ language, now, zone, passkeys, asks, next, refused, typed }} />
)

/** What was just done, or why a form was refused that is not on the page any more. */
const Said = ({ language, said, refused, has }: Common & { has: readonly string[] }) => {
  if (said) return <p role="status">{passkeyWords[language][said]}</p>
  return refused?.form && !has.includes(refused.form) ? <FormProblem says={refused.says} /> : null
}

const inGroups = (secret: string): string => secret.replace(/.{4}(?=.)/g, '$& ')

/** So that browsers know whose password it is: it is not sent. */
const Email = ({ email, language }: { email: string; language: Language }) => (
  <input
    type="email"
    value={email}
    autocomplete="username"
    aria-label={wordsIn(language).pages.signIn.email}
    hidden
    readonly
  />
)

/** Out of here, for who may go anywhere else and who may not. */
const Foot = ({ language, isConfined }: { language: Language; isConfined: boolean }) =>
  isConfined ? (
    <form method="post" action={paths.session.signOut} class="card-foot">
      <Button tone="quiet">{wordsIn(language).pages.signOut}</Button>
    </form>
  ) : (
    <p class="card-foot">
      <a href={paths.workbench.me}>{factors[language].own.back}</a>
    </p>
  )

type OwnProps = Common & { codesLeft: number; isForced: boolean }

/** What somebody has set up, and how they change it. */
export const OwnFactorPage = (props: OwnProps) => {
  const { codesLeft, isForced, email, asks, refused, language } = props
  const words = factors[language]
  const of = (form: string) => (refused?.form === form ? refused : undefined)
  const says = (form: string) => (of(form)?.field ? undefined : of(form)?.says)
  return (
    <CardPage
      {...lookOf(props)}
      title={words.title}
      lead={words.onWith(codesLeft)}
      scripts={scripts}
    >
      <Said {...props} has={['codes', 'removal', 'passkey']} />
      <form method="post" action={paths.session.factorCodes} class="stack">
        <Email email={email} language={language} />
        <FormProblem says={says('codes')} />
        {asks && <AskPassword language={language} refused={of('codes')} id="codes-password" />}
        <p class="hint">{words.own.newCodesHint}</p>
        <Button>{words.own.newCodes}</Button>
      </form>
      {isForced ? (
        <p class="hint">{words.own.forced}</p>
      ) : (
        <form method="post" action={paths.session.factorRemoval} class="stack">
          <FormProblem says={says('removal')} />
          {asks && (
            <AskPassword language={language} refused={of('removal')} id="removal-password" />
          )}
          <p class="hint">{words.own.dropHint}</p>
          <Button tone="danger">{words.own.drop}</Button>
        </form>
      )}
      <OwnPasskeys {...props} />
      <Foot language={language} isConfined={false} />
    </CardPage>
  )
}

type CodesProps = PageContext & {
  email: string
  codes: readonly string[]
  next: string
  /** Their other sessions were ended by it. */
  hasEnded: boolean
}

/** Recovery codes, this once. */
export const CodesPage = ({ email, codes, next, hasEnded, ...look }: CodesProps) => {
  const words = factors[look.language].codes
  const brand = look.brand ?? wordsIn(look.language).common.brand
  const file = `${words.file(brand, email)}\n\n${codes.join('\n')}\n`
  return (
    <CardPage {...look} title={words.title} lead={words.lead}>
      <ol class="codes">
        {codes.map((code) => (
          <li>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      {hasEnded && <p class="hint">{words.ended}</p>}
      <div class="stack">
        <a
          class="button plain"
          download="recovery-codes.txt"
          href={`data:text/plain;charset=utf-8,${encodeURIComponent(file)}`}
        >
          {words.download}
        </a>{' '}
        <LinkButton tone="primary" href={next}>
          {words.goOn}
        </LinkButton>
      </div>
    </CardPage>
  )
}
