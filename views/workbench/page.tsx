import type { AgentRow } from '../../actors/summary'
import { Layout } from '../layout'
import { DeskLive } from '../live-connections'
import type { PageContext } from '../page-context'
import { Empty } from '../parts/empty'
import type { Me } from '../parts/me-menu'
import { SkipLinks } from '../parts/skip-links'
import { deskScripts } from '../scripts'
import { PendingTemplate } from '../transcript/pending'
import { wordsIn } from '../words'
import { Banner, type BannerKind, WorkbenchProblem } from './banner'
import { InboxList, type InboxListProps } from './inbox/list'
import { visitorName } from './name'
import { type Room, RoomColumns } from './room/columns'
import { Shortcuts } from './shortcuts'
import { Topbar } from './topbar'

export type WorkbenchPageProps = PageContext & {
  me: Me
  /** The page of the office that they come to first; null for who has no business there. */
  office: string | null
  agent: AgentRow
  inbox: Omit<InboxListProps, 'me' | 'status' | 'selected' | keyof PageContext>
  room: Room | null
  banner: BannerKind
  /** One sentence: why the last thing did not go. */
  problem?: string
}

/** Seconds between looks at the lists without JavaScript; an open room has a frame for it. */
const REFRESH_S = 10

/** The agents' page: lists, the open conversation, and what is known of its visitor. */
export const WorkbenchPage = (props: WorkbenchPageProps) => {
  const { room, me, agent, inbox } = props
  const selected = room?.conversation.id ?? null
  return (
    <Layout
      {...props}
      title={titleOf(props)}
      kind="desk"
      scripts={deskScripts}
      plainRefresh={room ? undefined : REFRESH_S}
    >
      <SkipLinks links={skipLinks(props)} />
      <div class="workbench" data-screen={room ? 'room' : 'list'}>
        <Topbar {...props} inRoom={room !== null} />
        <div class="banner">
          <WorkbenchProblem says={props.problem} language={props.language} />
          <Banner language={props.language} banner={props.banner} />
        </div>
        <section class="list-column" aria-label={wordsIn(props.language).workbench.lists}>
          <InboxList {...props} {...inbox} me={me.id} status={agent.status} selected={selected} />
        </section>
        {room ? <RoomColumns {...props} room={room} /> : <Vacant language={props.language} />}
      </div>
      <Shortcuts language={props.language} />
      <PendingTemplate language={props.language} by="agent" />
      <DeskLive conversation={selected} after={room?.after ?? 0} list={inbox.list} />
    </Layout>
  )
}

const titleOf = ({ room, language }: WorkbenchPageProps): string =>
  room ? visitorName(room.conversation, language) : wordsIn(language).workbench.title

const skipLinks = ({ room, language }: WorkbenchPageProps) => {
  const words = wordsIn(language).workbench
  const toRoom = { to: 'room', says: words.skipToRoom }
  return room ? [{ to: 'room-foot', says: words.skipToReply }, toRoom] : [toRoom]
}

/** The middle of the workbench while no conversation is open. */
const Vacant = ({ language }: Pick<PageContext, 'language'>) => {
  const words = wordsIn(language).workbench
  return (
    <main id="room" class="room vacant" tabindex={-1}>
      <h1 class="sr">{words.title}</h1>
      <Empty icon="messagesSquare" title={words.emptyRoom} hint={words.emptyRoomHint} />
    </main>
  )
}
