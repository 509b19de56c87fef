import type { Child } from 'hono/jsx'
import type { AgentRow } from '../../actors/summary'
import { Layout } from '../layout'
import { DeskLive } from '../live'
import type { Look } from '../look'
import { Empty } from '../parts/empty'
import { deskScripts } from '../scripts'
import { PendingTemplate } from '../transcript/pending'
import { wordsIn } from '../words'
import { Banner, type BannerKind, BenchProblem } from './banner'
import { InboxList, type InboxListProps } from './inbox/list'
import { visitorName } from './name'
import { RoomColumns } from './room/columns'
import type { FactsProps } from './room/facts'
import type { RoomFootProps } from './room/foot'
import type { RoomHeadProps } from './room/head'
import { type Me, Topbar } from './topbar'

/** One open conversation. */
export type Room = Omit<RoomHeadProps & RoomFootProps & FactsProps, 'me' | 'list' | keyof Look> & {
  /** Whether it cannot go on until somebody has put something right. */
  stuck: boolean
  /** Its entries in order, drawn. */
  drawn: Child
  /** Where older entries are; null when these are all. */
  earlierEntries: string | null
  /** The newest seq shown. */
  after: number
  /** How far the visitor has read. */
  seenUpTo: number
}

export type WorkbenchPageProps = Look & {
  me: Me
  agent: AgentRow
  inbox: Omit<InboxListProps, 'me' | 'status' | 'selected' | keyof Look>
  room: Room | null
  banner: BannerKind
  /** One sentence: why the last thing did not go. */
  problem?: string
}

/** Seconds between looks at the lists without JavaScript; an open room has a frame for it. */
const RENEW = 10

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
      plainRefresh={room ? undefined : RENEW}
    >
      <div class="bench" data-screen={room ? 'room' : 'list'}>
        <Topbar {...props} inRoom={room !== null} />
        <div class="banner">
          <BenchProblem says={props.problem} />
          <Banner language={props.language} banner={props.banner} />
        </div>
        <div class="list-column">
          <InboxList {...props} {...inbox} me={me.id} status={agent.status} selected={selected} />
        </div>
        {room ? <RoomColumns {...props} room={room} /> : <Vacant language={props.language} />}
      </div>
      <PendingTemplate language={props.language} by="agent" />
      <DeskLive conversation={selected} after={room?.after ?? 0} list={inbox.list} />
    </Layout>
  )
}

const titleOf = ({ room, language }: WorkbenchPageProps): string =>
  room ? visitorName(room.conversation, language) : wordsIn(language).workbench.title

/** The middle of the workbench while no conversation is open. */
const Vacant = ({ language }: Pick<Look, 'language'>) => {
  const words = wordsIn(language).workbench
  return (
    <main class="room vacant">
      <Empty icon="messagesSquare" title={words.emptyRoom} hint={words.emptyRoomHint} />
    </main>
  )
}
