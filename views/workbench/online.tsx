import type { VisitorRow } from '../../actors/visitor/summary'
import type { Place, Visit } from '../../actors/visitor/visit'
import { StreamLive } from '../live-connections'
import type { PageContext } from '../page-context'
import type { Part } from '../part'
import { Avatar } from '../parts/avatar'
import { Button, LinkButton } from '../parts/button'
import { Connection } from '../parts/connection'
import { DeskSheet } from '../parts/desk-sheet'
import { Empty } from '../parts/empty'
import { KeptText } from '../parts/fields/kept-text'
import { Chip } from '../parts/marks'
import type { Me } from '../parts/me-menu'
import { Since } from '../parts/time'
import { paths } from '../paths'
import { refreshS } from '../refresh'
import { deskScripts } from '../scripts'
import { wordsIn } from '../words'
import type { Language } from '../words/language'
import { punctuation } from '../words/punctuation'
import { visitorName } from './name'
import { placeIn } from './room/about-visitor'
import { PageLink } from './room/trail'

/** Somebody on the site; `name` and `conversation` are theirs, for who may see that. */
export type OnlineVisitor = Pick<Visit, 'visitor' | 'startedAt' | 'visits' | 'pages'> &
  Pick<VisitorRow, 'name' | 'talking' | 'invitation'> & {
    place: Place | null
    conversation: string | null
  }

export type Online = {
  /** How many there are in all. */
  count: number
  visitors: readonly OnlineVisitor[]
  /** The last one of this page, where more come behind. */
  next: string | null
}

type OnlineProps = Online & { language: Language; now: number; mayInvite: boolean }

const Count = ({ language, count }: OnlineProps) => (
  <p id="online-count" class="aside">
    {wordsIn(language).visitors.count(count)}
  </p>
)

const List = (props: OnlineProps) => {
  const { language, visitors, next } = props
  const words = wordsIn(language).visitors
  return (
    <div id="online">
      {visitors.length === 0 && <Empty icon="users" title={words.nobody} hint={words.nobodyHint} />}
      <ul class="online-list">
        {visitors.map((visitor) => (
          <Row {...props} visitor={visitor} />
        ))}
      </ul>
      {next !== null && <LinkButton href={paths.workbench.visitors(next)}>{words.more}</LinkButton>}
    </div>
  )
}

const Row = ({ visitor, language, now, mayInvite }: OnlineProps & { visitor: OnlineVisitor }) => {
  const words = wordsIn(language).visitors
  const { visitor: id, pages, place, visits, talking, conversation } = visitor
  const called = { visitor: id, visitorName: visitor.name }
  const [page] = pages
  return (
    <li id={`v-${id}`} class="online-row">
      <Avatar id={id} name={visitorName(called, language)} here />
      <div class="online-who">
        <bdi class="online-name">{visitorName(called, language)}</bdi>
        <Marks visitor={visitor} language={language} />
        <p class="online-page">{page && <PageLink page={page} />}</p>
        <small>
          {[place && placeIn(place, language), words.visit(visits)]
            .filter(Boolean)
            .join(punctuation[language].between)}
        </small>
      </div>
      <span class="online-since">
        <small>{words.since}</small> {page && <Since since={page.at} now={now} />}
      </span>{' '}
      {conversation !== null && (
        <LinkButton href={paths.workbench.conversation(conversation)}>{words.open}</LinkButton>
      )}
      {mayInvite && !talking && <Invite visitor={id} language={language} />}
    </li>
  )
}

const Marks = ({ visitor: { talking, invitation }, language }: MarksProps) => {
  const words = wordsIn(language).visitors
  if (talking) return <Chip tone="ok">{words.talking}</Chip>
  if (invitation === 'none') return <Chip tone="brand">{words.waits}</Chip>
  return invitation === 'declined' ? <Chip>{words.declined}</Chip> : null
}
type MarksProps = { visitor: OnlineVisitor; language: Language }

const Invite = ({ visitor, language }: { visitor: string; language: Language }) => {
  const words = wordsIn(language).visitors
  return (
    <details id={`invite-${visitor}`} class="invite" name="invite" hx-morph-skip="">
      <summary class="button plain">{words.invite}</summary>
      <form method="post" action={paths.workbench.invite(visitor)} class="stack">
        <p class="form-problem" role="alert" />
        <div class="field">
          <textarea name="text" rows={2} required dir="auto" aria-label={words.inviteText}>
            {words.inviteDefault}
          </textarea>
          <p class="hint">{words.inviteHint}</p>
        </div>
        <Button tone="primary">{words.inviteDo}</Button>
      </form>
    </details>
  )
}

/** All but how long it has been: that the page counts by itself. */
const keyOf = ({ now: _, ...props }: OnlineProps) => JSON.stringify(props)

export const onlineParts: Readonly<Record<'count' | 'list', Part<OnlineProps>>> = {
  count: { id: 'online-count', draw: (props) => <Count {...props} />, key: keyOf },
  list: { id: 'online', draw: (props) => <List {...props} />, key: keyOf },
}

type PageProps = PageContext &
  OnlineProps & {
    me: Me
    until: string | undefined
    problem?: string
    /** What was written and not sent. */
    draft?: string
  }

/** Who is on the site now, for agents who would ask whether they can help. */
export const OnlinePage = ({ me, until, problem, draft, ...props }: PageProps) => {
  const words = wordsIn(props.language).visitors
  return (
    <DeskSheet
      {...props}
      title={words.online}
      reader={me}
      kind="online-main"
      back={{ path: paths.workbench.page, name: words.toWorkbench }}
      acts={<Connection language={props.language} />}
      scripts={deskScripts}
      plainRefresh={refreshS.lists}
      live={<StreamLive connect={paths.workbench.visitorsFeed(until)} principal={me.id} />}
    >
      <h1>{words.online}</h1>
      <Count {...props} />
      <p id="problem" class="form-problem" role="alert">
        {problem}
      </p>
      {draft && <KeptText language={props.language} text={draft} />}
      <List {...props} />
    </DeskSheet>
  )
}
