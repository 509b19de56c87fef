import type { Problem } from '../actors/problem'
import { MessagePage } from './message'
import type { VisitorContext } from './page-context'
import { LinkButton } from './parts/button'
import { paths } from './paths'
import { bringsWords, SendAgain, type Sent, Written } from './unsent'
import { sentenceFor, wordsIn } from './words'
import type { Edition } from './words/language'

/** A problem in place: the words alone, for error slots and fragments. */
export const ProblemLine = ({ problem, language }: { problem: Problem; language: Edition }) => (
  <p class="form-problem" role="alert" data-reason={problem.reason}>
    {sentenceFor(problem, language)}
  </p>
)

const titles = (problem: Problem, language: Edition): string => {
  const { pages } = wordsIn(language)
  if (problem.code === 'missing') return pages.missing.title
  return problem.code === 'unknown' ? pages.signedOut.title : pages.problem
}

/** Customers have a door of their own. */
const doorFor = ({ here }: Pick<VisitorContext, 'here'>): string =>
  here.startsWith(paths.customers.page) ? paths.customers.signIn : paths.session.signIn

type ProblemPageProps = VisitorContext & {
  problem: Problem
  /** What was refused, and where it led. */
  sent?: Sent
  action?: string
}

/** A problem as a page, with what was written and the way on. */
export const ProblemPage = ({ problem, sent, action, ...look }: ProblemPageProps) => {
  const { pages } = wordsIn(look.language)
  const unknown = problem.code === 'unknown'
  return (
    <MessagePage
      {...look}
      icon={problem.code === 'missing' ? 'searchX' : 'circleAlert'}
      title={titles(problem, look.language)}
      lead={sentenceFor(problem, look.language)}
    >
      {!unknown && <Written sent={sent} />}
      {unknown && sent && action !== undefined && bringsWords(sent) ? (
        <SignInAside {...look} {...{ sent, action }} />
      ) : unknown ? (
        <LinkButton href={doorFor(look)} tone="primary">
          {pages.signIn.submit}
        </LinkButton>
      ) : (
        <LinkButton href={look.here} tone="primary" icon="rotateCcw">
          {pages.tryAgain}
        </LinkButton>
      )}
      <LinkButton href={paths.home}>{pages.toHome}</LinkButton>
    </MessagePage>
  )
}

type Aside = VisitorContext & { sent: Sent; action: string }

/** Signing in beside this page, which keeps what was written until it can be sent. */
const SignInAside = ({ sent, action, language, here }: Aside) => {
  const { signIn, unsent } = wordsIn(language).pages
  return (
    <>
      <p>{unsent.signInAside}</p>
      <LinkButton href={doorFor({ here })} aside>
        {signIn.submit}
      </LinkButton>
      <SendAgain {...{ sent, action, language }} />
    </>
  )
}

/** What a form brought that has come to nothing here. */
type GivenBack = VisitorContext & { sent?: Sent }

/** 404 for the way to the owner's account once there is one; says no more than `/sign-in` does. */
export const InstalledPage = ({ sent, ...look }: GivenBack) => {
  const { installed } = wordsIn(look.language).pages
  return (
    <MessagePage {...look} {...installed} icon="check">
      <Written sent={sent} />
      <WaysIn {...look} />
    </MessagePage>
  )
}

/** 403 for a link to the set-up that is not the one the program gave out: where that one is. */
export const InstallLinkPage = ({ sent, ...look }: GivenBack) => {
  const { installLink, toHome } = wordsIn(look.language).pages
  return (
    <MessagePage {...look} {...installLink} icon="circleAlert">
      <Written sent={sent} />
      <LinkButton href={paths.home}>{toHome}</LinkButton>
    </MessagePage>
  )
}

/** Into the desk, for who is out of it. */
export const WaysIn = ({ language }: VisitorContext) => {
  const { signIn, toHome } = wordsIn(language).pages
  return (
    <>
      <LinkButton href={paths.session.signIn} tone="primary">
        {signIn.submit}
      </LinkButton>
      <LinkButton href={paths.home}>{toHome}</LinkButton>
    </>
  )
}
