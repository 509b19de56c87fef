import type { Part } from '../../part'
import { paths } from '../../paths'
import { board as boardWords } from '../../words/board'
import { SlaChip } from '../../workbench/sla'
import { Panel } from '../panel'
import type { BoardProps } from './shown'

const ID = 'board-due'

/** Whose promised time is over or soon will be: the first is the one that ends first. */
export const BoardDueList = ({ board, language, now }: BoardProps) => {
  const words = boardWords[language]
  return (
    <div id={ID}>
      <Panel id="due" title={words.due}>
        {board.due.length === 0 ? (
          <p class="panel-hint">{words.noneDue}</p>
        ) : (
          <ul class="board-due">
            {board.due.map((one) => (
              <li data-due={one.id}>
                <a href={paths.workbench.conversation(one.id)}>
                  <bdi>{one.visitorName}</bdi>
                </a>{' '}
                <small>
                  <bdi>{one.agentName || words.nobodyYet}</bdi>
                </small>
                <SlaChip row={one} now={now} language={language} />
              </li>
            ))}
          </ul>
        )}
      </Panel>
    </div>
  )
}

export const duePart: Part<BoardProps> = {
  id: ID,
  draw: (props) => <BoardDueList {...props} />,
  key: ({ board }) => JSON.stringify(board.due),
}
