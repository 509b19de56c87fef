import type { Notice } from '../../actors/entry'
import type { Decision } from '../../actors/rows'
import type { ConversationRow } from '../../actors/summary'
import { Layout } from '../layout'
import { DeskLive } from '../live-connections'
import type { PageContext } from '../page-context'
import { Connection } from '../parts/connection'
import { Empty } from '../parts/empty'
import { Icon } from '../parts/icon'
import { Clock } from '../parts/time'
import { paths } from '../paths'
import { deskScripts } from '../scripts'
import { dayName, wordsIn } from '../words'
import { tell } from '../words/notice'
import { Choice } from './choice'
import type { DepartmentNames, List } from './inbox/lists'
import { visitorName } from './name'

/** Why it came to whom it did: what the line chose, or what people did with their own hands. */
export type Reason = { at: number } & ({ decision: Decision } | { notice: Notice })

export type DecisionsProps = Pick<PageContext, 'language' | 'now' | 'zone'> & {
  conversation: Pick<ConversationRow, 'agent'>
  /** Newest first. */
  reasons: readonly Reason[]
  departments: DepartmentNames
  /** Id of the agent who reads. */
  me: string
}

export type DecisionsPageProps = PageContext &
  DecisionsProps & {
    conversation: ConversationRow
    /** The list they came from. */
    list: List
  }

/** Seconds between looks without JavaScript: often enough that whoever reads here is present. */
const REFRESH_S = 40

/** Why this agent: who was looked at each time, and what spoke for and against. */
export const DecisionsPage = (props: DecisionsPageProps) => {
  const { conversation, language, list } = props
  const words = wordsIn(language).workbench
  return (
    <Layout
      {...props}
      title={words.decisions}
      kind="plain"
      scripts={deskScripts}
      plainRefresh={REFRESH_S}
      clock={props.zone}
    >
      <main class="sheet">
        <a class="back-link" href={paths.workbench.conversation(conversation.id, list)}>
          <Icon name="arrowLeft" />
          <bdi>{visitorName(conversation, language)}</bdi>
        </a>
        <h1>{words.decisions}</h1>
        <p class="lead">{words.decisionsLead}</p>
        <Decisions {...props} />
        <Connection language={language} />
      </main>
      <DeskLive
        conversation={null}
        after={0}
        list={list}
        why={conversation.id}
        principal={props.me}
      />
    </Layout>
  )
}

/** The reasons alone. Swapped live as `#decisions`. */
export const Decisions = (props: DecisionsProps) => (
  <div id="decisions">
    {props.reasons.length === 0 && <NoChoice {...props} />}
    {props.reasons.map((reason) =>
      'decision' in reason ? (
        <Choice {...props} decision={reason.decision} />
      ) : (
        <ByHand {...props} {...reason} />
      ),
    )}
  </div>
)

/** What somebody did with it themselves: took it, handed it over, gave it back. */
const ByHand = ({ at, notice, me, ...look }: DecisionsProps & { at: number; notice: Notice }) => {
  const { language, now, zone } = look
  const isMe = notice.code === 'assigned' && notice.agent === me
  return (
    <section class="choice">
      <h2>{tell(wordsIn(language).notices.desk, notice, isMe)}</h2>
      <p class="hint">
        {dayName(at, now, zone, language)} <Clock at={at} zone={zone} />
      </p>
    </section>
  )
}

/** Nobody has it yet, or whoever has it did not get it from the line. */
const NoChoice = ({ conversation, language }: DecisionsProps) => {
  const words = wordsIn(language).workbench
  const [title, hint] = conversation.agent
    ? [words.notChosen, words.notChosenHint]
    : [words.noDecisions, words.noDecisionsHint]
  return <Empty icon="users" title={title} hint={hint} />
}
