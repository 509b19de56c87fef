import type { Problem } from '../actors/problem'
import { MessagePage } from './message'
import type { PageContext } from './page-context'
import { LinkButton } from './parts/button'
import { paths } from './paths'
import { signedOutScripts } from './scripts'
import { sentenceFor, wordsIn } from './words'
import type { Language } from './words/language'

/** A problem in place: the words alone, for error slots and fragments. */
export const ProblemLine = ({ problem, language }: { problem: Problem; language: Language }) => (
  <p class="form-problem" role="alert" data-reason={problem.reason}>
    {sentenceFor(problem, language)}
  </p>
)

const titles = (problem: Problem, language: Language): string => {
  const { pages } = wordsIn(language)
  if (problem.code === 'missing') return pages.missing.title
  return problem.code === 'unknown' ? pages.signedOut.title : pages.problem
}

/** A problem as a page, with the way on. */
export const ProblemPage = ({ problem, ...look }: PageContext & { problem: Problem }) => {
  const { pages } = wordsIn(look.language)
  const unknown = problem.code === 'unknown'
  return (
    <MessagePage
      {...look}
      icon={problem.code === 'missing' ? 'searchX' : 'circleAlert'}
      title={titles(problem, look.language)}
      lead={sentenceFor(problem, look.language)}
    >
      {unknown ? (
        <LinkButton href={paths.session.signIn} tone="primary">
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

/** 404 for an address that leads nowhere. */
export const MissingPage = (look: PageContext) => {
  const { pages } = wordsIn(look.language)
  return (
    <MessagePage {...look} icon="searchX" {...pages.missing}>
      <LinkButton href={paths.home} tone="primary">
        {pages.toHome}
      </LinkButton>
      <LinkButton href={paths.chat.page}>{pages.toChat}</LinkButton>
    </MessagePage>
  )
}

/** 404 for the way to the owner's account once there is one; says no more than `/sign-in` does. */
export const InstalledPage = (look: PageContext) => {
  const { installed } = wordsIn(look.language).pages
  return (
    <MessagePage {...look} {...installed} icon="check">
      <WaysIn {...look} />
    </MessagePage>
  )
}

/** 403 for a link to the set-up that is not the one the program gave out: where that one is. */
export const InstallLinkPage = (look: PageContext) => {
  const { installLink, toHome } = wordsIn(look.language).pages
  return (
    <MessagePage {...look} {...installLink} icon="circleAlert">
      <LinkButton href={paths.home}>{toHome}</LinkButton>
    </MessagePage>
  )
}

/** 500: the fault's id, under which the log has the rest. */
export const BrokenPage = ({ id, ...look }: PageContext & { id: string }) => {
  const { broken, tryAgain, toHome } = wordsIn(look.language).pages
  return (
    <MessagePage {...look} icon="circleAlert" title={broken.title} lead={broken.lead}>
      <p class="fault-id">
        {broken.id} <code>{id}</code>
      </p>
      <LinkButton href={look.here} tone="primary" icon="rotateCcw">
        {tryAgain}
      </LinkButton>
      <LinkButton href={paths.home}>{toHome}</LinkButton>
    </MessagePage>
  )
}

/** 503: the store cannot be reached; tries again by itself. */
export const UnavailablePage = (look: PageContext) => {
  const { unavailable, tryAgain } = wordsIn(look.language).pages
  return (
    <MessagePage {...look} {...unavailable} icon="coffee" refresh={5}>
      <LinkButton href={look.here} tone="primary" icon="rotateCcw">
        {tryAgain}
      </LinkButton>
    </MessagePage>
  )
}

/** After signing out; `who` is the id of whose session it was, empty when that is not known. */
export const SignedOutPage = ({ who, ...look }: PageContext & { who: string }) => {
  const { signedOut } = wordsIn(look.language).pages
  return (
    <MessagePage {...look} {...signedOut} icon="logOut" signedOut={who} scripts={signedOutScripts}>
      <WaysIn {...look} />
    </MessagePage>
  )
}

const WaysIn = ({ language }: PageContext) => {
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
