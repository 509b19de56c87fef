import type { PageContext } from '../page-context'
import { Button } from '../parts/button'
import { CardPage } from '../parts/card-page'
import { CodeField } from '../parts/fields/code-field'
import { FormProblem } from '../parts/fields/field'
import { paths } from '../paths'
import { passkeyScripts, signedOutScripts } from '../scripts'
import { factors } from '../words/factors'
import { PasskeySignIn } from './passkeys'

type Second = PageContext & {
  /** Who is half in. */
  email: string
  /** Which sign-in of this browser it is. */
  mark: string
  /** With a recovery code, in the place of the app. */
  isRecovery: boolean
  /** They have an app that shows codes; else a passkey alone. */
  hasApp: boolean
  next?: string
  problem?: { says: string; isOfField: boolean }
}

/** Asks who has shown their password for the second factor. */
export const SecondPage = ({ email, mark, isRecovery, hasApp, next, problem, ...look }: Second) => {
  const words = factors[look.language].second
  return (
    <CardPage
      {...look}
      title={hasApp ? words.title : words.titlePasskey}
      lead={words.lead(email)}
      scripts={[...signedOutScripts, ...passkeyScripts]}
    >
      {hasApp && <Code {...{ mark, isRecovery, next, problem, language: look.language }} />}
      <PasskeySignIn language={look.language} next={next} />
      {!hasApp && <p class="hint">{words.passkeyOnly}</p>}
      {(isRecovery || !hasApp) && <p class="hint">{words.lost}</p>}
      <p class="card-foot">
        <a href={paths.session.signInFor(next, false)}>{words.back}</a>
      </p>
    </CardPage>
  )
}

/** Asks for a code of the app, or a recovery code. */
const Code = ({
  mark,
  isRecovery,
  next,
  problem,
  language,
}: Pick<Second, 'mark' | 'isRecovery' | 'next' | 'problem' | 'language'>) => {
  const words = factors[language].second
  return (
    <>
      <form method="post" action={paths.session.second} class="stack">
        <input type="hidden" name="mark" value={mark} />
        {next && <input type="hidden" name="next" value={next} />}
        {isRecovery && <input type="hidden" name="recovery" value="1" />}
        <FormProblem says={problem && !problem.isOfField ? problem.says : undefined} />
        <CodeField
          label={isRecovery ? words.recovery : words.code}
          hint={isRecovery ? words.recoveryHint : words.codeHint}
          letters={isRecovery}
          problem={problem?.isOfField ? problem.says : undefined}
          autofocus
        />
        <Button tone="primary" wide>
          {words.submit}
        </Button>
      </form>
      <p class="card-foot">
        <a href={paths.session.secondFor(next, !isRecovery)}>
          {isRecovery ? words.withApp : words.withRecovery}
        </a>
      </p>
    </>
  )
}
