import type { NoticeRules } from '../../actors/agent/notices'
import type { AgentRow } from '../../actors/summary'
import type { PageContext } from '../page-context'
import { Brand } from '../parts/brand'
import { LinkButton } from '../parts/button'
import { Connection } from '../parts/connection'
import { type Me, MeMenu } from '../parts/me-menu'
import { SoundSwitch } from '../parts/switches'
import { paths } from '../paths'
import { wordsIn } from '../words'
import { me as meWords } from '../words/me'
import { SearchLink } from './search/link'
import { StatusSwitch } from './shift'
import { ShortcutsButton } from './shortcuts'

type Topbar = PageContext & {
  me: Me
  agent: AgentRow
  /** The page of the office that they come to first; null for who has no business there. */
  office: string | null
  /** What they are told of and when. */
  notices?: NoticeRules
  /** A conversation is open: without JavaScript only its own frame renews itself. */
  inRoom: boolean
}

export const Topbar = ({ office, ...props }: Topbar) => (
  <header class="topbar">
    <Brand to={paths.workbench.page} />
    <Connection
      language={props.language}
      plain={props.inRoom ? wordsIn(props.language).workbench.plainRoom : undefined}
    />
    <NoticeRulesOf {...props} />
    <SearchLink {...props} />
    <StatusSwitch language={props.language} agent={props.agent} />
    <MeMenu {...props}>
      <LinkButton href={paths.workbench.visitors()} tone="quiet" icon="users">
        {wordsIn(props.language).visitors.online}
      </LinkButton>
      {office && (
        <LinkButton href={office} tone="quiet" icon="settings">
          {wordsIn(props.language).office.title}
        </LinkButton>
      )}
      <SoundSwitch language={props.language} />
      <ShortcutsButton language={props.language} />
    </MeMenu>
  </header>
)

/** For the browser kit, which tells of it. */
const NoticeRulesOf = ({ notices, language }: Pick<Topbar, 'notices' | 'language'>) => {
  const { told } = meWords[language]
  if (!notices) return null
  return (
    <span
      id="notice-rules"
      hidden
      data-offer={notices.offer}
      data-assigned={notices.assigned}
      data-message={notices.message}
      data-mention={notices.mention}
      data-offer-says={told.offer}
      data-assigned-says={told.assigned}
      data-message-says={told.message}
      data-mention-says={told.mention}
    />
  )
}
