import type { ConversationRow } from '../../actors/summary'
import { DeskLive } from '../live-connections'
import type { PageContext } from '../page-context'
import { LinkButton } from '../parts/button'
import { Connection } from '../parts/connection'
import { DeskSheet } from '../parts/desk-sheet'
import type { Me } from '../parts/me-menu'
import { paths } from '../paths'
import { refreshS } from '../refresh'
import { deskScripts } from '../scripts'
import { wordsIn } from '../words'
import { statechart } from '../words/statechart'
import { Decisions, type DecisionsProps } from './decisions/list'
import type { List } from './inbox/lists'
import { visitorName } from './name'

export type DecisionsPageProps = PageContext &
  DecisionsProps & {
    reader: Me
    conversation: ConversationRow
    /** The list they came from. */
    list: List
    /** Where its states are shown, for whoever may open that. */
    statePath?: string
  }

/** Why this agent: who was looked at each time, and what spoke for and against. */
export const DecisionsPage = (props: DecisionsPageProps) => {
  const { conversation, language, list, statePath } = props
  const words = wordsIn(language).workbench
  return (
    <DeskSheet
      {...props}
      title={words.decisions}
      back={{
        path: paths.workbench.conversation(conversation.id, list),
        name: visitorName(conversation, language),
      }}
      scripts={deskScripts}
      plainRefresh={refreshS.decisions}
      clock={props.zone}
      live={
        <DeskLive
          conversation={null}
          after={0}
          list={list}
          why={conversation.id}
          epoch={props.epoch}
          principal={props.me}
        />
      }
    >
      <h1>{words.decisions}</h1>
      <p class="lead">{words.decisionsLead}</p>
      {statePath && (
        <p>
          <LinkButton href={statePath}>{statechart[language].show}</LinkButton>
        </p>
      )}
      <Decisions {...props} />
      <Connection language={language} />
    </DeskSheet>
  )
}
