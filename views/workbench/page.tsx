import type { AgentRow } from '../../actors/summary'
import { Layout } from '../layout'
import type { PageContext } from '../page-context'
import type { Me } from '../parts/me-menu'
import { deskScripts } from '../scripts'
import { PendingTemplate } from '../transcript/pending'
import { Banner, type BannerKind, WorkbenchProblem } from './banner'
import { InboxList, type InboxListProps } from './inbox/list'
import { Connected, Middle, screenOf, titleOf } from './middle'
import type { Room } from './room/columns'
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
      clock={props.zone}
      plainRefresh={room ? undefined : REFRESH_S}
    >
      <div class="workbench" data-screen={screenOf(props)}>
        <Topbar {...props} inRoom={room !== null} />
        <div class="banner">
          <WorkbenchProblem says={props.problem} />
          <Banner language={props.language} banner={props.banner} />
        </div>
        <div class="list-column">
          <InboxList {...props} {...inbox} me={me.id} status={agent.status} selected={selected} />
        </div>
        <Middle {...props} />
      </div>
      <PendingTemplate language={props.language} by="agent" />
      <Connected {...props} />
    </Layout>
  )
}
