import type { Decision } from '../../actors/rows'
import type { ConversationRow } from '../../actors/summary'
import { Layout } from '../layout'
import type { PageContext } from '../page-context'
import { Empty } from '../parts/empty'
import { Icon } from '../parts/icon'
import { paths } from '../paths'
import { wordsIn } from '../words'
import { Choice } from './choice'
import type { DepartmentNames, List } from './inbox/lists'
import { visitorName } from './name'

export type DecisionsPageProps = PageContext & {
  conversation: ConversationRow
  /** Newest first. */
  decisions: readonly Decision[]
  departments: DepartmentNames
  /** The list they came from. */
  list: List
}

/** Seconds between looks: often enough that whoever reads here counts as present at the desk. */
const REFRESH_S = 40

/** Why this agent: who was looked at each time, and what spoke for and against. */
export const DecisionsPage = (props: DecisionsPageProps) => {
  const { conversation, decisions, language, list } = props
  const words = wordsIn(language).workbench
  return (
    <Layout {...props} title={words.decisions} kind="plain" refresh={REFRESH_S}>
      <main class="sheet">
        <a class="back-link" href={paths.workbench.conversation(conversation.id, list)}>
          <Icon name="arrowLeft" />
          <bdi>{visitorName(conversation, language)}</bdi>
        </a>
        <h1>{words.decisions}</h1>
        <p class="lead">{words.decisionsLead}</p>
        {decisions.length === 0 && <NoChoice {...props} />}
        {decisions.map((decision) => (
          <Choice {...props} decision={decision} />
        ))}
      </main>
    </Layout>
  )
}

/** Nobody has it yet, or whoever has it did not get it from the line. */
const NoChoice = ({ conversation, language }: DecisionsPageProps) => {
  const words = wordsIn(language).workbench
  const [title, hint] = conversation.agent
    ? [words.notChosen, words.notChosenHint]
    : [words.noDecisions, words.noDecisionsHint]
  return <Empty icon="users" title={title} hint={hint} />
}
