import { MessagePage } from './message'
import type { PageContext } from './page-context'
import { Button, LinkButton } from './parts/button'
import { PasswordField } from './parts/fields/password-field'
import { passwordScripts } from './scripts'
import { wordsIn } from './words'

export type UnsentPageProps = PageContext & {
  /** Where the form led; without it nothing can be sent from here. */
  action?: string
  /** Every field as it was sent, but for passwords: those are empty. */
  fields: Readonly<Record<string, string>>
  /** The passwords among them, by name: to be typed again. */
  passwords: readonly string[]
  /** The fault's id, under which the log has the rest, when it was a bug. */
  id?: string
}

/** The fields that hold what somebody says, which is shown as they wrote it. */
const SPOKEN: readonly string[] = ['text', 'comment']

/**
 * The answer to a form that could not be taken in: nobody knows whether it was. All of it stays on
 * the page and is sent again as it was, so that what has an id of its own is there once. It renews
 * nothing by itself: a page that was asked for by a form cannot be read again.
 */
export const UnsentPage = ({ action, fields, passwords, id, ...look }: UnsentPageProps) => {
  const words = wordsIn(look.language).pages
  const { title, away, broken } = words.unsent
  return (
    <MessagePage
      {...look}
      icon={id === undefined ? 'coffee' : 'circleAlert'}
      title={title}
      lead={id === undefined ? away : broken}
      scripts={passwords.length > 0 ? passwordScripts : []}
    >
      {id !== undefined && (
        <p class="fault-id">
          {words.broken.id} <code>{id}</code>
        </p>
      )}
      {action !== undefined && <Again {...look} {...{ action, fields, passwords }} />}
      <LinkButton href={look.here}>{words.toPage}</LinkButton>
    </MessagePage>
  )
}

type AgainProps = Omit<UnsentPageProps, 'id' | 'action'> & { action: string }

const Again = ({ action, fields, passwords, language }: AgainProps) => {
  const { unsent, signIn } = wordsIn(language).pages
  const names = Object.keys(fields).filter((name) => !passwords.includes(name))
  const spoken = SPOKEN.filter((name) => (fields[name] ?? '').trim() !== '')
  return (
    <form method="post" action={action} class="stack unsent">
      {names.map((name) => (
        <input type="hidden" name={name} value={fields[name]} />
      ))}
      {names.length > 0 && (
        <p>
          {unsent.kept}
          {'client_id' in fields && ` ${unsent.once}`}
        </p>
      )}
      {spoken.map((name) => (
        <blockquote class="written">{fields[name]}</blockquote>
      ))}
      {passwords.map((name) => (
        <PasswordField language={language} name={name} label={signIn.password} required />
      ))}
      <Button tone="primary" icon="rotateCcw">
        {unsent.submit}
      </Button>
    </form>
  )
}
