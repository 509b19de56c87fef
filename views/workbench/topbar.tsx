import type { AgentRow } from '../../actors/summary'
import type { PageContext } from '../page-context'
import { Avatar } from '../parts/avatar'
import { Brand } from '../parts/brand'
import { Button } from '../parts/button'
import { Connection } from '../parts/connection'
import { LanguageSwitch, SoundSwitch, ThemeSwitch } from '../parts/switches'
import { paths } from '../paths'
import { wordsIn } from '../words'
import { StatusSwitch } from './shift'

export type Me = { id: string; name: string; email?: string }
type Topbar = PageContext & {
  me: Me
  agent: AgentRow
  /** A conversation is open: without JavaScript only its own frame renews itself. */
  inRoom: boolean
}

export const Topbar = (props: Topbar) => (
  <header class="topbar">
    <Brand to={paths.workbench.page} />
    <Connection
      language={props.language}
      plain={props.inRoom ? wordsIn(props.language).workbench.plainRoom : undefined}
    />
    <StatusSwitch language={props.language} agent={props.agent} />
    <MeMenu {...props} />
  </header>
)

const MeMenu = ({ me, ...look }: PageContext & { me: Me }) => {
  const words = wordsIn(look.language)
  return (
    <div class="me">
      <button
        class="me-button"
        type="button"
        popovertarget="me-menu"
        aria-label={words.common.menu}
      >
        <Avatar id={me.id} name={me.name} />
      </button>
      <div id="me-menu" popover="auto" class="menu">
        <p class="menu-title">
          <bdi>{me.name}</bdi>
        </p>
        <SoundSwitch language={look.language} />
        <LanguageSwitch {...look} />
        <p class="menu-title">{words.common.theme}</p>
        <ThemeSwitch {...look} />
        <form method="post" action={paths.session.signOut}>
          <Button tone="quiet" icon="logOut">
            {words.pages.signOut}
          </Button>
        </form>
      </div>
    </div>
  )
}
