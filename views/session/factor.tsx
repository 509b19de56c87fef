import type { PageContext } from '../page-context'
import { Button, LinkButton } from '../parts/button'
import { CardPage } from '../parts/card-page'
import { CodeField } from '../parts/fields/code-field'
import { FormProblem } from '../parts/fields/field'
import { PasswordField } from '../parts/fields/password-field'
import { type Qr, QrPicture } from '../parts/qr'
import { paths } from '../paths'
import { passwordScripts, plainScripts } from '../scripts'
import type { Language } from '../words/language'
import { factors } from '../words/factors'
import { wordsIn } from '../words'

type Refused = { says: string; field?: string | undefined }

type Common = PageContext & {
  email: string
  /** Where they go on afterwards. */
  next?: string
  /** Whether they are asked for their password. */
  asks: boolean
  refused?: Refused
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
export const FactorPage = ({
  isConfined,
  asks,
  qr,
  secret,
  offer,
  email,
  next,
  refused,
  ...look
}: FactorProps) => {
  const { language } = look
  const words = factors[language].enrol
  return (
    <CardPage
      {...look}
      title={words.title}
      lead={isConfined ? `${words.forced} ${words.lead}` : words.lead}
      scripts={[...plainScripts, ...passwordScripts]}
    >
      <form method="post" action={paths.session.factor} class="stack">
        <input type="hidden" name="offer" value={offer} />
        {next && <input type="hidden" name="next" value={next} />}
        <Email email={email} />
        <FormProblem says={refused && !refused.field ? refused.says : undefined} />
        <p>{words.scan}</p>
        <QrPicture qr={qr} label={words.picture} />
        <p class="hint">
          {words.typed} <code class="key">{inGroups(secret)}</code>
        </p>
        <p class="hint">{words.again}</p>
        {asks && <AskPassword language={language} refused={refused} />}
        <CodeField
          label={words.code}
          hint={words.codeHint}
          problem={refused?.field === 'code' ? refused.says : undefined}
          autofocus={refused?.field === 'code'}
        />
        <Button tone="primary" wide>
          {words.submit}
        </Button>
      </form>
      <Foot language={language} isConfined={isConfined} />
    </CardPage>
  )
}

const inGroups = (secret: string): string => secret.replace(/.{4}(?=.)/g, '$& ')

/** So that browsers know whose password it is: it is not sent. */
const Email = ({ email }: { email: string }) => (
  <input type="email" value={email} autocomplete="username" hidden readonly />
)

const AskPassword = ({
  language,
  refused,
  id,
}: {
  language: Language
  refused: Refused | undefined
  id?: string
}) => {
  const words = factors[language].enrol
  const isIts = refused?.field === 'current_password'
  return (
    <PasswordField
      language={language}
      name="current_password"
      {...(id ? { id } : {})}
      label={words.password}
      hint={words.passwordHint}
      autocomplete="current-password"
      required
      problem={isIts ? refused?.says : undefined}
      autofocus={isIts}
    />
  )
}

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

type OwnProps = Common & {
  codesLeft: number
  isForced: boolean
  /** Which of its forms was refused. */
  form?: 'codes' | 'removal'
}

/** What somebody has set up, and how they change it. */
export const OwnFactorPage = ({
  codesLeft,
  isForced,
  email,
  asks,
  refused,
  form,
  next: _next,
  ...look
}: OwnProps) => {
  const { language } = look
  const words = factors[language]
  const problem = (of: 'codes' | 'removal') => (form === of ? refused : undefined)
  const says = (of: 'codes' | 'removal') => {
    const why = problem(of)
    return why && !why.field ? why.says : undefined
  }
  return (
    <CardPage
      {...look}
      title={words.title}
      lead={`${words.on} ${words.codesLeft(codesLeft)}`}
      scripts={[...plainScripts, ...passwordScripts]}
    >
      <form method="post" action={paths.session.factorCodes} class="stack">
        <Email email={email} />
        <FormProblem says={says('codes')} />
        {asks && <AskPassword language={language} refused={problem('codes')} id="codes-password" />}
        <p class="hint">{words.own.newCodesHint}</p>
        <Button>{words.own.newCodes}</Button>
      </form>
      {isForced ? (
        <p class="hint">{words.own.forced}</p>
      ) : (
        <form method="post" action={paths.session.factorRemoval} class="stack">
          <FormProblem says={says('removal')} />
          {asks && (
            <AskPassword language={language} refused={problem('removal')} id="removal-password" />
          )}
          <p class="hint">{words.own.dropHint}</p>
          <Button tone="danger">{words.own.drop}</Button>
        </form>
      )}
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
  const file = `${words.file(look.brand ?? wordsIn(look.language).common.brand, email)}\n\n${codes.join('\n')}\n`
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
        </a>
        <LinkButton tone="primary" href={next}>
          {words.goOn}
        </LinkButton>
      </div>
    </CardPage>
  )
}
