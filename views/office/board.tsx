import activity from 'lucide-static/icons/activity.svg' with { type: 'text' }
import type { AgentStatus, ConversationState } from '../../actors/summary'
import { Empty } from '../parts/empty'
import { drawn } from '../parts/icon'
import { Since } from '../parts/time'
import { paths } from '../paths'
import { board } from '../words/board'
import type { MenuEntry, OfficeContext } from './context'
import { OfficeFrame } from './frame'
import { Panel } from './panel'

export const boardPath = paths.office.of('live')

export const boardInMenu = {
  path: boardPath,
  icon: drawn(activity),
  words: board,
} satisfies MenuEntry

/** A department's line: how many wait, and since when the first of them, ms UTC. */
export type BoardLine = { id: string; name: string; waiting: number; since: number | null }

/** What an agent has in their hands. */
export type BoardAgent = {
  id: string
  name: string
  status: AgentStatus
  present: boolean
  load: number
  capacity: number
  holds: readonly { id: string; visitorName: string; state: ConversationState }[]
}

export type Board = { lines: readonly BoardLine[]; agents: readonly BoardAgent[] }

/** What goes on now. */
export const BoardPage = ({ board: shown, ...context }: OfficeContext & { board: Board }) => {
  const words = board[context.language]
  return (
    <OfficeFrame {...context} title={words.title}>
      <Panel id="line" title={words.waiting}>
        <ul class="board-lines">
          {shown.lines.map((line) => (
            <Line {...context} line={line} />
          ))}
        </ul>
      </Panel>
      {shown.agents.length === 0 ? (
        <Empty icon="users" title={words.noAgents} hint={words.noAgentsHint} />
      ) : (
        <Panel id="holds" title={words.holds}>
          <ul class="board-agents">
            {shown.agents.map((agent) => (
              <Holder {...context} agent={agent} />
            ))}
          </ul>
        </Panel>
      )}
    </OfficeFrame>
  )
}

const Line = ({ line, language, now }: OfficeContext & { line: BoardLine }) => {
  const words = board[language]
  return (
    <li data-department={line.id} data-waiting={line.waiting}>
      <bdi>{line.name}</bdi>{' '}
      <span>{line.waiting === 0 ? words.nobodyWaits : words.waits(line.waiting)}</span>{' '}
      {line.since !== null && (
        <span title={words.longest}>
          <span class="sr">{words.longest} </span>
          <Since since={line.since} now={now} />
        </span>
      )}
    </li>
  )
}

const Holder = ({ agent, language }: OfficeContext & { agent: BoardAgent }) => {
  const words = board[language]
  const isAbsent = agent.status !== 'off' && !agent.present
  return (
    <li data-agent={agent.id} data-status={agent.status}>
      <span class="light" />
      <bdi>{agent.name}</bdi>{' '}
      <small>
        {isAbsent ? words.absent : words.statuses[agent.status]} ·{' '}
        {words.load(agent.load, agent.capacity)}
      </small>{' '}
      <span class="board-holds">
        {agent.holds.length === 0 && <small>{words.nothing}</small>}
        {agent.holds.map(({ id, visitorName, state }) => (
          <>
            <a href={paths.workbench.conversation(id)}>
              <bdi>{visitorName}</bdi>
              {state === 'offered' && <small> {words.rings}</small>}
            </a>{' '}
          </>
        ))}
      </span>
    </li>
  )
}
