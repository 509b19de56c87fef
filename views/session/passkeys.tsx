import { Ask } from '../parts/ask'
import { Button } from '../parts/button'
import { TextField } from '../parts/fields/field'
import { PasswordField } from '../parts/fields/password-field'
import { When } from '../parts/time'
import { paths } from '../paths'
import { factors } from '../words/factors'
import type { Language } from '../words/language'
import { passkeys as passkeyWords } from '../words/passkeys'
import { punctuation } from '../words/punctuation'

/** A key of somebody, as their page shows it. */
export type PasskeyLine = { id: string; name: string; createdAt: number; usedAt: number | null }

export type Refused = { says: string; field?: string | undefined; form?: string }

/** What a script fills in before the form goes. */
const Answer = () => (
  <>
    <input type="hidden" name="ticket" value="" />
    <input type="hidden" name="credential" value="" />
  </>
)

/** Signing in with a key of the device; shown where a script has seen that this browser can. */
export const PasskeySignIn = ({
  language,
  next,
}: {
  language: Language
  next: string | undefined
}) => {
  const words = passkeyWords[language]
  return (
    <form
      method="post"
      action={paths.session.passkey}
      class="stack services"
      hidden
      data-passkey="get"
      data-options={paths.session.passkeyOptions}
      data-failed={words.failed}
    >
      <Answer />
      {next && <input type="hidden" name="next" value={next} />}
      <Button wide>{words.signIn}</Button>
      <p class="field-problem" role="alert" />
    </form>
  )
}

/** Asks whether it is they, who signed in a while ago. */
export const AskPassword = ({
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

type Props = {
  language: Language
  now: number
  zone: string
  passkeys: readonly PasskeyLine[]
  asks: boolean
  next: string | undefined
  refused: Refused | undefined
  /** What was typed for its name. */
  typed: string | undefined
}

/** The keys somebody has, and the way to another. */
export const Passkeys = ({ language, passkeys, now, zone, ...form }: Props) => {
  const words = passkeyWords[language]
  return (
    <section class="stack services" aria-labelledby="passkeys">
      <h2 id="passkeys">{words.title}</h2>
      <p class="hint">{words.hint}</p>
      {passkeys.length > 0 && (
        <ul class="passkeys">
          {passkeys.map(({ id, name, createdAt, usedAt }, nth) => (
            <li>
              <span>
                <b>
                  <bdi>{name}</bdi>
                </b>{' '}
                <small>
                  {words.since} <When at={createdAt} {...{ now, zone, language }} />
                  {usedAt !== null && (
                    <>
                      {punctuation[language].between}
                      {words.used} <When at={usedAt} {...{ now, zone, language }} />
                    </>
                  )}
                </small>
              </span>{' '}
              <Ask
                id={`ask-passkey-${nth}`}
                action={paths.session.factorPasskeyRemoval(id)}
                tone="danger"
                label={words.remove}
                words={{ ...words.removing, title: words.removing.title(name) }}
              >
                {form.asks && (
                  <AskPassword language={language} refused={undefined} id={`passkey-${nth}`} />
                )}
              </Ask>
            </li>
          ))}
        </ul>
      )}
      <NewPasskey language={language} {...form} />
      <noscript>
        <p class="hint">{words.needsScript}</p>
      </noscript>
    </section>
  )
}

const NewPasskey = ({
  language,
  asks,
  next,
  refused,
  typed,
}: Omit<Props, 'passkeys' | 'now' | 'zone'>) => {
  const words = passkeyWords[language]
  const own = refused?.form === 'passkey' ? refused : undefined
  return (
    <form
      method="post"
      action={paths.session.factorPasskeys}
      class="stack"
      hidden
      data-passkey="create"
      data-options={paths.session.factorPasskeyOptions}
      data-failed={words.failed}
    >
      <Answer />
      {next && <input type="hidden" name="next" value={next} />}
      <TextField
        name="name"
        label={words.name}
        hint={words.nameHint}
        value={typed}
        autocomplete="off"
        required
        problem={own?.field === 'name' ? own.says : undefined}
      />
      {asks && <AskPassword language={language} refused={own} id="passkey-password" />}
      <p class="field-problem" role="alert">
        {own && own.field !== 'name' && own.field !== 'current_password' ? own.says : ''}
      </p>
      <Button>{words.add}</Button>
    </form>
  )
}
