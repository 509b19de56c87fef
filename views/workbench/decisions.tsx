import type { Candidate, Decision } from '../../actors/rows'
import type { ConversationRow } from '../../actors/summary'
import { Layout } from '../layout'
import type { Look } from '../look'
import { Avatar } from '../parts/avatar'
import { Empty } from '../parts/empty'
import { Icon } from '../parts/icon'
import { Chip } from '../parts/marks'
import { Clock } from '../parts/time'
import { paths } from '../paths'
import { dayName, wordsIn } from '../words'
import type { DepartmentNames, List } from './inbox/lists'
import { visitorName } from './name'

export type DecisionsPageProps = Look & {
  conversation: ConversationRow
  /** Newest first. */
  decisions: readonly Decision[]
  departments: DepartmentNames
  /** Where he came from. */
  list: List
}

/** Seconds between looks: often enough that whoever reads here counts as present at the desk. */
const RENEW = 40

/** Why this agent: who was looked at each time, and what spoke for and against. */
export const DecisionsPage = (props: DecisionsPageProps) => {
  const { conversation, decisions, language, list } = props
  const words = wordsIn(language).workbench
  return (
    <Layout {...props} title={words.decisions} kind="plain" refresh={RENEW}>
      <main class="sheet">
        <a class="back-link" href={paths.workbench.conversation(conversation.id, list)}>
          <Icon name="arrowLeft" />
          <bdi>{visitorName(conversation, language)}</bdi>
        </a>
        <h1>{words.decisions}</h1>
        <p class="lead">{words.decisionsLead}</p>
        {decisions.length === 0 && (
          <Empty icon="users" title={words.noDecisions} hint={words.noDecisionsHint} />
        )}
        {decisions.map((decision) => (
          <Choice {...props} decision={decision} />
        ))}
      </main>
    </Layout>
  )
}

const Choice = ({
  decision,
  language,
  now,
  zone,
  ...more
}: DecisionsPageProps & { decision: Decision }) => {
  const { workbench: words, strategies } = wordsIn(language)
  const { at, ticket, strategy, chosen, candidates } = decision
  const department = more.departments[decision.department]
  return (
    <section class="choice">
      <h2>
        {words.visit(ticket)}
        {department && ` · ${department}`}
      </h2>
      <p class="hint">
        {dayName(at, now, zone, language)} <Clock at={at} zone={zone} /> ·{' '}
        {words.strategy(strategies[strategy])}
        {chosen === null && ` · ${words.noneChosen}`}
      </p>
      <Candidates language={language} candidates={candidates} chosen={chosen} />
    </section>
  )
}

type Candidates = Pick<Look, 'language'> & {
  candidates: readonly Candidate[]
  chosen: string | null
}

const Candidates = ({ language, candidates, chosen }: Candidates) => {
  const words = wordsIn(language).workbench
  return (
    <div class="table-wrap">
      <table>
        <thead>
          <tr>
            <th scope="col">{words.agent}</th>
            <th scope="col">{words.holds}</th>
            <th scope="col">{words.score}</th>
            <th scope="col">{words.outcome}</th>
          </tr>
        </thead>
        <tbody>
          {candidates.map((candidate) => (
            <Row language={language} candidate={candidate} chosen={chosen} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

const Row = ({
  language,
  candidate,
  chosen,
}: Pick<Look, 'language'> & { candidate: Candidate; chosen: string | null }) => {
  const words = wordsIn(language).workbench
  const { agent, name, load, capacity, score } = candidate
  return (
    <tr data-chosen={agent === chosen ? '' : undefined}>
      <th scope="row">
        <span class="named">
          <Avatar id={agent} name={name} size="small" />
          <bdi>{name}</bdi>
        </span>
      </th>
      <td>{words.load(load, capacity)}</td>
      <td>{score === null ? '–' : Number(score.toFixed(2))}</td>
      <td>
        <Outcome language={language} candidate={candidate} chosen={agent === chosen} />
      </td>
    </tr>
  )
}

const Outcome = ({
  language,
  candidate,
  chosen,
}: Pick<Look, 'language'> & { candidate: Candidate; chosen: boolean }) => {
  const { workbench: words, rejects } = wordsIn(language)
  if (chosen) return <Chip tone="ok">{words.chosen}</Chip>
  return candidate.reject ? <Chip>{rejects[candidate.reject]}</Chip> : <Chip>{words.wasFree}</Chip>
}
