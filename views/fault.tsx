import { MessagePage } from './message'
import type { VisitorContext } from './page-context'
import { LinkButton } from './parts/button'
import { paths } from './paths'
import { type Sent, Written } from './unsent'
import { wordsIn } from './words'

/** 404 for an address that leads nowhere. */
export const MissingPage = ({ sent, ...look }: VisitorContext & { sent?: Sent }) => {
  const { pages } = wordsIn(look.language)
  return (
    <MessagePage {...look} icon="searchX" {...pages.missing}>
      <Written sent={sent} />
      <LinkButton href={paths.home} tone="primary">
        {pages.toHome}
      </LinkButton>
      <LinkButton href={paths.chat.page}>{pages.toChat}</LinkButton>
    </MessagePage>
  )
}

/** 500: the fault's id, under which the log has the rest. */
export const BrokenPage = ({ id, ...look }: VisitorContext & { id: string }) => {
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

/** 503 for a page that was asked for: the store cannot be reached; tries again by itself. */
export const UnavailablePage = (look: VisitorContext) => {
  const { unavailable, tryAgain } = wordsIn(look.language).pages
  return (
    <MessagePage {...look} {...unavailable} icon="coffee" refresh={5}>
      <LinkButton href={look.here} tone="primary" icon="rotateCcw">
        {tryAgain}
      </LinkButton>
    </MessagePage>
  )
}

/** 405 for who reads an address that only takes in forms: `here` is the page it belongs to. */
export const NotToReadPage = (look: VisitorContext) => {
  const { notToRead, toPage } = wordsIn(look.language).pages
  return (
    <MessagePage {...look} {...notToRead} icon="searchX">
      <LinkButton href={look.here} tone="primary">
        {toPage}
      </LinkButton>
    </MessagePage>
  )
}
