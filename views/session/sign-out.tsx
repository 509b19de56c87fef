import { MessagePage } from '../message'
import type { PageContext } from '../page-context'
import { Button, LinkButton } from '../parts/button'
import { paths } from '../paths'
import { WaysIn } from '../problem'
import { beatScripts, signedOutScripts } from '../scripts'
import { wordsIn } from '../words'

/** After signing out; `who` is the id of whose session it was, empty when that is not known. */
export const SignedOutPage = ({
  who,
  unsentWords,
  ...look
}: PageContext & {
  who: string
  /** What becomes of what they wrote here and did not send. */
  unsentWords: 'keep' | 'delete'
}) => {
  const { signedOut } = wordsIn(look.language).pages
  const leaves = { signedOut: who, unsentWords }
  return (
    <MessagePage {...look} {...signedOut} {...leaves} icon="logOut" scripts={signedOutScripts}>
      <WaysIn {...look} />
    </MessagePage>
  )
}

type SignOut = PageContext & {
  /** Who is signed in: the id of their account. */
  who: string
  /** How many conversations go back to the line. */
  held: number
  /** Where they stay. */
  stay: string
}

/**
 * Before signing out: what it leads to. Only the browser knows of words that are not sent, so what is
 * said of them, and the way to keep them here, its script puts there.
 */
export const SignOutPage = ({ who, held, stay, ...look }: SignOut) => {
  const { signingOut, signOut } = wordsIn(look.language).pages
  return (
    <MessagePage
      {...look}
      icon="logOut"
      title={signingOut.title}
      lead={held > 0 ? signingOut.held(held) : signingOut.lead}
      more={<p class="lead" data-unsent={signingOut.unsent} hidden />}
      principal={who}
      scripts={beatScripts}
    >
      <LinkButton href={stay}>{signingOut.stay}</LinkButton>
      <form method="post" action={paths.session.signOut} data-keeps={signingOut.keeps}>
        <Button tone="primary" name="unsent_words" value="delete">
          {signOut}
        </Button>
      </form>
    </MessagePage>
  )
}
