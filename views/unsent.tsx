import { MessagePage } from './message'
import type { VisitorContext } from './page-context'
import { Button, LinkButton } from './parts/button'
import { PasswordField } from './parts/fields/password-field'
import { passwordScripts } from './scripts'
import { wordsIn } from './words'

/** What a form brought. */
export type Sent = {
  /** All that its form has, as it was sent, but for secrets. */
  fields: Readonly<Record<string, string>>
  /** What somebody wrote themself, as they wrote it, in the order of the form. */
  words: readonly string[]
  /** The secrets it has, by name: to be typed again. */
  secrets: readonly string[]
}

type UnsentPageProps = VisitorContext & {
  /** Where the form led; without it nothing can be sent from here. */
  action?: string
  sent: Sent
  /** The fault's id, under which the log has the rest, when it was a bug. */
  id?: string
}

/**
 * The answer to a form that could not be taken in: nobody knows whether it was. All of it stays on
 * the page and is sent again as it was, so that what has an id of its own is there once. It renews
 * nothing by itself: a page that was asked for by a form cannot be read again.
 */
export const UnsentPage = ({ action, sent, id, ...look }: UnsentPageProps) => {
  const words = wordsIn(look.language).pages
  const { title, away, broken } = words.unsent
  return (
    <MessagePage
      {...look}
      icon={id === undefined ? 'coffee' : 'circleAlert'}
      title={title}
      lead={id === undefined ? away : broken}
      scripts={sent.secrets.length > 0 ? passwordScripts : []}
    >
      {id !== undefined && (
        <p class="fault-id">
          {words.broken.id} <code>{id}</code>
        </p>
      )}
      {action === undefined ? (
        <Written sent={sent} />
      ) : (
        <SendAgain {...look} {...{ action, sent }} />
      )}
      <LinkButton href={look.here}>{words.toPage}</LinkButton>
    </MessagePage>
  )
}

/** Whether somebody has written anything: not all that is sent is more than a press of a button. */
export const bringsWords = ({ words, secrets }: Sent): boolean => words.length + secrets.length > 0

type SendAgainProps = Pick<VisitorContext, 'language'> & { action: string; sent: Sent }

/** A form that sends once more what was sent, as it was. */
export const SendAgain = ({ action, sent, language }: SendAgainProps) => {
  const { fields, secrets } = sent
  const { unsent, signIn } = wordsIn(language).pages
  const names = Object.keys(fields)
  return (
    <form method="post" action={action} class="stack unsent">
      {names.map((name) => (
        <input type="hidden" name={name} value={fields[name]} />
      ))}
      {bringsWords(sent) && (
        <p>
          {unsent.kept}
          {'client_id' in fields && ` ${unsent.once}`}
        </p>
      )}
      <Written sent={sent} />
      {secrets.map((name) => (
        <PasswordField language={language} name={name} label={signIn.password} required />
      ))}
      <Button tone="primary" icon="rotateCcw">
        {unsent.submit}
      </Button>
    </form>
  )
}

/** What somebody wrote, as they wrote it. */
export const Written = ({ sent }: { sent: Sent | undefined }) => (
  <>
    {sent?.words.map((words) => (
      <blockquote class="written" dir="auto">
        {words}
      </blockquote>
    ))}
  </>
)
