import { OfficeFrame } from '../office/frame'
import { Panel } from '../office/panel'
import { Sessions } from '../office/sessions'
import { Button, LinkButton } from '../parts/button'
import { FormProblem, TextField } from '../parts/fields/field'
import { NewPasswordField } from '../parts/fields/new-password-field'
import { PasswordField } from '../parts/fields/password-field'
import { When } from '../parts/time'
import { paths } from '../paths'
import { meScripts } from '../scripts'
import { sentenceFor } from '../words'
import { factors } from '../words/factors'
import { me as meWords } from '../words/me'
import { newPasswordWords } from '../words/new-password'
import { passkeys as passkeyWords } from '../words/passkeys'
import { DayFigures } from './day'
import { Notices } from './notices'
import { Picture } from './picture'
import { type MePageProps, problemOf } from './props'

/** What is somebody's own: their day, their name and picture, what they are told of, their password. */
export const MePage = (props: MePageProps) => {
  const { details, refused, language } = props
  const words = meWords[language]
  // What is wrong with a field stands there; all else at the head.
  const says =
    refused && !refused.problem.field ? sentenceFor(refused.problem, language) : undefined
  return (
    <OfficeFrame {...props} title={words.title} scripts={meScripts}>
      <FormProblem says={says} />
      <DayFigures language={language} day={details.day} />
      <Name {...props} />
      <Picture {...props} />
      <Notices {...props} />
      <Password {...props} />
      <SecondFactor {...props} />
      <Sessions
        sessions={props.sessions}
        ends={paths.workbench.sessionRemoval}
        endsAll={paths.workbench.sessionsRemoval}
        context={props}
      />
    </OfficeFrame>
  )
}

const Name = (props: MePageProps) => {
  const words = meWords[props.language]
  const problem = problemOf(props, 'name')
  return (
    <Panel id="name" title={words.profile}>
      <form method="post" action={paths.workbench.me} class="stack">
        <TextField
          name="name"
          label={words.name}
          hint={words.nameHint}
          value={props.refused?.typed.name ?? props.details.name}
          problem={problem}
          autofocus={problem !== undefined}
          autocomplete="name"
          required
        />
        <div class="actions">
          <Button>{words.save}</Button>
        </div>
      </form>
    </Panel>
  )
}

const Password = (props: MePageProps) => {
  const { language } = props
  const words = meWords[language]
  const failing = (name: string) => {
    const problem = problemOf(props, name)
    return { problem, autofocus: problem !== undefined }
  }
  return (
    <Panel id="password" title={words.password} hint={words.passwordHint}>
      <form method="post" action={paths.workbench.me} class="stack">
        <PasswordField
          language={language}
          name="current_password"
          label={words.currentPassword}
          autocomplete="current-password"
          {...failing('current_password')}
          required
        />
        <NewPasswordField
          language={language}
          name="new_password"
          label={newPasswordWords[language].another}
          {...failing('new_password')}
        />
        <div class="actions">
          <Button>{words.changePassword}</Button>
        </div>
      </form>
    </Panel>
  )
}

const SecondFactor = ({ details: { factor }, language, now, zone }: MePageProps) => {
  const words = factors[language]
  const { since, codesLeft, isForced, passkeys } = factor
  const off = isForced ? words.offForced : words.off
  return (
    <Panel id="second-factor" title={words.title} hint={since === null ? off : words.on}>
      {since !== null && (
        <p>
          {words.since} <When at={since} now={now} zone={zone} language={language} />.{' '}
          {words.codesLeft(codesLeft)}
        </p>
      )}
      {passkeys > 0 && <p>{passkeyWords[language].theirs(passkeys)}</p>}
      <LinkButton href={paths.session.factor}>
        {since === null && passkeys === 0 ? words.setUp : words.manage}
      </LinkButton>
    </Panel>
  )
}
