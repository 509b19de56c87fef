import type { NoticeRules } from '../../actors/agent/notices'
import type { AgentRow } from '../../actors/summary'
import { Layout } from '../layout'
import type { PageContext } from '../page-context'
import { KeptText } from '../parts/fields/kept-text'
import type { Me } from '../parts/me-menu'
import { SkipLinks } from '../parts/skip-links'
import { refreshS } from '../refresh'
import { deskScripts } from '../scripts'
import { PendingTemplate } from '../transcript/pending'
import { wordsIn } from '../words'
import { Banner, type BannerKind, WorkbenchProblem } from './banner'
import { BulkDone, type DoneToMany } from './bulk'
import { InboxList, type InboxListProps } from './inbox/list'
import type { ListTools } from './inbox/list-tools'
import { Tools } from './inbox/tools'
import { Connected, Middle, screenOf, titleOf } from './middle'
import type { Room } from './room/columns'
import { KnownTags } from './room/tags'
import { Shortcuts } from './shortcuts'
import { Topbar } from './topbar'

export type WorkbenchPageProps = PageContext & {
  me: Me
  /** The page of the office that they come to first; null for who has no business there. */
  office: string | null
  agent: AgentRow
  notices?: NoticeRules
  inbox: Omit<InboxListProps, 'me' | 'status' | 'selected' | keyof PageContext>
  /** What stands at the head of the list. */
  tools?: ListTools
  /** What fields of tags offer. */
  tags?: readonly string[]
  room: Room | null
  banner: BannerKind
  /** One sentence: why the last thing did not go. */
  problem?: string
  /** What was typed for many of them and did not go; what was for one is in its room. */
  kept?: string
  /** What came of something that was done to many of the list. */
  outcome?: DoneToMany
}

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
      plainRefresh={room ? undefined : refreshS.lists}
    >
      <SkipLinks links={skipLinks(props)} />
      <div class="workbench" data-screen={screenOf(props)}>
        <Topbar {...props} inRoom={room !== null} />
        <div class="banner">
          <WorkbenchProblem says={props.problem} language={props.language} />
          {props.kept && <KeptText language={props.language} text={props.kept} />}
          {props.outcome && <BulkDone {...props} outcome={props.outcome} list={inbox.list} />}
          <Banner language={props.language} banner={props.banner} />
        </div>
        <section class="list-column" aria-label={wordsIn(props.language).workbench.lists}>
          {props.tools && <Tools {...props} list={inbox.list} tools={props.tools} />}
          <InboxList {...props} {...inbox} me={me.id} status={agent.status} selected={selected} />
        </section>
        <Middle {...props} />
      </div>
      {props.tags && <KnownTags names={props.tags} />}
      <Shortcuts language={props.language} />
      <PendingTemplate language={props.language} by="agent" />
      <Connected {...props} />
    </Layout>
  )
}

const skipLinks = ({ room, language }: WorkbenchPageProps) => {
  const words = wordsIn(language).workbench
  const toRoom = { to: 'room', says: words.skipToRoom }
  return room ? [{ to: 'room-foot', says: words.skipToReply }, toRoom] : [toRoom]
}
