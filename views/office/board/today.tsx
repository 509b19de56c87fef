import type { Part } from '../../part'
import { board as boardWords } from '../../words/board'
import { Panel } from '../panel'
import { numberText } from '../reports/figure'
import { hourText } from '../reports/labels'
import { LineChart } from '../reports/line'
import type { BoardHour, BoardProps } from './shown'

const ID = 'board-today'

/** What has begun today and was answered, beside the same day a week before. */
export const BoardToday = ({ board: { today, hour }, language }: BoardProps) => {
  const words = boardWords[language]
  const upToNow = (of: (hour: BoardHour) => number) =>
    today.map((one) => (one.hour > hour ? null : of(one)))
  const columns = [
    { name: words.started, stroke: 'main', values: upToNow(({ now }) => now.conversations) },
    { name: words.answered, stroke: 'other', values: upToNow(({ now }) => now.answered) },
    {
      name: words.weekAgo,
      stroke: 'before',
      values: today.map(({ before }) => before.conversations),
    },
  ] as const
  return (
    <div id={ID}>
      <Panel id="today" title={words.today} hint={words.todayHint}>
        {today.length === 0 ? (
          <p class="panel-hint">{words.nothingToday}</p>
        ) : (
          <>
            <LineChart
              title={words.today}
              labels={today.map((one) => hourText(one.hour))}
              series={columns}
              text={(value) => numberText(value, language)}
            />
            <details class="unfolds">
              <summary>{words.inFigures}</summary>
              <table class="report-bars">
                <thead>
                  <tr>
                    <th scope="col">{words.hour}</th>
                    {columns.map(({ name }) => (
                      <th scope="col" class="figure">
                        {name}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {today.map((one, nth) => (
                    <tr>
                      <th scope="row">{hourText(one.hour)}</th>
                      {columns.map(({ values }) => (
                        <td class="figure">{values[nth] ?? '–'}</td>
                      ))}
                    </tr>
                  ))}
                </tbody>
              </table>
            </details>
          </>
        )}
      </Panel>
    </div>
  )
}

export const todayPart: Part<BoardProps> = {
  id: ID,
  draw: (props) => <BoardToday {...props} />,
  key: ({ board: { today, hour } }) => JSON.stringify([today, hour]),
}
