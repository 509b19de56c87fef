import activity from 'lucide-static/icons/activity.svg' with { type: 'text' }
import { StreamLive } from '../../live-connections'
import type { Part } from '../../part'
import { LinkButton } from '../../parts/button'
import { Connection } from '../../parts/connection'
import { Empty } from '../../parts/empty'
import { drawn } from '../../parts/icon'
import { Since } from '../../parts/time'
import { paths } from '../../paths'
import { query } from '../../paths/query'
import { board } from '../../words/board'
import { punctuation } from '../../words/punctuation'
import type { MenuEntry, OfficeContext } from '../context'
import { OfficeFrame } from '../frame'
import { Panel } from '../panel'
import { BoardDueList, duePart } from './due'
import { BoardFigures, figuresPart } from './figures'
import type { Board, BoardAgent, BoardLine, BoardProps } from './shown'
import { BoardToday, todayPart } from './today'

export const boardPath = paths.office.of('live')
/** The same for a screen on a wall. */
export const boardWallPath = boardPath + query({ wall: '' })
export const boardFeedPath = paths.office.of('live', 'feed')

export const boardInMenu = {
  group: 'today',
  path: boardPath,
  icon: drawn(activity),
  words: board,
} satisfies MenuEntry

type Page = OfficeContext & { board: Board; wall?: boolean }

/** What goes on now, live; on a wall without anything around it, and larger. */
export const BoardPage = ({ board: shown, wall = false, ...context }: Page) => {
  const { language, now, me } = context
  const words = board[language]
  return (
    <OfficeFrame
      {...context}
      title={words.title}
      acts={
        <>
          <Connection language={language} />
          <LinkButton
            tone="quiet"
            icon={wall ? 'x' : 'maximize'}
            href={wall ? boardPath : boardWallPath}
          >
            {wall ? words.leaveWall : words.wall}
          </LinkButton>
        </>
      }
      live={<StreamLive connect={boardFeedPath} principal={me.id} />}
      {...(wall ? { wall } : {})}
      wide
    >
      <BoardBody board={shown} language={language} now={now} />
    </OfficeFrame>
  )
}

/** Swapped live as `#board` where others are there than before, else each by its own id. */
export const BoardBody = (props: BoardProps) => {
  const { lines, agents } = props.board
  const words = board[props.language]
  return (
    <div id="board">
      <BoardFigures {...props} />
      <div class="board-columns">
        <div>
          <Panel id="line" title={words.waiting}>
            <ul class="board-lines">
              {lines.map((line) => (
                <Line {...props} line={line} />
              ))}
            </ul>
          </Panel>
          <BoardToday {...props} />
        </div>
        <div>
          <BoardDueList {...props} />
          {agents.length === 0 ? (
            <Empty icon="users" title={words.noAgents} hint={words.noAgentsHint} />
          ) : (
            <Panel id="holds" title={words.holds}>
              <ul class="board-agents">
                {agents.map((agent) => (
                  <Holder {...props} agent={agent} />
                ))}
              </ul>
            </Panel>
          )}
        </div>
      </div>
    </div>
  )
}

/** Each line and each agent of a board, which is drawn by itself when it changes. */
export const boardParts = (shown: Board): readonly Part<BoardProps>[] => [
  ...[figuresPart, duePart, todayPart],
  ...shown.lines.map(({ id }) => ({
    id: `line-${id}`,
    draw: (props: BoardProps) =>
      byId(props.board.lines, id).map((line) => <Line {...props} line={line} />),
    key: (props: BoardProps) => JSON.stringify(byId(props.board.lines, id)),
  })),
  ...shown.agents.map(({ id }) => ({
    id: `holder-${id}`,
    draw: (props: BoardProps) =>
      byId(props.board.agents, id).map((agent) => <Holder {...props} agent={agent} />),
    key: (props: BoardProps) => JSON.stringify(byId(props.board.agents, id)),
  })),
]

const byId = <One extends { id: string }>(all: readonly One[], id: string): readonly One[] =>
  all.filter((one) => one.id === id)

const Line = ({ line, language, now }: BoardProps & { line: BoardLine }) => {
  const words = board[language]
  return (
    <li id={`line-${line.id}`} data-department={line.id} data-waiting={line.waiting}>
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

const Holder = ({ agent, language }: BoardProps & { agent: BoardAgent }) => {
  const words = board[language]
  const isAbsent = agent.status !== 'off' && !agent.present
  return (
    <li id={`holder-${agent.id}`} data-agent={agent.id} data-status={agent.status}>
      <span class="light" />
      <bdi>{agent.name}</bdi>{' '}
      <small>
        {isAbsent ? words.absent : words.statuses[agent.status]}
        {punctuation[language].between}
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
