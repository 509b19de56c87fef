import type { Child } from 'hono/jsx'
import type { PageContext } from '../page-context'
import { paths } from '../paths'
import { wordsIn } from '../words'
import { me as meWords } from '../words/me'
import { punctuation } from '../words/punctuation'
import { Avatar } from './avatar'
import { Button, LinkButton } from './button'
import { LanguageSwitch, ThemeSwitch } from './switches'

/** Whoever works here, as their own pages show them. */
export type Me = { id: string; name: string; email?: string }

/** What is one's own on a page for staff; `children` are the page's own part of it. */
export const MeMenu = ({ me, children, ...look }: PageContext & { me: Me; children?: Child }) => {
  const words = wordsIn(look.language)
  return (
    <div class="me">
      <button class="me-button" type="button" popovertarget="me-menu">
        <Avatar id={me.id} name={me.name} />
        <span class="sr">{`${me.name}${punctuation[look.language].colon}${words.common.menu}`}</span>
      </button>
      <div id="me-menu" popover="auto" class="menu">
        <p class="menu-title">
          <bdi>{me.name}</bdi>
        </p>
        <LinkButton href={paths.workbench.me} tone="quiet" icon="user">
          {meWords[look.language].open}
        </LinkButton>
        {children}
        <LanguageSwitch {...look} />
        <p class="menu-title">{words.common.theme}</p>
        <ThemeSwitch {...look} />
        <form method="post" action={paths.session.signOut}>
          <input type="hidden" name="asks" value="1" />
          <Button tone="quiet" icon="logOut">
            {words.pages.signOut}
          </Button>
        </form>
      </div>
    </div>
  )
}
