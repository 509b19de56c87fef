import { PrivacyLink } from './chat/frame'
import { Layout } from './layout'
import type { VisitorContext } from './page-context'
import { Brand } from './parts/brand'
import { LinkButton } from './parts/button'
import { LanguageSwitch, ThemeSwitch } from './parts/switches'
import { paths } from './paths'
import { wordsIn } from './words'

/** The front door, which is the visitors'. Who works here has a door of their own; `staff` came through it. */
export const HomePage = ({ staff, ...look }: VisitorContext & { staff: boolean }) => {
  const words = wordsIn(look.language).pages.home
  return (
    <Layout {...look} title={words.title} kind="plain">
      <div class="home">
        <header class="home-head">
          <Brand name={look.brand} />
          <LanguageSwitch {...look} />
        </header>
        <main class="home-in">
          <h1>{words.title}</h1>
          <p class="lead">{words.lead}</p>
          <div class="actions">
            <LinkButton href={paths.chat.page} tone="primary" icon="messagesSquare">
              {words.chat}
            </LinkButton>
            {look.accounts && (
              <LinkButton href={paths.customers.page}>
                {wordsIn(look.language).customers.link}
              </LinkButton>
            )}
            {staff && <LinkButton href={paths.workbench.page}>{words.workbench}</LinkButton>}
          </div>
        </main>
        <footer class="page-foot">
          {look.privacy !== undefined && (
            <PrivacyLink href={look.privacy}>{wordsIn(look.language).chat.privacy}</PrivacyLink>
          )}
          <ThemeSwitch {...look} />
        </footer>
      </div>
    </Layout>
  )
}
