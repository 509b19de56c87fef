import { type FigureName, figures } from '../../../actors/figures/figures'
import { sumOfMeasures } from '../../../actors/figures/measures'
import type { Part } from '../../part'
import { Since } from '../../parts/time'
import { board as boardWords } from '../../words/board'
import { figureWords } from '../../words/figures'
import type { Language } from '../../words/language'
import { FigureValue, numberText } from '../reports/figure'
import type { BoardProps } from './shown'

const ID = 'board-figures'

/** What is counted of this day; the reports of the day have the same. */
const ofToday: readonly FigureName[] = ['conversations', 'firstAnswer', 'kept', 'satisfaction']

/** The board in a few numbers: what is now, and what was today. */
export const BoardFigures = ({ board, language, now }: BoardProps) => {
  const words = boardWords[language]
  const waiting = board.lines.reduce((sum, line) => sum + line.waiting, 0)
  const since = Math.min(...board.lines.flatMap((line) => line.since ?? []))
  const [load, capacity] = [sumOf(board, 'load'), sumOf(board, 'capacity')]
  const late = lateIn(board)
  const today = sumOfMeasures(board.today.map((hour) => hour.now))
  return (
    <dl id={ID} class="report-cards board-cards">
      <Card title={words.waitingNow} value={waiting} language={language} name="waiting">
        {Number.isFinite(since) && (
          <>
            {words.longest} <Since since={since} now={now} />
          </>
        )}
      </Card>
      <Card title={words.talkingNow} value={load} language={language} name="talking">
        {words.load(load, capacity)}
      </Card>
      <Card title={words.dueNow} value={board.due.length} language={language} name="due">
        {late > 0 ? words.late(late) : words.noneLate}
      </Card>
      {ofToday.map((name) => (
        <div data-figure={name}>
          <dt>{words.todayOf(figureWords[language][name].name)}</dt>
          <dd>
            <strong>
              <FigureValue name={name} value={figures[name].of(today)} language={language} />
            </strong>
          </dd>
        </div>
      ))}
    </dl>
  )
}

const sumOf = ({ agents }: BoardProps['board'], what: 'load' | 'capacity'): number =>
  agents
    .filter(({ status }) => what === 'load' || status === 'ready')
    .reduce((sum, agent) => sum + agent[what], 0)

const lateIn = ({ due }: BoardProps['board']): number => due.filter(({ late }) => late).length

type CardProps = {
  name: string
  title: string
  value: number
  language: Language
  children?: unknown
}

const Card = ({ name, title, value, language, children }: CardProps) => (
  <div data-figure={name}>
    <dt>{title}</dt>
    <dd>
      <strong>
        <data value={String(value)}>{numberText(value, language)}</data>
      </strong>{' '}
      <small>{children as never}</small>
    </dd>
  </div>
)

export const figuresPart: Part<BoardProps> = {
  id: ID,
  draw: (props) => <BoardFigures {...props} />,
  // How long somebody has waited the page counts by itself.
  key: ({ board }) =>
    JSON.stringify([
      ...[board.lines, sumOf(board, 'load'), sumOf(board, 'capacity'), board.due.length],
      ...[lateIn(board), board.today.map((hour) => hour.now)],
    ]),
}
